"""``python -m exercises mark``, from the table of answers to the files."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path

import pytest

from exercises.__main__ import main
from exercises.marking.asked import Asked, all_asked
from exercises.marking.people import read_people
from exercises.marking.scoring import mark
from exercises.marking.table_files import read_table
from exercises.papers import sample
from publishing.errors import CourseError
from publishing.handout.markup import string
from publishing.papers import feedback_sheets
from publishing.papers.feedback_rows import ranked, weakest
from publishing.papers.feedback_sheets import Feedback
from speech import parse_reference
from tests.exercises.marking.classes import (
    ALL_KINDS,
    final,
    head,
    people_in,
    right,
    written,
    wrong,
)
from tests.handout.reading import Pdf, Word
from tests.this_course import COURSE, load_bank

PAPER, ASKED = final()
RIGHT, WRONG = right(ASKED), wrong(ASKED)
GIVEN = ["mark", "--course", str(COURSE.root), "--paper", PAPER.code, "--form", "A"]
#: How many points the boxes of words in neighbouring lines may overlap.
_TOUCHING = 3
FILES = {"成绩.xlsx", "成绩.csv", "反馈单.pdf"}


def test_a_class_is_marked_and_each_gets_a_sheet(tmp_path, capsys):
    table = written(
        tmp_path, head(ASKED), ["=1+1", "某局", *RIGHT], ["张䶮😀", "", WRONG[0], *RIGHT[1:]]
    )
    out = tmp_path / "out"
    assert main([*GIVEN, str(table), "--out", str(out)]) == 0
    said, warned = capsys.readouterr()
    assert "2 人" in said
    assert "😀" in warned
    assert {file.name for file in out.iterdir()} == FILES
    first, other = Pdf(out / "反馈单.pdf").pages()
    assert "=1+1某局得分100" in first
    assert "各题全部答对" in first
    assert "〓得分" in other
    assert f"{100 - ASKED[0].points}，满分100" in other
    for source in ASKED[0].item.source:
        assert parse_reference(source).label in other
    assert f"答案{ASKED[0].item.key()}" in other
    assert PAPER.code in other


def _sources(tmp_path: Path, *, answers: bool) -> str:
    marked = mark(people_in(written(tmp_path, head(ASKED), ["甲", "", *WRONG])), ASKED)
    return Feedback(PAPER, load_bank(), "1", 60, answers).source(marked)


def test_a_feedback_sheet_has_the_key_and_the_reason_of_the_first_mistake(tmp_path):
    source = _sources(tmp_path, answers=True)
    for one in ASKED:
        assert f'("答案", {string(one.item.key())})' in source, one.item.id
        graded = one.rubric.grade(one.rubric.wrong_response())
        assert next(slot.feedback for slot in graded.slots if slot.mark == "wrong") in source


def test_a_feedback_sheet_of_a_paper_to_be_used_again_tells_no_answer(tmp_path):
    source = _sources(tmp_path, answers=False)
    assert "答案" not in source
    for one in ASKED:
        assert one.item.sentences[0].text in source
        for reason in one.item.reasons():
            assert reason.text not in source, one.item.id


def _people(asked: Sequence[Asked]) -> list[list[str]]:
    """Return extreme cases: all wrong, nothing except one, all right; names of any length."""
    return [
        [
            "Maximiliana Konstantinopolskaya-Wojcik de la Fuente (Liaison)" * 2,
            "某局",
            *wrong(asked),
        ],
        ["甲", "Department of International Cooperation", "-", *[""] * (len(asked) - 1)],
        ["乙", "", *right(asked)],
    ]


@pytest.mark.parametrize("answers", [True, False])
@pytest.mark.parametrize("blueprint", [None, ALL_KINDS], ids=["final", "kinds"])
def test_each_has_one_page_whatever_was_lost(blueprint, answers, tmp_path):
    paper, asked = final()
    if blueprint:
        paper = sample(blueprint, load_bank(), "7", "A")
        asked = all_asked(paper)
    file = written(tmp_path, head(asked), *_people(asked))
    marked = mark(read_people(file, read_table(file), asked, ""), asked)
    feedback = Feedback(paper, load_bank(), "1", 60, answers)
    with ThreadPoolExecutor(1) as pool:
        files, _ = feedback.begin(marked, pool).files(lambda _: None)
    (tmp_path / "f.pdf").write_bytes(files["反馈单.pdf"])
    pdf = Pdf(tmp_path / "f.pdf")
    pages = pdf.pages()
    assert ["得分0，" in page for page in pages] == [True, True, False]
    for page in pages[:2]:
        for one in asked:
            row = rf"(?<!\d){one.number}\.(0／{one.points}|\d? ?\D)"
            assert re.search(row, page), one.number
    assert [_overlapping(words) for words in pdf.words()] == [[], [], []]


def _overlapping(words: list[Word]) -> list[tuple[str, str]]:
    """Return words printed on top of each other; rows are placed by their measured heights."""
    return [
        (one.text, other.text)
        for one, other in combinations(words, 2)
        if abs(one.middle - other.middle) > _TOUCHING  # in one line, marks are set close
        and min(one.bottom, other.bottom) - max(one.top, other.top) > _TOUCHING
        and min(one.right, other.right) - max(one.left, other.left) > _TOUCHING
    ]


def test_what_cost_most_comes_first_and_then_what_is_known_least(tmp_path):
    [one] = mark(people_in(written(tmp_path, head(ASKED), ["甲", "", *WRONG])), ASKED)
    lost = [each.asked.points - each.earned for each in ranked(one, one.by_objective())]
    assert lost == sorted(lost, reverse=True)
    assert [id_ for id_, *_ in weakest({"a": (1, 2), "b": (3, 6), "c": (0, 1), "d": (4, 4)})] == [
        "b",
        "c",
        "a",
    ]


def test_when_the_printing_fails_the_scores_are_there(tmp_path, capsys, monkeypatch):
    def fails(*_, **__):
        raise CourseError("没有字体")

    monkeypatch.setattr(feedback_sheets, "compiled", fails)
    table = written(tmp_path, head(ASKED), ["甲", "", *RIGHT])
    out = tmp_path / "out"
    assert main([*GIVEN, str(table), "--out", str(out)]) == 1
    said, told = capsys.readouterr()
    assert {file.name for file in out.iterdir()} == FILES - {"反馈单.pdf"}
    assert "1 人" in said
    assert str(out / "成绩.xlsx") in said
    assert told == "成绩已经写好，反馈单没有生成：没有字体\n"


def test_a_large_class_gets_several_files_and_none_of_an_earlier_marking_stays(
    tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr(feedback_sheets, "FILE_SIZE", 2)
    monkeypatch.setattr("publishing.papers.marking.__main__.FILE_SIZE", 2)
    class_ = [[name, "", *RIGHT] for name in ("甲", "乙")]
    table = written(tmp_path, head(ASKED), *class_, ["丙", "", WRONG[0], *RIGHT[1:]])
    out = tmp_path / "out"
    out.mkdir()
    for name in ("反馈单.pdf", "反馈单-说明.pdf"):
        (out / name).write_bytes(b"")
    assert main([*GIVEN, str(table), "--no-answers", "--out", str(out)]) == 0
    assert {file.name for file in out.glob("*.pdf")} == {
        "反馈单-1-2.pdf",
        "反馈单-3-3.pdf",
        "反馈单-说明.pdf",
    }
    assert len(Pdf(out / "反馈单-1-2.pdf").pages()) == 2
    [last] = Pdf(out / "反馈单-3-3.pdf").pages()
    assert f"丙得分{100 - ASKED[0].points}" in last
    assert ASKED[0].item.sentences[0].label in last
    assert "答案" not in last
    assert "反馈单：2／3 人\n反馈单：3／3 人" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(tmp_path, capsys):
    (tmp_path / "out").write_text("", encoding="utf-8")
    assert main([*GIVEN, "--template", "--out", str(tmp_path / "out")]) == 1
    assert "写不进去" in capsys.readouterr().err


def test_with_one_fault_nothing_is_written(tmp_path, capsys):
    table = written(tmp_path, head(ASKED), ["甲", "", *RIGHT], ["乙", "", "G", *RIGHT[1:]])
    out = tmp_path / "out"
    assert main([*GIVEN, str(table), "--out", str(out)]) == 1
    said, told = capsys.readouterr()
    assert not said
    assert "第 3 行 C 列（第 1 题，乙）：写着“G”" in told
    assert not out.exists()


def test_the_scores_alone_may_be_asked_for(tmp_path):
    table = written(tmp_path, head(ASKED), ["甲", "", *RIGHT])
    out = tmp_path / "out"
    assert main([*GIVEN, str(table), "--scores-only", "--out", str(out)]) == 0
    assert {file.name for file in out.iterdir()} == FILES - {"反馈单.pdf"}


def test_the_template_is_written_under_the_papers_name(tmp_path):
    assert main([*GIVEN, "--template", "--out", str(tmp_path)]) == 0
    name = f"作答表-{PAPER.code}-A"
    assert {file.name for file in tmp_path.iterdir()} == {f"{name}.csv", f"{name}.xlsx"}


def test_a_seed_names_the_paper_too(tmp_path):
    given = ["mark", "--course", str(COURSE.root), "--seed", "7", "--form", "a", "--template"]
    assert main([*given, "--out", str(tmp_path)]) == 0
    assert {file.stem for file in tmp_path.iterdir()} == {f"作答表-{PAPER.code}-A"}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--paper", "final-7-000000", "--form", "A"], "出卷以后题目或蓝图改过"),
        (["--paper", PAPER.code], "--form A 或 --form B"),
        (["--paper", "final", "--form", "A"], "不是试卷编号"),
        (["--paper", "nothing-7-000000", "--form", "A"], "没有蓝图 nothing"),
        (["--paper", "own-7-000000", "--form", "A"], "自选范围"),
        (["--paper", PAPER.code, "--form", "A", "--items", "3"], "已经定下试卷"),
        (["--paper", PAPER.code, "--form", "A", "--seed", "7"], "请去掉 --seed"),
        (["--form", "A"], "没有写明是哪份试卷"),
        (["--paper", PAPER.code, "--form", "A"], "没有写作答表"),
        (["--paper", PAPER.code, "--form", "A", "--template", "x.csv"], "只生成空的作答表"),
        (["--paper", PAPER.code, "--form", "A", "x.csv", "--fast"], "没有选项 --fast"),
    ],
)
def test_a_command_that_names_no_paper_is_refused(given, told, tmp_path, capsys):
    assert main(["mark", "--course", str(COURSE.root), *given, "--out", str(tmp_path / "o")]) == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / "o").exists()


def test_a_paper_of_a_range_of_ones_own_and_of_a_chapter_are_found(tmp_path, capsys):
    chapter = next(chapter for chapter in load_bank().chapters if len(chapter.items) > 8)
    own = ["--chapters", chapter.id, "--items", "3"]
    given = ["mark", "--course", str(COURSE.root), "--form", "B", "--template"]
    assert main([*given, "--seed", "7-x", *own, "--out", str(tmp_path)]) == 0
    (code,) = {file.stem.removeprefix("作答表-").removesuffix("-B") for file in tmp_path.iterdir()}
    assert code.startswith("own-7-x-")
    assert main([*given, "--paper", code, *own, "--out", str(tmp_path)]) == 0
    assert main([*given, "--paper", f"{chapter.id}-7-000000", "--out", str(tmp_path)]) == 1
    assert "题目或蓝图改过" in capsys.readouterr().err


def test_marking_loads_nothing_of_the_site_builder():
    """Sphinx and MyST take longer to import than marking a class of 500.

    The workbook library is imported while Typst compiles the feedback.
    """
    told = "import publishing.papers.marking.__main__, sys; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "publishing.papers.feedback_sheets" in loaded
    assert not {"myst_nb", "IPython", "sphinx.builders", "openpyxl"} & set(loaded)
