"""A paper meets its blueprint whatever the seed, and is the same each time."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby

import pytest

from exercises.bank import Bank, read_bank
from exercises.papers import (
    Blueprint,
    BlueprintError,
    chapter_blueprint,
    compile_plan,
    draw,
    sample,
)
from tests.exercises.banks import SINGLE, write_bank
from tests.exercises.kinds.test_mark import DRAFT, MARK
from tests.this_course import load_bank, load_blueprint, read_blueprints

SEEDS = [str(seed) for seed in range(40)]


def blueprint(*rows, chapters=("c02", "c03"), **more):
    part = {"name": "两章", "chapters": chapters, "rows": rows}
    return Blueprint.model_validate({
        "id": "x",
        "title": "x",
        "minutes": 1,
        "parts": [part],
        **more,
    })


def ids(paper):
    return [question.item.id for question in paper.questions]


@pytest.mark.parametrize("seed", SEEDS)
def test_each_row_gets_its_items_at_its_points(seed):
    bank, final = load_bank(), load_blueprint("final")
    paper = sample(final, bank, seed)
    assert len(set(ids(paper))) == final.size
    assert paper.total == final.total == 100
    for part in final.parts:
        for row in part.rows:
            met = [
                question
                for question in paper.questions
                if bank.chapter_of(question.item.id).id in part.chapters
                and question.item.level in row.levels
            ]
            assert len(met) == row.items
            assert {question.points for question in met} == {row.points}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_final_test_asks_of_every_chapter_and_never_by_self_rating(seed):
    bank = load_bank()
    final = load_blueprint("final")
    paper = sample(final, bank, seed)
    named = {chapter for part in final.parts for chapter in part.chapters}
    assert {bank.chapter_of(item_id).id for item_id in ids(paper)} == named
    assert named == {chapter.id for chapter in bank.chapters} - {"guide"}
    assert not any(question.item.self_rated for question in paper.questions)


def test_the_same_seed_however_typed_gives_the_same_paper():
    bank, final = load_bank(), load_blueprint("final")
    wanted = sample(final, bank, 2023)
    assert wanted.code.startswith("final-2023-")
    for typed in ("2023", " 2023 ", "２０２３", "20 23\t"):
        assert sample(final, bank, typed) == wanted
    assert sample(final, bank, "Ab") == sample(final, bank, "aB")
    assert sample(final, bank, 2024) != wanted


def test_the_order_of_the_bank_files_does_not_matter():
    bank, final = load_bank(), load_blueprint("final")
    turned = Bank(
        tuple(
            replace(chapter, items=tuple(reversed(chapter.items)))
            for chapter in reversed(bank.chapters)
        ),
        bank.speech,
    )
    assert sample(final, turned, 7) == sample(final, bank, 7)


def runs(names):
    return [name for name, _ in groupby(names)]


def test_questions_are_numbered_and_grouped_by_kind():
    paper = sample(load_blueprint("final"), load_bank(), 7)
    kinds = runs(question.item.kind for question in paper.questions)
    assert len(kinds) == len(set(kinds))
    numbers = [question.number for question in paper.questions]
    assert numbers == [*range(1, len(paper.questions) + 1)]


def test_items_of_a_kind_that_learners_call_otherwise_stand_apart(tmp_path):
    texts = [MARK.replace("gatekeepers", name) for name in ("one", "three", "five")]
    drafts = [DRAFT.replace("draft-plan", name) for name in ("two", "four")]
    bank = read_bank(write_bank(tmp_path, *texts, *drafts, SINGLE))
    row = {"levels": ["remember", "understand", "analyse"], "items": 6, "points": 1}
    wanted = blueprint(row, chapters=("c07",))
    for form in "AB":
        paper = sample(wanted, bank, 7, form)
        called = runs(question.item.own_label for question in paper.questions)
        assert called == ["单项选择题", "划词题", "改稿题"]


def test_form_b_has_the_same_items_in_another_order():
    bank, final = load_bank(), load_blueprint("final")
    a, b = sample(final, bank, 7), sample(final, bank, 7, "B")
    assert sorted(ids(a)) == sorted(ids(b))
    assert ids(a) != ids(b)
    assert a.code == b.code
    points = {question.item.id: question.points for question in a.questions}
    assert {question.item.id: question.points for question in b.questions} == points
    letters = list("ABCD")
    orders = {question.item.id: question.shuffled(letters) for question in a.questions}
    others = {question.item.id: question.shuffled(letters) for question in b.questions}
    assert sum(orders[one] != others[one] for one in orders) > len(orders) / 2


def test_chapters_of_a_group_get_even_shares():
    bank = load_bank()
    wanted = blueprint({"levels": ["apply"], "items": 4, "points": 1})
    for seed in SEEDS:
        plan_of = Counter(bank.chapter_of(one).id for one in ids(sample(wanted, bank, seed)))
        assert max(plan_of.values()) <= 3


def test_two_items_on_one_sentence_are_avoided_where_they_can_be():
    plan = compile_plan(load_blueprint("final"), load_bank())
    with_care = sum(doubled(draw(plan, seed)) for seed in SEEDS)
    blind = replace(plan, draws=tuple(each_about_its_own(one) for one in plan.draws))
    about = {c.id: c for one in plan.draws for c in one.pool}
    without = sum(
        doubled([one._replace(candidate=about[one.candidate.id]) for one in draw(blind, seed)])
        for seed in SEEDS
    )
    assert with_care * 3 < without


def doubled(drawn):
    """Count the repeated sentences of a paper's items."""
    seen = Counter(sentence for one in drawn for sentence in one.candidate.sentences)
    return sum(count - 1 for count in seen.values())


