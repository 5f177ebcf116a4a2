"""No input is trusted: faulty data are reported and left out, everything else counts."""

from __future__ import annotations

import io
import json
import random
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from exercises.marking.scoring import mark
from exercises.marking.statistics import figures_of
from exercises.marking.workbook import class_sheet
from results.reading.known import STALE, UNVERSIONED
from results.reading.sources import Reader
from results.responses import PRACTICE
from tests.exercises.marking.classes import final, head, people_in, right, wrong
from tests.exercises.marking.classes import written as written_table
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
from tests.this_course import load_bank

ONE, TWO = some_items()[:2]


def read(*sources, key=""):
    reader = Reader(known(), key)
    for source in sources:
        reader.read(str(source))
    return reader.finish()


def test_a_record_gives_its_first_and_its_last_attempt(tmp_path):
    both = {
        ONE.id: entry(ONE, right=True, attempts=3, first="wrong"),
        TWO.id: entry(TWO, right=False),
    }
    got = read(written(tmp_path / "王小明.json", record(both)))
    assert got.problems == []
    rows = {(one.item, one.attempt): one for one in got.responses}
    assert set(rows) == {(ONE.id, 1), (ONE.id, 3), (TWO.id, 1)}
    assert rows[ONE.id, 1].score == 0
    assert rows[ONE.id, 3].score == rows[ONE.id, 3].max == known().rubrics[ONE.id].max
    assert {one.learner for one in got.responses} == {"王小明"}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"version": "000000000000"}, "另一版"),
        ({"at": NOW + 86_400_000.0}, "时间在将来"),
        ({"score": 99}, "与作答不符"),
        ({"score": -1}, "的 score：不是课程会写的"),
        ({"extra": 1}, "的 extra：不是课程会写的"),
        ({"attempts": 10**9}, "的 attempts：不是课程会写的"),
    ],
)
def test_a_wrong_entry_is_named_and_the_others_count(tmp_path, changed, said):
    both = {ONE.id: entry(ONE, right=True, **changed), TWO.id: entry(TWO, right=True)}
    got = read(written(tmp_path / "甲.json", record(both)))
    assert [one.item for one in got.responses] == [TWO.id]
    (problem,) = got.problems
    assert problem.file == "甲.json"
    assert ONE.id in problem.place
    assert said in str(problem)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (record({}, course={"id": "other", "title": "别的课"}), "course “别的课”：这是另一门课程"),
        (record({}, version=9), "版本不认识"),
        (record({}, exercises=[]), "文件不完整"),
        ({"hello": 1}, "不是学习记录"),
    ],
)
def test_a_foreign_file_is_named(tmp_path, data, said):
    got = read(written(tmp_path / "甲.json", data))
    assert got.responses == []
    assert got.files == 0
    assert said in str(got.problems[-1])


def test_the_same_file_twice_counts_once(tmp_path):
    once = record({ONE.id: entry(ONE, right=True)})
    written(tmp_path / "一组" / "甲.json", once)
    written(tmp_path / "一组" / "甲的副本.json", once)
    got = read(tmp_path / "一组")
    assert len(got.responses) == 1
    assert "同一份" in got.problems[0].message
    assert "甲.json" in got.problems[0].place


def test_a_record_exported_twice_counts_once_with_what_came_since(tmp_path):
    first = entry(ONE, right=False, at=NOW - 9_000_000)
    again = entry(ONE, right=True, at=NOW, attempts=2, first="wrong")
    old = written(tmp_path / "甲.json", record({ONE.id: first}))
    new = written(
        tmp_path / "新" / "甲.json",
        record({
            ONE.id: again,
            TWO.id: first
            | {"version": TWO.version, "response": entry(TWO, right=False)["response"]},
        }),
    )
    for sources in ((old, new), (new, old)):
        got = read(*sources)
        rows = {(one.item, one.attempt): one for one in got.responses}
        assert set(rows) == {(ONE.id, 1), (ONE.id, 2), (TWO.id, 1)}
        # The first answer itself; the later record has only its result.
        assert rows[ONE.id, 1].response
        assert rows[ONE.id, 2].score == rows[ONE.id, 2].max
        assert got.problems == []


