"""Test papers as trainers order and print them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from exercises.__main__ import main as exercises_main
from exercises.answer_sheet import answer_rows
from exercises.inline import runs
from exercises.kinds.registry import kinds
from exercises.papers import Paper, sample
from publishing.papers.__main__ import main
from tests.handout.reading import Pdf, squeezed
from tests.this_course import load_bank, load_blueprint

FILES = ("A", "B", "answer-sheet", "key")


def made(folder: Path, *options: str) -> dict[str, Pdf]:
    assert main([*options, "--folder", str(folder)]) == 0
    return {path.stem.removeprefix("final-7-"): Pdf(path) for path in folder.glob("*.pdf")}


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pdf]:
    return made(tmp_path_factory.mktemp("papers"), "--seed", "7")


@pytest.fixture(scope="session")
def papers() -> dict[str, Paper]:
    return {form: sample(load_blueprint("final"), load_bank(), "7", form) for form in "AB"}


def plain(text: str) -> str:
    return squeezed("".join(run.text for run in runs(text)))


def text_of(pdf: Pdf) -> str:
    return "".join(pdf.pages())


# As files


@pytest.mark.parametrize("name", FILES)
def test_each_is_a_tagged_a4_document_that_says_what_it_is(
    printed: dict[str, Pdf], name: str
) -> None:
    info = printed[name].info()
    assert "A4" in info["Page size"]
    assert info["Tagged"] == "yes"
    assert info["Title"].startswith("结业测试")
    assert printed[name].reader.trailer["/Root"]["/Lang"] == "zh-CN"
    for font in printed[name].run("pdffonts").splitlines()[2:]:
        assert re.search(r"Identity-H +yes yes yes ", font), font
    assert min(width for page in printed[name].graphics() for width in page.strokes) >= 0.35


def test_the_same_seed_gives_the_same_bytes_by_either_command(
    printed: dict[str, Pdf], tmp_path: Path
) -> None:
    assert exercises_main(["papers", "--seed", "7", "--folder", str(tmp_path)]) == 0
    assert {path.stem for path in tmp_path.glob("*.pdf")} == {f"final-7-{name}" for name in FILES}
    for name, pdf in printed.items():
        assert (tmp_path / f"final-7-{name}.pdf").read_bytes() == pdf.path.read_bytes()


def test_another_seed_gives_another_paper(papers: dict[str, Paper], tmp_path: Path) -> None:
    other = sample(load_blueprint("final"), load_bank(), "8", "A")
    assert [q.item.id for q in other.questions] != [q.item.id for q in papers["A"].questions]
    texts = []
    for seed in "89":
        options = ["--seed", seed, "--chapters", "c03", "--items", "3"]
        assert main([*options, "--folder", str(tmp_path / seed)]) == 0
        (paper,) = (tmp_path / seed).glob(f"own-{seed}-*-A.pdf")
        texts.append(text_of(Pdf(paper)))
    assert texts[0] != texts[1]


@pytest.mark.parametrize("name", FILES)
def test_every_page_gives_seed_and_version(
    printed: dict[str, Pdf], papers: dict[str, Paper], name: str
) -> None:
    for text in printed[name].pages():
        assert f"编号{papers['A'].code}课程版本" in text
        assert "-7-" in papers["A"].code


# What is asked


def test_both_papers_ask_the_same_items_for_the_same_points_in_another_order(
    printed: dict[str, Pdf], papers: dict[str, Paper]
) -> None:
    asked = {
        form: [(question.item.id, question.points) for question in paper.questions]
        for form, paper in papers.items()
    }
    assert Counter(asked["A"]) == Counter(asked["B"])
    assert asked["A"] != asked["B"]
    for form, paper in papers.items():
        text, position = text_of(printed[form]), 0
        for question in paper.questions:
            position = text.find(plain(question.item.stem), position)
            assert position >= 0, question.item.id
        assert "姓名单位日期得分" in text
        assert f"满分{paper.total}分" in text


def test_options_stand_in_another_order_on_the_other_paper(papers: dict[str, Paper]) -> None:
    orders = {
        form: {
            question.item.id: [
                option.text for option in question.item.arranged(question.shuffled).options
            ]
            for question in paper.questions
            if question.item.kind in {"single", "multiple"} and question.item.shuffle
        }
        for form, paper in papers.items()
    }
    other = [id_ for id_, order in orders["A"].items() if orders["B"][id_] != order]
    assert len(other) > len(orders["A"]) / 2
    assert all(set(order) == set(orders["B"][id_]) for id_, order in orders["A"].items())


@pytest.mark.parametrize("form", "AB")
def test_a_paper_prints_options_in_its_own_order(
    printed: dict[str, Pdf], papers: dict[str, Paper], form: str
) -> None:
    text = text_of(printed[form])
    for question in papers[form].questions:
        if question.item.kind in {"single", "multiple"}:
            options = question.item.arranged(question.shuffled).options
            told = "".join(
                f"{letter}.{plain(o.text)}" for letter, o in zip("ABCDEF", options, strict=False)
            )
            assert told in text, question.item.id


# Answers


@pytest.mark.parametrize("name", ["A", "B", "answer-sheet"])
def test_no_answer_is_on_what_the_class_is_handed(
    printed: dict[str, Pdf], papers: dict[str, Paper], name: str
) -> None:
    for text in (text_of(printed[name]), printed[name].strings()):
        assert "答案：" not in text
        for question in papers["A"].questions:
            told = [entry.text for entry in question.item.reasons()]
            assert [reason for reason in told if plain(reason) in text] == []
            assert question.item.id not in text


def test_only_the_key_has_anything_filled_in(printed: dict[str, Pdf]) -> None:
    # Letters in filled bubbles are white.
    assert all(1 not in page.texts for page in printed["answer-sheet"].graphics())
    assert any(1 in page.texts for page in printed["key"].graphics())
    answers = [
        gap for item in load_bank() if item.kind == "cloze" for gap in item.key().split("　")
    ]
    assert not [gap for gap in answers if plain(gap) in text_of(printed["answer-sheet"])]


def test_the_filled_sheets_have_each_place_where_the_class_has_it(printed: dict[str, Pdf]) -> None:
    def places(words):
        return {
            (word.text, round(word.left), round(word.top))
            for word in words
            if word.text.endswith("分") or word.text.isdecimal()
        }

    for empty, filled in zip(printed["answer-sheet"].words(), printed["key"].words(), strict=False):
        numbers = [word for word in empty if word.text.isdecimal() and word.top < 780]
        assert places(numbers) <= places(filled)


def test_every_page_of_a_sheet_says_whose_it_is_and_counts_among_its_own(
    printed: dict[str, Pdf],
) -> None:
    pages = [squeezed(text) for text in printed["answer-sheet"].pages()]
    for form in "AB":
        own = [text for text in pages if f"{form}卷" in text]
        assert len(own) == len(pages) / 2
        for number, text in enumerate(own, start=1):
            assert f"第{number}页共{len(own)}页" in text
            assert "姓名" in text


@pytest.mark.parametrize("form", "AB")
def test_the_key_has_letter_points_reasons_and_source_of_every_item(
    printed: dict[str, Pdf], papers: dict[str, Paper], form: str
) -> None:
    text = text_of(printed["key"])
    text = text[text.index(f"{form}卷：答案") :]
    for question in papers[form].questions:
        item = question.item.arranged(question.shuffled)
        assert (
            f"{question.number}.答案：{squeezed(item.key())}{item.own_label}，{question.points}分"
            in text
        )
        for entry in item.reasons():
            assert plain(entry.text) in text, item.id
        assert f"题目{item.id}" in text
        if item.marking:
            assert f"；{plain(item.marking)}；出处：" in text, item.id
    assert any(question.item.marking for question in papers[form].questions)


@pytest.mark.parametrize("form", "AB")
@pytest.mark.parametrize("seed", range(5))
def test_a_key_letter_is_that_of_the_right_option_as_printed(form: str, seed: int) -> None:
    paper = sample(load_blueprint("final"), load_bank(), seed, form)
    for question in paper.questions:
        item = question.item.arranged(question.shuffled)
        if item.kind in {"single", "multiple"}:
            right = {option.text for option in question.item.options if option.key}
            letters = item.key().split("、")
            assert {item.options["ABCDEF".index(letter)].text for letter in letters} == right
            (row,) = answer_rows(item)
            assert list(row.right) == letters
        if item.kind == "matching":
            lettered = dict(item.lettered())
            for premise, row in zip(item.premises, answer_rows(item), strict=True):
                assert lettered[row.right[0]] == premise.option
        if item.kind == "ordering":
            placed = {row.label.lower(): int(row.right[0]) for row in answer_rows(item)}
            steps = dict(item.lettered())
            assert [steps[id_] for id_ in sorted(placed, key=placed.__getitem__)] == list(
                item.steps
            )
            assert sum(s is t for s, t in zip(steps.values(), item.steps, strict=True)) * 2 < len(
                steps
            )
        if item.kind == "categorise":
            groups = {str(number): card.group for number, card in item.printed()}
            assert {row.label: row.right[0] for row in answer_rows(item)} == groups


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_has_its_place_on_the_answer_sheet(kind: str) -> None:
    item = next(item for item in load_bank() if item.kind == kind)
    assert answer_rows(item)


# Orders


def test_a_paper_of_ones_own_has_the_items_that_were_ordered(tmp_path: Path) -> None:
    options = [
        "--seed",
        "7",
        "--chapters",
        "c03,c04",
        "--items",
        "5",
        "--levels",
        "remember,understand",
    ]
    assert main([*options, "--folder", str(tmp_path)]) == 0
    pdf = Pdf(next(tmp_path.glob("own-7-*-key.pdf")))
    lines = [line for page in pdf.lines() for line in page]
    found = [match[1] for line in lines if (match := re.search(r"题目 (\S+)$", line))]
    key = text_of(pdf)
    assert len(set(found)) == 5
    bank = load_bank()
    assert {bank.chapter_of(id_).id for id_ in found} == {"c03", "c04"}
    assert {bank.item(id_).level for id_ in found} <= {"remember", "understand"}
    assert squeezed("--seed 7 --chapters c03,c04 --levels remember,understand --items 5") in key


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param([], "没有种子", id="no seed"),
        pytest.param(["--seed", "7", "--blueprint", "nope"], "没有蓝图 nope", id="blueprint"),
        pytest.param(
            ["--seed", "7", "--chapters", "c99"], "--chapters 里的 c99 没有", id="chapter"
        ),
        pytest.param(["--seed", "7", "--levels", "hard"], "--levels 里的 hard 没有", id="level"),
        pytest.param(["--seed", "7", "--items", "0"], "--items 是 0", id="no items"),
        pytest.param(["--seed", "7", "--items", "x"], "--items 是“x”", id="no number"),
        pytest.param(["--seed", "7", "--chapters", "c03", "--items", "90"], "只有", id="too many"),
        pytest.param(
            ["--seed", "7", "--blueprint", "final", "--items", "3"], "去掉一边", id="both"
        ),
        pytest.param(["--seed", "7", "--nope"], "没有选项 --nope", id="unknown option"),
        pytest.param(["--seed"], "--seed 后面要写一个值", id="no value"),
    ],
)
def test_a_bad_order_is_told_in_one_message_and_leaves_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    assert main(["--folder", str(tmp_path), *options]) == 1
    error = capsys.readouterr().err
    assert error.startswith("试卷没有生成：")
    assert told in error
    assert "Traceback" not in error
    assert not list(tmp_path.iterdir())
