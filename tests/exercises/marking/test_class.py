"""A whole class simulated with a known model: each figure is computed again independently."""

from __future__ import annotations

import csv
import io
from fractions import Fraction
from math import sqrt

import pytest
from openpyxl import load_workbook

from exercises.marking.delimited import delimited
from exercises.marking.scores import score_table
from exercises.marking.scoring import halved, mark
from exercises.marking.statistics import UNANSWERED, correlation, cronbach, figures_of, remarks
from exercises.marking.workbook import class_sheet
from tests.exercises.marking.classes import (
    final,
    head,
    model_class,
    people_in,
    right,
    written,
    wrong,
)
from tests.this_course import load_bank

PAPER, ASKED = final()
SIZE = 30
HOSTILE = ["=1+1", "@x", "+1", "-1", "=cmd|' /C calc'!A0", "＝2+2", '=HYPERLINK("x")']


@pytest.fixture(scope="module")
def answered():
    return model_class(ASKED, SIZE)


@pytest.fixture(scope="module")
def marked(answered, tmp_path_factory):
    yes, no = right(ASKED), wrong(ASKED)
    names = [*HOSTILE, *(f"学员{n}" for n in range(len(HOSTILE), SIZE))]
    rows = [
        [name, "某局", *(yes[i] if ok else no[i] for i, ok in enumerate(row))]
        for name, row in zip(names, answered, strict=True)
    ]
    return mark(people_in(written(tmp_path_factory.mktemp("class"), head(ASKED), *rows)), ASKED)


@pytest.fixture(scope="module")
def points(answered):
    return [[one.points * ok for one, ok in zip(ASKED, row, strict=True)] for row in answered]


def exact_variance(values):
    mean = Fraction(sum(values), len(values))
    return sum((value - mean) ** 2 for value in values) / len(values)


def test_totals_and_objectives_are_those_of_the_model(marked, points):
    for one, row in zip(marked, points, strict=True):
        assert one.total == sum(row)
        wanted = {}
        for asked, earned in zip(ASKED, row, strict=True):
            wanted[asked.item.objective] = wanted.get(asked.item.objective, 0) + earned
        assert {id_: earned for id_, (earned, _) in one.by_objective().items()} == wanted
        assert sum(most for _, most in one.by_objective().values()) == PAPER.total


def test_difficulty_and_discrimination_are_those_of_the_model(marked, points):
    totals = [sum(row) for row in points]
    for place, figures in enumerate(figures_of(marked).items):
        own = [row[place] for row in points]
        rest = [total - one for total, one in zip(totals, own, strict=True)]
        assert figures.difficulty == pytest.approx(sum(own) / SIZE / ASKED[place].points)
        # The point-biserial correlation from its own formula, with the means of right and wrong.
        good = [r for r, one in zip(rest, own, strict=True) if one]
        bad = [r for r, one in zip(rest, own, strict=True) if not one]
        share = len(good) / SIZE
        gap = sum(good) / len(good) - sum(bad) / len(bad)
        wanted = gap * sqrt(share * (1 - share)) / sqrt(exact_variance(rest))
        assert figures.discrimination == pytest.approx(wanted)
    assert figures_of(marked).items[0].discrimination < 0


def test_alpha_is_that_of_the_model(marked, points):
    spread = exact_variance([sum(row) for row in points])
    parts = sum(exact_variance([row[i] for row in points]) for i in range(len(ASKED)))
    size = len(ASKED)
    assert figures_of(marked).alpha == pytest.approx(
        float(Fraction(size, size - 1) * (1 - parts / spread))
    )


def test_alpha_and_correlation_of_what_can_be_reckoned_in_the_head():
    assert cronbach([[1, 0, 1, 0], [1, 0, 1, 0]]) == pytest.approx(1)
    assert cronbach([[1, 1, 0, 0], [1, 0, 1, 0]]) == pytest.approx(0)
    assert cronbach([[1, 1], [1, 1]]) is None
    assert cronbach([[1, 0]]) is None
    assert correlation([1, 2, 3], [6, 4, 2]) == pytest.approx(-1)
    assert correlation([1, 1], [1, 2]) is None