def test_two_devices_of_one_name_are_one_learner_in_the_order_of_time_and_that_is_said(tmp_path):
    one = written(tmp_path / "手机" / "甲.json", record({ONE.id: entry(ONE, right=True, at=NOW)}))
    early = entry(ONE, right=False, at=NOW - 9_000_000)
    other = written(tmp_path / "电脑" / "甲.json", record({ONE.id: early}))
    for sources in ((one, other), (other, one)):
        got = read(*sources)
        attempts = sorted((one.attempt, one.score > 0) for one in got.responses)
        assert attempts == [(1, False), (2, True)]
        (doubt,) = got.doubts
        assert "算作同一个人" in doubt.message
        assert doubt.place == "甲（第 1 个来源的 甲.json）"
    # From two units they are two people, without doubt.
    got = read(tmp_path)
    assert {one.learner for one in got.responses} == {"手机/甲", "电脑/甲"}
    assert got.doubts == []


def test_two_people_of_one_name_in_two_marked_papers_are_named(tmp_path):
    paper, asked = final()
    yes, no = right(asked), wrong(asked)
    for name, rows in (("一班", [["甲", "", *yes], ["乙", "", *yes]]), ("二班", [["甲", "", *no]])):
        marked = mark(people_in(written_table(tmp_path, head(asked), *rows)), asked)
        data = class_sheet(marked, figures_of(marked), load_bank(), paper, 60)
        (tmp_path / name).mkdir()
        (tmp_path / name / "成绩.xlsx").write_bytes(data)
    got = read(tmp_path / "一班", tmp_path / "二班")
    assert {one.learner for one in got.responses} == {"甲", "乙"}
    assert all(one.score for one in got.responses)
    (problem,) = got.problems
    assert problem.place == "甲（第 1 个来源的 成绩.xlsx）"
    assert problem.count == len(asked)
    assert "写上单位" in problem.message


def test_two_people_of_one_name_on_a_platform_differ_by_their_addresses(tmp_path):
    made = [
        statement(ONE, "甲", right=right, minute=minute)
        for minute, right in ((1, True), (2, False))
    ]
    for one, box in zip(made, ("a@x.example", "b@x.example"), strict=True):
        one["actor"] = {"name": "甲", "mbox": f"mailto:{box}"}
    got = read(written(tmp_path / "库.json", made))
    assert {one.learner for one in got.responses} == {"甲（a@x.example）", "甲（b@x.example）"}


def test_without_names_messages_count_sources_and_files(tmp_path):
    once = record({ONE.id: entry(ONE, right=True)})
    folder = tmp_path / "收来的"
    written(folder / "一组" / "王芳.json", once)
    written(folder / "一组" / "王芳的副本.json", once)
    written(folder / "张伟.json", record({"李娜": {}, ONE.id: {"王秀英": 1}}))
    foreign = record({}, course={"id": "other", "title": "刘洋"})
    written(folder / "赵磊.json", foreign)
    single = written(tmp_path / "陈静.json", {"hello": "周杰"})
    packed = tmp_path / "孙丽.zip"
    with ZipFile(packed, "w") as archive:
        archive.writestr(".隐藏", "x")
        archive.writestr("吴强.json", "{")
    other = written(tmp_path / "乙" / "王芳.json", record({ONE.id: entry(ONE, right=True, at=NOW)}))
    lost = tmp_path / "郑敏.json"
    reader = Reader(known(), named=False)
    for source in (folder, single, packed, lost, folder / "一组" / "王芳.json", other):
        reader.read(str(source))
    got = reader.finish()
    said = [str(one) for one in (*got.problems, *got.doubts)]
    names = [
        "王芳",
        "张伟",
        "李娜",
        "王秀英",
        "刘洋",
        "赵磊",
        "陈静",
        "周杰",
        "孙丽",
        "吴强",
        "郑敏",
        "一组",
        "json",
    ]
    assert not [one for one in said for name in names if name in one]
    assert [one.partition("：")[0] for one in said] == [
        "第 1 个来源里的第 2 个文件 （与 第 1 个来源里的第 1 个文件 一字不差）",
        "第 1 个来源里的第 3 个文件",
        "第 1 个来源里的第 3 个文件",
        "第 1 个来源里的第 4 个文件",
        "第 2 个来源",
        "第 3 个来源里的第 1 个文件",
        "第 4 个来源",
        "第 5 个来源 （与 第 1 个来源里的第 1 个文件 一字不差）",
    ]


