"""Tables as saved by Excel and WPS, and the faults in them."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from exercises.marking.faults import AnswersError
from exercises.marking.scoring import mark
from exercises.marking.table_files import column_letters, read_table
from exercises.marking.template import template_csv, template_xlsx
from tests.exercises.marking.classes import as_csv, final, head, people_in, right, written, wrong

PAPER, ASKED = final()
HEAD, RIGHT, WRONG = head(ASKED), right(ASKED), wrong(ASKED)
COUNT = len(PAPER.questions)
GUIDE = f"填法（{PAPER.code} A 卷）"


def faults_in(file):
    with pytest.raises(AnswersError) as raised:
        people_in(file)
    return raised.value.faults


def totals(file):
    return [one.total for one in mark(people_in(file), ASKED)]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le"]
)
def test_each_encoding_of_excel_and_wps_is_read(tmp_path, encoding):
    file = written(tmp_path, HEAD, ["王小明", "某局", *RIGHT], encoding=encoding)
    (person,) = people_in(file)
    assert (person.name, person.unit) == ("王小明", "某局")
    assert totals(file) == [PAPER.total]


@pytest.mark.parametrize("separator", ["\t", ";"])
def test_columns_may_be_parted_otherwise(tmp_path, separator):
    file = tmp_path / "answers.txt"
    quoted = [f'"{cell}"' for cell in ["王小明", "", *RIGHT]]
    file.write_text(f"{separator.join(HEAD)}\n{separator.join(quoted)}\n", encoding="utf-8")
    assert totals(file) == [PAPER.total]


def test_what_is_no_text_is_refused(tmp_path):
    file = tmp_path / "answers.csv"
    file.write_bytes(b"\x81\xff\xff\x80")
    assert "编码" in faults_in(file)[0].mend
    file.write_bytes(b"PK\x03\x04....")
    assert "扩展名" in faults_in(file)[0].mend
    file.write_bytes(b" \n\n")
    assert "空的" in faults_in(file)[0].mend
    old = tmp_path / "answers.xls"
    old.write_bytes(b"x")
    assert "另存为" in faults_in(old)[0].mend
    broken = tmp_path / "answers.xlsx"
    broken.write_bytes(b"PK\x03\x04....")
    assert "不是完好的" in faults_in(broken)[0].mend
    assert "没有这个文件" in faults_in(tmp_path / "none.csv")[0].mend


def full_width(number):
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


def test_heads_may_be_full_width_and_blank_rows_count_nothing(tmp_path):
    heads = ["姓 名", "单位", *(f"第{n}题" for n in range(1, COUNT)), full_width(COUNT)]
    blank = [""] * len(heads)
    file = written(
        tmp_path, blank, heads, ["甲", "", *RIGHT], blank, ["乙", "", *WRONG], blank, [""]
    )
    assert totals(file) == [PAPER.total, 0]


def test_a_head_that_is_missing_doubled_or_unknown_is_told(tmp_path):
    heads = ["姓名", "电话", *HEAD[2:5], "3", *HEAD[6:], str(COUNT + 1)]
    told = [str(fault) for fault in faults_in(written(tmp_path, heads, ["甲", "", *RIGHT]))]
    assert told[0] == (
        "第 1 行 B 列（表头）：写着“电话”；不认识这一列；"
        "表头只有 姓名、单位 和题号，请改正或删去这一列"
    )
    assert "F 列" in told[1]
    assert "与 E 列重复" in told[1]
    assert f"只有 1–{COUNT} 题" in told[2]
    assert "缺少 4 列" in told[3]


def test_all_faults_are_told_at_once_with_place_and_mend(tmp_path):
    one, other = ["甲", "某局", *RIGHT], ["乙", "某局", *RIGHT]
    one[2], other[3], other[16] = "G", "AB", "？"
    nameless = ["", "", *RIGHT]
    faults = faults_in(written(tmp_path, HEAD, one, other, nameless))
    assert [(fault.row, fault.column) for fault in faults] == [
        (2, "C"),
        (3, "D"),
        (3, "Q"),
        (4, "A"),
    ]
    assert str(faults[0]).startswith("第 2 行 C 列（第 1 题，甲）：写着“G”；应是 A–D 中的一个字母")


def test_an_empty_cell_is_no_answer_and_a_dash_is_a_blank_paper(tmp_path):
    some = ["甲", "", RIGHT[0], *[""] * (len(RIGHT) - 1)]
    blank = ["乙", "", "－", *[""] * (len(RIGHT) - 1)]
    assert totals(written(tmp_path, HEAD, some, blank)) == [ASKED[0].points, 0]
    absent = ["丙", "", *[""] * len(RIGHT)]
    (fault,) = faults_in(written(tmp_path, HEAD, some, absent))
    assert (fault.row, fault.column) == (3, "")
    assert "缺考的请删去" in fault.mend


def test_several_rows_of_a_person_are_joined_if_they_do_not_differ(tmp_path):
    half = len(RIGHT) // 2
    empty = [""] * half
    rows = [["张 三", "某局", *RIGHT[:half], *empty], ["张三", "某局", *empty, *RIGHT[half:]]]
    assert totals(written(tmp_path, HEAD, *rows)) == [PAPER.total]
    rows[1][2] = WRONG[0]
    (fault,) = faults_in(written(tmp_path, HEAD, *rows))
    assert (fault.row, fault.column) == (3, "C")
    assert f"第 2 行写的是“{RIGHT[0]}”" in fault.mend


def test_a_name_with_a_unit_and_without_may_be_two_people(tmp_path):
    rows = [["张三", "某局", *RIGHT], ["张三", "", *RIGHT]]
    (fault,) = faults_in(written(tmp_path, HEAD, *rows))
    assert "请补上单位" in fault.mend
    rows[1][1] = "某厅"
    assert totals(written(tmp_path, HEAD, *rows)) == [PAPER.total] * 2


def test_a_cell_beyond_the_heads_is_told(tmp_path):
    (fault,) = faults_in(written(tmp_path, HEAD, ["甲", "", *RIGHT, "备注"]))
    assert fault.column == get_column_letter(len(HEAD) + 1)
    assert "没有表头" in fault.mend


def as_xlsx(folder, *rows, more=False):
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    if more:
        book.create_sheet("另一张").append(["x"])
    file = folder / "answers.xlsx"
    book.save(file)
    return file


def test_a_workbook_is_read_with_numbers_for_heads_and_merged_names(tmp_path):
    numbers = ["姓名", "单位", *range(1, COUNT + 1)]
    assert totals(as_xlsx(tmp_path, numbers, ["甲", None, *RIGHT])) == [PAPER.total]
    half = len(RIGHT) // 2
    book = Workbook()
    book.active.append(numbers)
    book.active.append(["甲", None, *RIGHT[:half]])
    book.active.append([None, None, *[None] * half, *RIGHT[half:]])
    book.active.merge_cells("A2:A3")
    book.save(tmp_path / "answers.xlsx")
    assert totals(tmp_path / "answers.xlsx") == [PAPER.total]


def test_what_a_spreadsheet_made_of_an_answer_is_told(tmp_path):
    row = ["甲", None, *RIGHT]
    row[2], row[3], row[4] = date(2026, 3, 4), "=A1", "#N/A"
    faults = faults_in(as_xlsx(tmp_path, HEAD, row))
    assert [fault.column for fault in faults] == ["C", "D", "E"]
    assert "日期" in faults[0].mend
    assert "公式" in faults[1].mend
    assert "报错" in faults[2].mend


def test_a_format_down_to_the_last_row_costs_nothing(tmp_path):
    book = Workbook()
    for row in (HEAD, ["甲", None, *RIGHT]):
        book.active.append(row)
    book.active.cell(1_048_576, 16_000).number_format = "@"
    book.save(tmp_path / "answers.xlsx")
    assert totals(tmp_path / "answers.xlsx") == [PAPER.total]


def test_the_line_on_how_to_type_may_have_been_sorted_down(tmp_path):
    guide = [GUIDE, *["如何填"] * (len(HEAD) - 1)]
    file = written(tmp_path, HEAD, ["甲", "", *RIGHT], guide)
    assert totals(file) == [PAPER.total]


def test_a_name_on_two_lines_is_put_on_one(tmp_path):
    (person,) = people_in(written(tmp_path, HEAD, ["王\n#panic(1)", "某\u2028局", *RIGHT]))
    assert (person.name, person.unit) == ("王 #panic(1)", "某 局")


def test_which_sheet_is_meant_is_not_guessed(tmp_path):
    file = as_xlsx(tmp_path, HEAD, ["甲", None, *RIGHT], more=True)
    assert "分不清哪张是作答" in faults_in(file)[0].mend


# The template


def test_the_template_says_how_each_question_is_answered_and_is_read_back(tmp_path):
    text = template_csv(ASKED, GUIDE).decode("utf-8-sig")
    for one in ASKED:
        assert one.reader.how in text
    file = tmp_path / "filled.csv"
    file.write_bytes((text + as_csv([["甲", "", *RIGHT]])).encode("gbk"))
    assert totals(file) == [PAPER.total]
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(template_xlsx(ASKED, GUIDE)))
    assert book.active.column_dimensions["C"].number_format == "@"
    book.active.append(["甲", None, *RIGHT])
    book.save(tmp_path / "filled.xlsx")
    assert totals(tmp_path / "filled.xlsx") == [PAPER.total]


@pytest.mark.parametrize("other", ["final-7-000000 A 卷", f"{PAPER.code} B 卷"])
def test_a_template_of_another_paper_or_form_is_refused(tmp_path, other):
    guide = [f"填法（{other}）", *[""] * (len(HEAD) - 1)]
    (fault,) = faults_in(written(tmp_path, HEAD, guide, ["甲", "", *RIGHT]))
    assert "另一份试卷" in fault.mend


def test_columns_are_named_as_spreadsheets_do():
    assert [column_letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_quote_that_is_not_closed_is_told(tmp_path):
    file = tmp_path / "answers.csv"
    file.write_text('姓名,1\n"甲,A\n', encoding="utf-8")
    with pytest.raises(AnswersError, match="引号不成对"):
        read_table(file)