@pytest.mark.parametrize(
    ("points", "score", "most", "earned"),
    [
        (3, 1, 3, 1),
        (4, 1, 3, 1.5),
        (3, 3, 4, 2.5),
        (4, 0, 5, 0),
        (4, 5, 5, 4),
        (3, 1, 7, 0.5),
        (1, 1, 4, 0.5),
    ],
)
def test_part_of_the_points_is_to_the_nearest_half(points, score, most, earned):
    assert halved(points, score, most) == earned


def test_options_are_counted_with_those_that_nobody_chose(marked, answered):
    yes, no = right(ASKED), wrong(ASKED)
    figures = figures_of(marked).items[0]
    correct = sum(row[0] for row in answered)
    assert figures.chosen[yes[0]] == correct
    assert figures.chosen[no[0]] == SIZE - correct
    assert set(figures.chosen) == {"A", "B", "C", "D", UNANSWERED}
    assert sum(figures.chosen.values()) == SIZE
    said = "\n".join(remarks(figures))
    assert "负的" in said
    assert "没有人选" in said


def test_a_key_that_fewer_chose_than_another_option_is_told(tmp_path):
    yes, no = right(ASKED), wrong(ASKED)
    rows = [["甲", "", *yes], ["乙", "", no[0], *yes[1:]], ["丙", "", no[0], *no[1:]]]
    figures = figures_of(mark(people_in(written(tmp_path, head(ASKED), *rows)), ASKED))
    assert f"选 {no[0]} 的比选正确项 {yes[0]} 的还多" in "\n".join(remarks(figures.items[0]))


def sheets(marked):
    data = class_sheet(marked, figures_of(marked), load_bank(), PAPER, 60)
    return load_workbook(io.BytesIO(data))


def test_the_workbook_has_its_sheets_its_chart_and_the_pass_mark(marked):
    book = sheets(marked)
    shown = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert shown == ["成绩", "各题", "信度", "要看的题"]
    assert len(book["各题"]._charts) == 1
    rows = list(book["成绩"].iter_rows(values_only=True))
    assert len(rows) == SIZE + 1
    for one, row in zip(marked, rows[1:], strict=True):
        assert row[2] == one.total
        assert row[3] == ("及格" if one.total >= 60 else "不及格")
    assert {row[3] for row in rows[1:]} == {"及格", "不及格"}
    assert len(list(book["各题"].iter_rows(values_only=True))) == len(ASKED) + 1


def test_a_name_like_a_formula_stays_text(marked):
    cells = [row[0] for row in sheets(marked)["成绩"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells[: len(HOSTILE)]] == HOSTILE
    assert {cell.data_type for cell in cells} == {"s"}
    data = delimited(score_table(marked, load_bank(), PAPER.total, 60))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row[0] for row in rows[1 : len(HOSTILE) + 1]] == [f"'{name}" for name in HOSTILE]
    assert [float(row[2]) for row in rows[1:]] == [one.total for one in marked]


def test_the_class_sheet_prints_on_a4_and_shows_all_of_its_text(marked):
    book = sheets(marked)
    for sheet in book.worksheets[:-1]:
        assert sheet.page_setup.paperSize == 9, sheet.title
        assert sheet.print_title_rows == "$1:$1"
    scores, items = book["成绩"], book["各题"]
    assert scores.print_title_cols == "$A:$D"
    # Rows with several lines of text have their height set, as not all programs compute it.
    stems = [(cell.row, cell.value) for cell in items["J"][1:]]
    row, longest = max(stems, key=lambda each: len(each[1]))
    assert items.row_dimensions[row].height >= 15 * (2 * len(longest) // 48)
    assert {cell.number_format for cell in items["F"][1:]} == {"0.00"}