def test_a_zip_with_chinese_names_of_windows_and_without_what_is_hostile(tmp_path):
    packed = io.BytesIO()
    content = json.dumps(record({ONE.id: entry(ONE, right=True)})).encode()
    with ZipFile(packed, "w") as archive:
        archive.writestr("一组/王小明.json".encode("gbk").decode("cp437"), content)
        archive.writestr("inner.zip", b"PK")
        archive.writestr("../../etc/x.json", b"{")
    # Chinese Windows does not set the UTF-8 flag, and writes names in its own encoding.
    data = packed.getvalue().replace("一组/王小明.json".encode("gbk").decode("cp437").encode(), b"")
    assert data
    (tmp_path / "班.zip").write_bytes(packed.getvalue())
    got = read(tmp_path / "班.zip")
    assert len(got.responses) == 1
    assert {one.place for one in got.problems} == {"", "第 1 行第 2 字"}
    assert len(got.problems) == 2


def test_marked_papers_are_read_with_what_was_chosen(tmp_path):
    paper, asked = final()
    yes, no = right(asked), wrong(asked)
    rows = [["甲", "某局", *yes], ["=1+1", "", *no], ["丙", "", no[0], *yes[1:]]]
    marked = mark(people_in(written_table(tmp_path, head(asked), *rows)), asked)
    data = class_sheet(marked, figures_of(marked), load_bank(), paper, 60)
    file = tmp_path / "阅卷" / "成绩.xlsx"
    file.parent.mkdir()
    file.write_bytes(data)
    (file.parent / "成绩.csv").write_text("x", encoding="utf-8")
    got = read(tmp_path / "阅卷")
    assert got.problems == []
    assert {one.paper for one in got.responses} == {f"{paper.code} A 卷"}
    assert {one.learner for one in got.responses} == {"某局/甲", "=1+1", "丙"}
    assert len(got.responses) == 3 * len(asked)
    first = {one.learner: one for one in got.responses if one.item == asked[0].item.id}
    assert json.loads(first["某局/甲"].response or "") == dict(asked[0].rubric.right_response())
    assert [first[name].score for name in ("某局/甲", "丙")] == [asked[0].points, 0]


def changed_paper(folder, change):
    """Write a marked paper of two people, changed by a function of the sheet 各题; give its size."""
    paper, asked = final()
    rows = [["甲", "", *right(asked)], ["乙", "", *wrong(asked)]]
    marked = mark(people_in(written_table(folder, head(asked), *rows)), asked)
    book = load_workbook(
        io.BytesIO(class_sheet(marked, figures_of(marked), load_bank(), paper, 60))
    )
    change(book["各题"])
    book.save(folder / "成绩.xlsx")
    return len(asked)


def test_answers_of_a_marked_paper_to_another_version_of_an_item_are_left_out(tmp_path):
    def change(items):
        assert items["L1"].value == "题目版本"
        items["L3"] = items["L5"] = "0" * 12

    asked = changed_paper(tmp_path, change)
    got = read(tmp_path / "成绩.xlsx")
    assert len(got.responses) == 2 * (asked - 2)
    assert {one.version for one in got.responses} == {
        known().items[one.item].version for one in got.responses
    }
    (problem,) = got.problems
    assert (problem.place, problem.message, problem.count) == (
        "“成绩”第 2、4 题，共 2 人", STALE, 4,
    )  # fmt: skip
    assert got.doubts == []


def test_a_marked_paper_that_names_no_versions_counts_and_that_is_doubted_once(tmp_path):
    asked = changed_paper(tmp_path, lambda items: items.delete_cols(12))
    got = read(tmp_path / "成绩.xlsx")
    assert len(got.responses) == 2 * asked
    assert got.problems == []
    (doubt,) = got.doubts
    assert (doubt.file, doubt.message, doubt.count) == ("成绩.xlsx", UNVERSIONED, 2 * asked)


