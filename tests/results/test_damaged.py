"""A source that nobody could foresee costs itself alone, and little of the machine."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from exercises.__main__ import main
from results.engines import engine_of
from results.parquet_rows import checked
from results.reading import sources
from results.reading.sources import Reader
from results.responses import Response
from tests.results.classes import (
    NOW,
    class_folder,
    entry,
    known,
    record,
    some_items,
    statement,
    written,
)

ONE, TWO = some_items()[:2]
HALF = "\ud83d"
GBK = os.fsdecode("王小明.json".encode("gbk"))


def read(*given, key=""):
    reader = Reader(known(), key)
    for source in given:
        reader.read(str(source))
    return reader.finish()


def ascii_written(file, data):
    """Write JSON in which what is not ASCII, such as half a character, is escaped."""
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def huge(name):
    """Return a statement whose points no float can hold."""
    made = statement(ONE, name, right=True, minute=1)
    return made | {"result": {"score": {"raw": 10**400, "max": 10**401}}}


def table_of(folder, *learners):
    typed = json.dumps(dict.fromkeys(known().rubrics[ONE.id].slots, HALF))
    row = Response("", "单\x02位", ONE.id, 1, typed, 1, 2, None, NOW, "卷\x03", ONE.version)
    engine = engine_of("duckdb")
    engine.rows([replace(row, learner=name) for name in learners], folder)
    return engine, folder / "rows.parquet"


def test_a_report_is_written_whatever_lies_beside_good_files(tmp_path, monkeypatch, capsys):
    folder = class_folder(tmp_path / "收来的", 6)
    shutil.copyfile(folder / "学员000.json", folder / GBK)
    written(folder / "\x01无关.json", {"x": 1})
    ascii_written(folder / "半.json", record({}, course={"title": f"{HALF}别的", "id": "o"}))
    answered = entry(ONE, right=False)
    answered["response"] = dict.fromkeys(answered["response"], HALF)
    grade = known().rubrics[ONE.id].grade(answered["response"])
    answered |= {"state": grade.state, "score": grade.score}
    ascii_written(folder / "答了半个字.json", record({ONE.id: answered}))
    ascii_written(folder / "大数.json", huge("乙"))
    (tmp_path / "表").mkdir()
    _, parquet = table_of(tmp_path / "表", *(f"甲\x00\x08{n}" for n in range(6)))
    (folder / "坏.xlsx").write_bytes(b"x")
    monkeypatch.setattr(sources, "read_marked", lambda *_: 1 // 0)
    out = tmp_path / "out"
    assert main(["results", str(folder), str(parquet), "--out", str(out)]) == 0
    said = capsys.readouterr()
    for text in (
        "王小明.json （与 学员000.json 一字不差）",
        "无关.json：不是学习记录",
        "半.json course “\ufffd别的”：这是另一门课程",
        "大数.json 第 1 条：没有得分，或得分不合理",
        "坏.xlsx：读不下去（ZeroDivisionError）",
    ):
        assert f"没有计入：{text}" in said.err
    assert "13 人" in said.out
    assert "来自 8 个文件" in said.out
    assert "没有计入 5 处" in said.out
    rows = load_workbook(out / "报告.xlsx")["各人"].iter_rows(values_only=True)
    assert {"甲0", "答了半个字"} <= {row[0] for row in rows}


def test_a_name_in_gbk_is_a_learners_name(tmp_path):
    written(tmp_path / GBK, record({ONE.id: entry(ONE, right=True)}))
    unreadable = os.fsdecode(b"\xff\xfe.txt")
    written(tmp_path / unreadable, {"x": 1})
    got = read(tmp_path)
    assert {one.learner for one in got.responses} == {"王小明"}
    assert [one.file for one in got.problems] == [r"\xff\xfe.txt"]


@pytest.mark.parametrize("source", ["http://[bad", "https://name:secret@[bad/xAPI?key=secret"])
def test_what_is_no_address_is_said_without_its_key(source):
    # A key from the environment may be any bytes.
    (problem,) = read(source, key=os.fsdecode(b"\xff")).problems
    assert "请核对网址" in problem.message
    assert "secret" not in str(problem)


def test_a_key_file_that_cannot_be_read_is_said_with_what_to_do(tmp_path, capsys):
    bad = tmp_path / "key"
    command = ["results", "http://localhost", "--lrs-key", str(bad)]
    assert main(command) == 1
    assert "--lrs-key 的文件读不出；请核对它的路径" in capsys.readouterr().err
    bad.write_bytes("名称:密码".encode("gbk"))
    assert main(command) == 1
    assert "--lrs-key 的文件是 GBK 编码" in capsys.readouterr().err


def test_a_failure_midway_leaves_nothing_of_a_file_and_all_of_the_others(tmp_path, monkeypatch):
    def half(*_):
        yield Response("甲", "", ONE.id, 1, None, 1, 1, None, None, "卷")
        raise RuntimeError

    monkeypatch.setattr(sources, "read_marked", half)
    (tmp_path / "a.xlsx").write_bytes(b"x")
    written(tmp_path / "b.json", record({ONE.id: entry(ONE, right=True)}))
    got = read(tmp_path)
    assert {one.learner for one in got.responses} == {"b"}
    assert [one.file for one in got.problems] == ["a.xlsx"]


@pytest.mark.parametrize("data", [[0] * 50, {"statements": [0] * 50}, ["x"]])
def test_a_list_of_no_statements_is_one_foreign_file(tmp_path, data):
    got = read(written(tmp_path / "表.json", data))
    assert [one.count for one in got.problems] == [1]
    assert "不是学习记录" in got.problems[0].message
    assert got.files == 0


@pytest.mark.parametrize("data", [b"[" + b"{}," * 400_000, b"{}\n" * 400_000, b"[[]" * 400_000])
def test_what_would_take_the_memory_is_not_even_parsed(tmp_path, monkeypatch, data):
    monkeypatch.delattr("results.reading.sources.parse")
    (tmp_path / "a.json").write_bytes(data)
    (problem,) = read(tmp_path / "a.json").problems
    assert "没有读" in problem.message


def test_a_large_file_of_statements_is_read(tmp_path):
    made = [statement(ONE, "甲", right=True, minute=1)] * 1500
    for indent in (None, 1):
        file = tmp_path / f"{indent}.json"
        file.write_text(json.dumps(made, indent=indent), encoding="utf-8")
        assert file.stat().st_size > 1_000_000 or not indent
        assert len(read(file).responses) == 1


def test_of_one_reason_the_first_places_are_listed_and_all_are_counted(tmp_path):
    foreign = statement(TWO, "乙", right=True, minute=1)
    foreign["context"]["contextActivities"] = {}
    good = statement(ONE, "甲", right=True, minute=1)
    got = read(written(tmp_path / "库.json", [good, *[0] * 30, *[foreign | {"id": None}] * 40]))
    assert len(got.responses) == got.files == 1
    assert [one.place for one in got.problems] == [
        *(f"第 {place} 条" for place in range(2, 12)),
        "另有 20 处",
        "共 40 处",
    ]
    assert sum(one.count for one in got.problems) == 70


@pytest.mark.parametrize("refused", ["A王小明.json.bak", " .json", "A王小明.parquet"])
def test_a_file_counts_though_a_refused_one_has_the_same_bytes(tmp_path, refused):
    data = record({ONE.id: entry(ONE, right=True)})
    for name in (refused, "王小明.json"):
        written(tmp_path / name, data)
    got = read(tmp_path)
    assert {one.learner for one in got.responses} == {"王小明"}


def test_a_table_with_a_value_of_another_type_is_left_out(tmp_path):
    import pyarrow.parquet as pq

    engine, file = table_of(tmp_path, "甲")
    given = pq.read_table(file)
    place = given.schema.get_field_index("ms")
    for value, is_good in (("5", True), ("x", False)):
        pq.write_table(given.set_column(place, "ms", [[value]]), file)
        table, problems = checked(engine, file, known())
        assert (table is not None) == (not problems) == is_good


def test_who_has_nothing_to_see_in_a_table_is_nobody(tmp_path):
    engine, file = table_of(tmp_path, "  ", "\u3000", "\t\u3000\n", "\u3000甲", " 乙", "丙")
    table, problems = checked(engine, file, known())
    assert table is not None
    names = {row["learner"] for row in engine.run(table.select("learner"))}
    assert names == {"\u3000甲", " 乙", "丙"}
    assert [one.count for one in problems] == [3]
    engine, file = table_of(tmp_path, "  ")
    assert checked(engine, file, known())[0] is None