def each_about_its_own(one):
    """Hide from the sampler which candidates share sentences."""
    return replace(one, pool=tuple(replace(c, sentences=(c.id,)) for c in one.pool))


def test_the_version_changes_with_what_is_asked_and_with_nothing_else():
    bank, final = load_bank(), load_blueprint("final")
    version = compile_plan(final, bank).version
    other = [
        replace(chapter, items=chapter.items[1:]) if chapter.id == "c02" else chapter
        for chapter in bank.chapters
    ]
    assert compile_plan(final, Bank(tuple(other), bank.speech)).version != version
    unasked = [chapter for chapter in bank.chapters if chapter.id != "guide"]
    assert compile_plan(final, Bank(tuple(unasked), bank.speech)).version == version


@pytest.mark.parametrize("chapter", [chapter.id for chapter in load_bank().chapters])
def test_a_chapters_test_asks_of_each_level_in_proportion(chapter):
    (one,) = [each for each in load_bank().chapters if each.id == chapter]
    derived = chapter_blueprint(one)
    graded = [item for item in one.items if not item.self_rated]
    if derived is None:
        assert len(graded) < 5
        return
    paper = sample(derived, load_bank(), 7)
    assert 5 <= len(paper.questions) <= min(12, len(graded))
    have = Counter(item.level for item in graded)
    asked = Counter(question.item.level for question in paper.questions)
    for level, count in have.items():
        assert abs(asked[level] - count * derived.size / len(graded)) < 1


def test_every_blueprint_of_the_course_can_be_met():
    assert "final" in [each.id for each in read_blueprints()]
    for each in read_blueprints():
        compile_plan(each, load_bank())


@pytest.mark.parametrize(
    ("rows", "chapters", "message"),
    [
        (
            [{"levels": ["apply"], "items": 50, "points": 1}],
            ["c02"],
            "“两章”要应用题 50 道，题库里合乎的只有",
        ),
        (
            [{"levels": ["apply"], "kinds": ["short"], "items": 1, "points": 1}],
            ["c02"],
            "题型 short（简答题）靠学员自评，不能计分",
        ),
        (
            [{"levels": ["apply"], "kinds": ["essay"], "items": 1, "points": 1}],
            ["c02"],
            "没有题型 essay；现有题型：",
        ),
        (
            [
                {"levels": ["apply", "analyse"], "items": 1, "points": 1},
                {"levels": ["apply"], "kinds": ["single"], "items": 1, "points": 1},
            ],
            ["c02"],
            "前面的行（“两章”）也会抽到",
        ),
        (
            [{"levels": ["apply"], "items": 1, "points": 1}],
            ["c02", "c99"],
            "“两章”里的 c99 不是题库的章",
        ),
    ],
)
def test_a_row_that_the_bank_cannot_meet_is_named_with_the_mend(rows, chapters, message):
    with pytest.raises(BlueprintError) as caught:
        sample(blueprint(*rows, chapters=chapters), load_bank(), 7)
    (fault,) = caught.value.faults
    assert fault.field == f"parts.1.rows.{len(rows)}"
    assert message in fault.message