class Store(BaseHTTPRequestHandler):
    """A record store that returns one page at a time."""

    pages: ClassVar[list[dict[str, object]]] = []
    asked: ClassVar[list[str | None]] = []

    def do_GET(self) -> None:
        Store.asked.append(self.headers.get("Authorization"))
        place = int(self.path.rpartition("=")[2]) if "page=" in self.path else 0
        body = json.dumps(Store.pages[place]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Do not log requests."""


@pytest.fixture(scope="module")
def store():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Store)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/xAPI"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_record_store_is_read_page_by_page(store):
    double = statement(ONE, "甲", right=True, minute=2)
    foreign = statement(ONE, "乙", right=True, minute=3)
    foreign["context"]["contextActivities"] = {"grouping": [{"id": "urn:course:other:all"}]}
    foreign["object"]["id"] = f"https://platform.example/activities/8/{ONE.id}"
    ahead = statement(ONE, "乙", right=True, minute=60 * 24 * 3)
    Store.pages = [
        {"statements": [statement(ONE, "甲", right=False, minute=1)], "more": "/xAPI/m?page=1"},
        {"statements": [double, double, foreign, ahead], "more": ""},
    ]
    got = read(store, key="name:secret")
    assert Store.asked[-1] == "Basic bmFtZTpzZWNyZXQ="
    rows = sorted(got.responses, key=lambda one: one.attempt)
    assert [(one.attempt, one.score > 0, one.ms) for one in rows] == [
        (1, False, 12500),
        (2, True, 12500),
    ]
    assert json.loads(rows[1].response or "") == dict(known().rubrics[ONE.id].right_response())
    assert {one.paper for one in rows} == {PRACTICE}
    said = [(one.place, one.message[:4]) for one in got.problems]
    assert said == [("第 3 条", "与前面的"), ("共 1 处", "属于另一"), ("第 5 条", "时间在将")]


def test_statements_about_another_version_are_left_out_and_without_one_doubted_once(store):
    made = [statement(ONE, "甲", right=True, minute=minute) for minute in range(4)]
    made[0]["context"]["extensions"] = dict.fromkeys(made[0]["context"]["extensions"], "0" * 12)
    for old in made[1:3]:
        del old["context"]["extensions"]
    Store.pages = [{"statements": made, "more": ""}]
    got = read(store)
    rows = sorted((one.attempt, one.version) for one in got.responses if one.version)
    assert rows == [(3, ONE.version)]
    assert len(got.responses) == 3
    assert [(one.place, one.message) for one in got.problems] == [("第 1 条", STALE)]
    assert [(one.place, one.message) for one in got.doubts] == [("共 2 条", UNVERSIONED)]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("http://elsewhere.example/xAPI?page=1", "另一个网站"),
        ("/xAPI/m?page=0", "读不完"),
        ("http://[x", "下一页不是网址"),
    ],
)
def test_a_store_that_leads_astray_gives_nothing(store, more, said):
    Store.pages = [{"statements": [statement(ONE, "甲", right=True, minute=1)], "more": more}]
    got = read(store)
    assert got.responses == []
    assert said in got.problems[-1].message


def bad_files(folder, count):
    """Write files that are faulty in many ways: truncated, corrupted, hostile."""
    chance = random.Random(17)
    sound = json.dumps(record({item.id: entry(item, right=True) for item in some_items()}))
    hostile = ["[" * 100_000, '{"a":' * 50_000, "NaN", "", "\x00" * 50, "9" * 10_000, '"\\ud800"']
    for place in range(count):
        suffix = chance.choice([".json", ".json", ".zip", ".xlsx", ".parquet", ".jsonl", ".exe"])
        data = bytearray(sound.encode())
        match chance.randrange(4):
            case 0:
                data = data[: chance.randrange(len(data) - 1)]
            case 1:
                for _ in range(30):
                    data[chance.randrange(len(data))] = chance.randrange(128, 256)
            case 2:
                data = bytearray(chance.choice(hostile).encode())
            case _:
                data = bytearray(chance.randbytes(chance.randrange(1, 400)))
        # All files differ, as duplicates are left out.
        (folder / f"坏{place:03}{suffix}").write_bytes(bytes(data) + b"%d" % place)


def test_200_bad_files_are_each_named_and_nothing_else_is_lost(tmp_path):
    from results.engines import engine_of
    from results.parquet_rows import checked

    class_folder(tmp_path, 3)
    bad_files(tmp_path, 200)
    got = read(tmp_path)
    engine = engine_of("duckdb")
    for file, _ in got.tables:
        table, problems = checked(engine, file, known())
        assert table is None
        got.problems += problems
    assert len(got.responses) == 3 * len(some_items())
    named = {one.file for one in got.problems}
    assert named == {path.name for path in tmp_path.glob("坏*")}
    assert all(one.message for one in got.problems)
