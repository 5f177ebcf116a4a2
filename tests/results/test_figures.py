"""Figures agree with marking on all engines, and reports contain only what they may."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from exercises.__main__ import main
from exercises.marking.scoring import mark
from exercises.marking.statistics import figures_of
from exercises.marking.workbook import class_sheet
from results.computing import Asked, compute
from results.engines import EngineError, engine_of
from results.figures.papers import groups
from results.parquet_rows import checked
from results.pseudonyms import pseudonymous
from results.reading.known import FUTURE, STALE
from results.reading.sources import Reader
from results.report.item_tables import options_table
from results.report.people_tables import gain_table
from results.report.selection import Told
from results.report.wording import Words
from results.responses import PRACTICE, Doubt, Response
from tests.exercises.marking.classes import final, head, people_in, right, wrong
from tests.exercises.marking.classes import written as written_table
from tests.results.classes import NOW, class_folder, entry, known, record, some_items, written
from tests.this_course import COURSE, ROOT, load_bank

OBJECTIVES = {item.id: item.objective for item in load_bank()}
CHAPTERS = {item.id: chapter.id for chapter in load_bank().chapters for item in chapter.items}


@pytest.fixture(scope="module")
def engine():
    return engine_of("duckdb")


def made_up(size=30, items=6, paper="卷"):
    """Return responses of people with different abilities, with all sums different."""
    ids = [item.id for item in some_items()[:items]]
    return [
        Response(
            f"甲局/人{who:02}",
            "甲局",
            id_,
            1,
            None,
            float((who * 7 + which * 11) % 5 <= who // 10),
            1,
            900 * which + 100,
            5,
            paper,
        )
        for who in range(size)
        for which, id_ in enumerate(ids)
    ]


def spread_over_chapters(size):
    """Return rows of more items than one whole number can hold the marks of."""
    ids = [item.id for item in load_bank()][:90]
    return [
        Response(f"人{who}", "", id_, 1, None, float((who + which) % 3 > 0), 1, None, 5, PRACTICE)
        for who in range(size)
        for which, id_ in enumerate(ids)
    ]


def figures(engine, folder, rows, pair=None):
    asked = Asked(CHAPTERS, OBJECTIVES, pair, 5)
    return compute(engine, engine.rows(rows, folder), asked)


def test_a_marked_paper_has_the_figures_that_marking_gives(engine, tmp_path):
    paper, asked = final()
    yes, no = right(asked), wrong(asked)
    rows = [
        [
            f"人{who}",
            "",
            *(yes[q] if (who * 5 + q * 3) % 12 <= who else no[q] for q in range(len(asked))),
        ]
        for who in range(12)
    ]
    marked = mark(people_in(written_table(tmp_path, head(asked), *rows)), asked)
    expected = figures_of(marked)
    file = tmp_path / "成绩.xlsx"
    file.write_bytes(class_sheet(marked, expected, load_bank(), paper, 60))
    reader = Reader(known())
    reader.read(str(file))
    got = figures(engine, tmp_path, reader.finish().responses)
    by_id = {one.item: one for one in got.items}
    assert len(by_id) == len(asked)
    for one in expected.items:
        own = by_id[one.asked.item.id]
        assert own.difficulty == pytest.approx(one.difficulty, abs=1e-9)
        assert own.discrimination == (
            None if one.discrimination is None else pytest.approx(one.discrimination, abs=1e-4)
        )
    assert got.papers[0].alpha == pytest.approx(expected.alpha, abs=1e-9)
    assert got.papers[0].error == pytest.approx(expected.error, abs=1e-9)
    assert got.papers[0].whole == 12


def test_rows_that_are_there_twice_count_once(engine, tmp_path):
    rows = made_up()
    assert figures(engine, tmp_path, rows) == figures(engine, tmp_path, rows + rows)


def test_rows_that_are_there_twice_for_some_count_once(engine, tmp_path):
    rows = spread_over_chapters(20)
    once = figures(engine, tmp_path, rows)
    assert once.responses == len(rows)
    # Duplicates of single learners, whose sum of bits is that of another item, or of none.
    again = [rows[3], rows[90 + 39], *[rows[-1]] * 2, *rows[180:184] * 3, *rows[250:262]]
    assert figures(engine, tmp_path, rows + again) == once


def test_the_last_of_several_attempts_and_the_first_are_told_apart(engine, tmp_path):
    first = made_up(20)
    later = [replace(one, attempt=3, score=1, when=9) for one in first if one.learner < "甲局/人05"]
    alone = [replace(later[0], learner="甲局/又", score=0.5)]
    got = figures(engine, tmp_path, first + later + alone)
    assert got.responses == len(first) + 1
    people = {row["learner"]: row for row in got.people}
    assert people["甲局/人04"]["last"] == people["甲局/人04"]["last_most"] == 600
    assert people["甲局/人04"]["total"] == 100 * sum(
        one.score for one in first if one.learner == "甲局/人04"
    )
    assert (people["甲局/人04"]["attempts"], people["甲局/人05"]["attempts"]) == (18, 6)
    assert (people["甲局/人04"]["when"], people["甲局/人05"]["when"]) == (9, 5)
    assert (people["甲局/又"]["total"], people["甲局/又"]["last"]) == (0, 50)
    assert {one.people for one in got.items} == {20}
    assert got.papers[0].whole == 20


def test_before_and_after_are_of_those_who_did_both(engine, tmp_path):
    before = [one for one in made_up(20) if not one.learner.endswith("9")]
    after = [
        Response(one.learner, one.unit, one.item, 1, None, 1, 1, None, None, "后")
        for one in made_up(20)
    ]
    gain = figures(engine, tmp_path, before + after, ("卷", "后")).gain
    assert gain is not None
    assert gain.people == 18
    assert gain.second == 1
    assert gain.first == pytest.approx(sum(one.score for one in before) / len(before), abs=1e-5)
    assert all(second == 1 for _, _, second in gain.objectives)
    assert (
        gain.better
        + sum(
            all(one.score for one in before if one.learner == who)
            for who in {one.learner for one in before}
        )
        == 18
    )


def test_small_units_are_not_shown_nor_told_by_subtraction():
    def row(unit, n):
        return {"unit": unit, "n": n, "earned": n, "most": 2 * n}

    shown = groups([row("甲", 20), row("乙", 6), row("丙", 2)], 5)
    assert [(one.name, one.people) for one in shown] == [("甲", 20), ("其他", 8)]
    assert groups([row("甲", 3), row("乙", 4)], 5) == ()
    tied = [row("甲", 5), row("乙", 5), row("丙", 1)]
    assert groups(tied, 5) == groups(tied[::-1], 5)


def asked_of(name, rows, folder, monkeypatch):
    """Compute all figures on an engine, and record its expressions."""
    engine, asked = engine_of(name), []
    run = engine.run
    monkeypatch.setattr(engine, "run", lambda one: asked.append(one) or run(one))
    got = figures(engine, folder, rows, ("卷", "后"))
    return got, asked


def test_every_expression_can_be_said_to_clickhouse(tmp_path, monkeypatch):
    import ibis

    got, asked = asked_of("duckdb", TRIED, tmp_path, monkeypatch)
    assert got.gain
    assert got.done
    assert len(asked) >= 10
    for one in asked:
        assert "SELECT" in ibis.to_sql(one, dialect="clickhouse")


TWICE = made_up(40) + made_up(25, paper="后") + made_up(30, paper=PRACTICE)
#: Some are duplicates or further attempts.
TRIED = TWICE + TWICE[:9] + [replace(one, attempt=2, score=1) for one in made_up(12)]


#: The engines are optional, and Spark alone takes a minute to start and plan.
by_make_engines = pytest.mark.skipif(
    "RESULTS_ENGINES" not in os.environ, reason="make engines installs and runs them"
)


@by_make_engines
def test_spark_gives_the_same_to_the_last_digit(tmp_path, monkeypatch):
    monkeypatch.setenv(
        "PYSPARK_SUBMIT_ARGS",
        "--master local[2] --conf spark.sql.shuffle.partitions=2 --conf spark.ui.enabled=false "
        "pyspark-shell",
    )
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    same_as_duckdb("spark", tmp_path)


@by_make_engines
def test_clickhouse_gives_the_same_to_the_last_digit(tmp_path, monkeypatch):
    from clickhouse_connect import common

    from tests.results.clickhouse import served

    common.set_setting("use_protocol_version", False)
    with served(tmp_path) as url:
        monkeypatch.setenv("CLICKHOUSE_URL", url)
        same_as_duckdb("clickhouse", tmp_path)


def same_as_duckdb(name, folder):
    asked = Asked(CHAPTERS, OBJECTIVES, ("卷", "后"), 5)
    found = {}
    for one in (name, "duckdb"):
        engine = engine_of(one)
        engine.rows([*TRIED, replace(TRIED[0], item="elsewhere")], folder)
        table, problems = checked(engine, folder / "rows.parquet", known())
        assert [one.count for one in problems] == [1, len(TRIED)]
        found[one] = compute(engine, table, asked)
        unnamed = pseudonymous(engine, table).select("learner").distinct().cache()
        assert len(engine.run(unnamed)) == found[one].learners
    assert found[name] == found["duckdb"]
    assert found[name].gain


def test_learners_whose_names_share_a_hash_are_told_apart(engine, tmp_path, monkeypatch):
    told = figures(engine, tmp_path, TRIED, ("卷", "后"))
    monkeypatch.setattr(engine, "hashed", lambda text: text.length())
    assert figures(engine, tmp_path, TRIED, ("卷", "后")) == told
    assert len(told.people) > 40


def test_a_learner_of_two_units_counts_in_the_last_of_them_by_name(engine, tmp_path):
    rows = [replace(one, unit="甲" if place % 2 else "乙") for place, one in enumerate(made_up(20))]
    (paper,) = figures(engine, tmp_path, rows).papers
    assert [(one.name, one.people) for one in paper.units] == [("甲", 20)]


def test_a_small_table_keeps_every_name_as_it_is(engine):
    names = ["O'Neil", 'a "b"', "a\\n\n换行", "🙂", "", "'); DROP TABLE x; --"]
    rows = engine.run(engine.small({"name": names, "again": names[::-1]}))
    assert [row["name"] for row in rows] == names
    assert [row["again"] for row in rows] == names[::-1]


def test_an_engine_that_is_not_installed_says_what_to_install(monkeypatch):
    for module in ("pyspark", "pyspark.sql", "clickhouse_connect"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(EngineError, match=r"requirements-spark\.txt"):
        engine_of("spark")
    with pytest.raises(EngineError, match=r"requirements-clickhouse\.txt"):
        engine_of("clickhouse")
    monkeypatch.setitem(sys.modules, "ibis", None)
    with pytest.raises(EngineError, match="make setup-results"):
        engine_of("duckdb")


@pytest.fixture(scope="module")
def reported(tmp_path_factory):
    """Return the report of a class, made by the command, with and without names."""
    folder = tmp_path_factory.mktemp("results")
    class_folder(folder / "记录", 24, units=("甲局", "乙局"))
    hostile = {item.id: entry(item, right=False, at=1.0) for item in some_items()}
    written(folder / "记录" / "丙局" / "=1+1.json", record(hostile))
    written(folder / "记录" / "<b>坏.json", {"x": 1})
    for name, options in (("名", []), ("号", ["--pseudonyms"])):
        status = main(["results", str(folder / "记录"), "--out", str(folder / name), *options])
        assert status == 0
    return folder


def test_the_report_is_one_file_with_all_that_was_asked_for(reported):
    text = (reported / "名" / "报告.html").read_text(encoding="utf-8")
    assert not re.search(r"<script|https?://|\ssrc=|url\(", text)
    assert "<b>坏" not in text
    assert "&lt;b&gt;坏.json" in text
    titles = re.findall(r"<h2>(.+?)</h2>", text)
    assert titles == [
        "总览",
        "要讲评的题",
        "学习目标",
        "各题",
        "选了什么",
        "各单位",
        "各人",
        "练习进度",
        "没有计入的",
    ]
    assert text.count("<svg") == 3
    assert "丙局</td>" not in text
    worst = html.unescape(text[text.index("<blockquote>") + 12 :])
    assert worst[: worst.index("<")] in load_bank().speech.text


def test_the_workbook_keeps_names_as_text_and_the_table_can_be_read_again(reported, capsys):
    book = load_workbook(reported / "名" / "报告.xlsx")
    cells = [row[0] for row in book["各人"].iter_rows(min_row=2)]
    assert "丙局/=1+1" in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} == {"s"}
    shown = [cell.value for cell in book["各题"]["M"][1:]]
    places = Words(load_bank(), COURSE).order
    assert shown == sorted(shown, key=places.__getitem__)
    shares = book["各单位"]["D"][1:]
    assert {cell.number_format for cell in shares if cell.value % 1} == {"0%"}
    again = ["results", str(reported / "名" / "作答.parquet"), "--out", str(reported / "又")]
    assert main(again) == 0
    said = capsys.readouterr().out
    assert said.startswith(
        f"25 人，{25 * len(some_items())} 道次作答，来自 1 个文件或记录库；没有计入 0 处"
    )


def test_with_pseudonyms_nothing_says_who_is_who(reported):
    import pyarrow.parquet as pq

    folder = reported / "号"
    table = pq.read_table(folder / "作答.parquet").to_pydict()
    book = load_workbook(folder / "报告.xlsx")
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    page = (folder / "报告.html").read_text(encoding="utf-8")
    told = "\n".join([page, *cells, json.dumps(table, ensure_ascii=False)])
    assert "=1+1" not in told
    assert "坏" not in told
    assert not re.search(r"学员\d{3}", told)
    assert set(table["unit"]) == {None}
    assert set(table["learner"]) == {f"学员{place:02}" for place in range(1, 26)}


def test_with_pseudonyms_a_few_are_not_listed_and_nothing_printed_names_anybody(tmp_path, capsys):
    import pyarrow.parquet as pq

    class_folder(tmp_path / "记录", 3)
    written(tmp_path / "记录" / "王芳.json", {"x": 1})
    written(
        tmp_path / "又" / "学员001.json",
        record({some_items()[0].id: entry(some_items()[0], right=True)}),
    )
    sources = [str(tmp_path / "记录"), str(tmp_path / "又")]
    out = tmp_path / "out"
    assert main(["results", *sources, "--out", str(out), "--pseudonyms"]) == 0
    said = capsys.readouterr()
    assert "第 1 个来源里的第 4 个文件：" in said.err
    assert "请核对：第 2 个来源里的第 1 个文件 （第 1 个来源里的第 2 个文件）" in said.err
    assert "去掉 --pseudonyms" in said.err
    book = load_workbook(out / "报告.xlsx")
    assert not {"各人", "练习进度", "各单位"} & set(book.sheetnames)
    assert [cell.value for cell in book["没有计入的"]["A"]] == ["文件", "第 1 个来源"]
    assert [cell.value for cell in book["要核对的"]["A"]] == ["文件", "第 2 个来源"]
    told = [said.out, said.err, (out / "报告.html").read_text(encoding="utf-8")]
    told += [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [text for text in told if re.search(r"学员\d{3}|王芳|\.json", text)]
    learners = pq.read_table(out / "作答.parquet")["learner"].to_pylist()
    assert learners == sorted(learners)
    assert set(learners) == {"学员1", "学员2", "学员3"}


def test_a_few_words_of_a_learner_in_a_table_of_others_are_not_shown(engine, tmp_path):
    rows = [
        replace(one, response="我叫王芳" if one.learner.endswith("03") else "{}")
        for one in made_up()
    ]
    told = Told(figures(engine, tmp_path, rows), Words(load_bank(), COURSE), {}, [], 5)
    shown = {row[2] for row in options_table(told).rows[1:]}
    assert shown == {"没有作答"}


def test_before_and_after_says_who_is_not_compared(engine, tmp_path):
    after = [replace(one, paper="后") for one in made_up(20) if one.learner > "甲局/人05"]
    gone = [one for one in made_up(20) if one.learner < "甲局/人18"]
    got = figures(engine, tmp_path, gone + after, ("卷", "后"))
    told = Told(got, Words(load_bank(), COURSE), {}, [], 5)
    note = gain_table(told).note
    assert "只比两份都做了的 12 人" in note
    assert "只做了前一份的 6 人，只做了后一份的 2 人" in note


def test_nothing_to_count_and_an_unknown_paper_are_said_and_nothing_is_written(reported, capsys):
    out = reported / "无"
    assert main(["results", str(reported / "没有"), "--out", str(out)]) == 1
    assert "没有一条可以计入的作答" in capsys.readouterr().err
    options = ["--before", "训前", "--after", "训后", "--out", str(out)]
    assert main(["results", str(reported / "记录"), *options]) == 1
    assert "没有“训前”这一份；有 练习" in capsys.readouterr().err
    assert not out.exists()


def test_the_course_does_not_load_the_engines():
    code = "import results.__main__, sys; print({'ibis', 'pyarrow', 'duckdb'} & sys.modules.keys())"
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert run.stdout == "set()\n"


def test_rows_of_a_table_that_are_not_the_courses_are_counted_by_reason(engine, tmp_path):
    item = some_items()[0]
    sound = Response("甲", "", item.id, 1, None, 1, 2, None, NOW, "卷", item.version)
    wrong = [
        replace(sound, learner=""),
        replace(sound, score=3),
        replace(sound, item="elsewhere"),
        replace(sound, version="0" * 12),
        replace(sound, when=NOW + 86_400_000),
    ]
    unversioned = replace(sound, learner="乙", version=None)
    engine.rows([sound, unversioned, *wrong], tmp_path)
    table, problems = checked(engine, tmp_path / "rows.parquet", known())
    assert table is not None
    assert {row["learner"] for row in engine.run(table)} == {"甲", "乙"}
    assert [one.count for one in problems] == [2, 1, 1, 1, 1]
    assert "题库里没有" in problems[1].message
    assert problems[2].message == STALE
    assert problems[3].message == FUTURE
    assert isinstance(problems[4], Doubt)
