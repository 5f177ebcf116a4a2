"""Papers with items picked by hand, and pairs of matched papers."""

from __future__ import annotations

import pytest

from exercises.papers import (
    Chosen,
    ChosenError,
    UnmatchedError,
    drawn,
    listed_plan,
    matched,
    read_list,
    sample,
)
from tests.this_course import load_bank, load_blueprint

BANK = load_bank()
FINAL = load_blueprint("final")
SEEDS = [str(seed) for seed in range(8)]


def ids(paper):
    return [question.item.id for question in paper.questions]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_included_is_there_and_what_is_excluded_is_not(seed):
    before = ids(sample(FINAL, BANK, seed))
    wanted = ("c02-distrust", "c11-pace")
    first, *_, last = [id_ for id_ in before if id_ not in wanted]
    chosen = Chosen(wanted, (first, last))
    paper = sample(FINAL, BANK, seed, chosen=chosen)
    assert set(wanted) <= set(ids(paper))
    assert not {first, last} & set(ids(paper))
    assert (len(paper.questions), paper.total) == (FINAL.size, FINAL.total)
    assert len(set(ids(paper))) == FINAL.size


def test_nothing_chosen_is_the_paper_as_before_and_something_has_a_code_of_its_own():
    plain = sample(FINAL, BANK, "7")
    assert sample(FINAL, BANK, "7", chosen=Chosen()) == plain
    assert sample(FINAL, BANK, "7", chosen=Chosen(exclude=("c02-distrust",))).code != plain.code


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        (Chosen(("c02-distrusted",)), "题库里没有 c02-distrusted；最接近的是 c02-distrust"),
        (Chosen(("c02-distrust",), ("c02-distrust",)), "题目 c02-distrust 写了两次"),
        (Chosen(("c02-card-five",)), "靠学员自评，不能计分"),
        (Chosen(("guide-single",)), "不在这份蓝图的章和层次里"),
        (
            Chosen(
                tuple(
                    i.id
                    for i in BANK
                    if i.id.startswith(("c02", "c03", "c04")) and i.kind == "single"
                )
            ),
            "只抽",
        ),
        (Chosen((), tuple(i.id for i in BANK if i.id.startswith("across"))), "请少排除"),
    ],
)
def test_what_does_not_fit_is_told(chosen, told):
    with pytest.raises(ChosenError, match=told):
        sample(FINAL, BANK, "7", chosen=chosen)


def test_a_list_is_the_whole_paper(tmp_path):
    file = tmp_path / "题目.txt"
    file.write_text("# 自选\nc03-split\nc02-distrust，c11-pace  # 三道\n", encoding="utf-8")
    plan = listed_plan(read_list(file), BANK, id_="own", title="x", minutes=1, points=5)
    for form in "AB":
        paper = drawn(plan, BANK, "1", form)
        assert sorted(ids(paper)) == ["c02-distrust", "c03-split", "c11-pace"]
        assert paper.total == 15


@pytest.mark.parametrize(("text", "told"), [("# 没有\n", "没有题目"), (None, "读不到题目清单")])
def test_a_list_that_names_nothing_is_refused(tmp_path, text, told):
    file = tmp_path / "题目.txt"
    if text:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(ChosenError, match=told):
        read_list(file)


@pytest.mark.parametrize("seed", SEEDS)
def test_matched_papers_ask_alike_and_share_nothing(seed):
    pairs = matched(BANK, 12, seed)
    asked = [item.id for pair in pairs for item in pair]
    assert len(pairs) == 12
    assert len(set(asked)) == 24
    for before, after in pairs:
        assert (before.objective, before.level) == (after.objective, after.level)
    assert len({pair.before.objective for pair in pairs}) == 12
    assert matched(BANK, 12, seed) == pairs


def test_the_two_are_about_equally_hard():
    pairs = matched(BANK, 12, "1")
    points = [[item.rubric().max for item in side] for side in zip(*pairs, strict=True)]
    assert points[0] == points[1]


def test_the_seed_decides():
    assert len({tuple(p.before.id for p in matched(BANK, 12, seed)) for seed in SEEDS[:4]}) > 1


def test_only_the_chapters_that_were_named_are_drawn_from():
    for pair in matched(BANK, 3, "1", ("c02", "c06")):
        assert {BANK.chapter_of(item.id).id for item in pair} <= {"c02", "c06"}


def test_what_the_bank_lacks_is_told():
    with pytest.raises(UnmatchedError, match=r"各要 99 道题，题库里只配得出 \d+ 对.*c02-o1 的"):
        matched(BANK, 99, "1", ("c02",))
