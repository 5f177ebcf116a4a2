"""The report shows trainers what the bank covers."""

import json
from itertools import takewhile

import pytest
from wcwidth import wcswidth

from exercises import read_bank
from exercises.__main__ import main
from exercises.report import figures, full, short
from exercises.rules import Scope
from tests.exercises.banks import CLOZE, MULTIPLE, SINGLE, single, write_bank, write_course
from tests.exercises.kinds.test_true_false import FALSE, TRUE
from tests.this_course import COURSE, load_bank


def scope_of(course):
    return Scope(read_bank(course), course)


@pytest.fixture
def scope(tmp_path):
    return scope_of(write_bank(tmp_path, SINGLE, MULTIPLE, CLOZE, single("four", key=2)))


def test_items_are_counted_by_chapter_objective_level_and_kind(scope):
    (chapter,) = figures(scope).chapters
    assert (chapter.items, chapter.minimum) == (4, 4)
    assert chapter.levels == {"remember": 3, "understand": 1, "apply": 0, "analyse": 0}
    (objective,) = chapter.objectives
    assert objective.items == {
        "remember": {"single": ["c07-stage", "c07-four"], "cloze": ["c07-five"]},
        "understand": {"multiple": ["c07-tasks"]},
    }


def test_keys_are_counted_by_place_where_there_are_four_options(scope):
    assert figures(scope).key_positions == {"A": 0, "B": 0, "C": 1, "D": 0}


def test_sentences_without_an_item_are_listed_with_their_text(scope):
    sentences = figures(scope).sentences
    assert len(sentences.untouched) == sentences.total - 2
    assert not {"p13.s02", "p13.s03"} & sentences.untouched.keys()
    assert sentences.untouched["p13.s01"].startswith("现在已经到了年中")


def test_the_text_shows_the_figures(scope):
    lines = full(figures(scope)).splitlines()
    (row,) = [line.split() for line in lines if line.startswith("c07-o1")]
    assert row == [
        "c07-o1",
        "4",
        "单项选择×2、填空",
        "多项选择",
        "—",
        "—",
        "能说出讲话对当前时间节点的两个判断",
    ]
    assert any(line.startswith("p13.s01  现在已经到了年中") for line in lines)


def test_chapters_stand_in_the_order_of_the_course():
    ids = [chapter.id for chapter in figures(Scope(load_bank(), COURSE)).chapters]
    assert ids[:2] == ["intro", "c01"]
    assert ids[-1] == "guide"


@pytest.mark.parametrize("layout", [full, short])
def test_columns_are_aligned_though_han_characters_are_wide(layout):
    lines = layout(figures(Scope(load_bank(), COURSE))).splitlines()
    rules = [number for number, line in enumerate(lines) if line.startswith("---")]
    assert rules
    for number in rules:
        edges = [at for at, mark in enumerate(lines[number]) if mark == " "]
        below = list(takewhile(lambda line: "  " in line, lines[number + 1 :]))
        assert below
        for line in [lines[number - 1], *below]:
            cells = "".join(mark * max(wcswidth(mark), 1) for mark in line)
            assert all(cells[at : at + 1] in {"", " "} for at in edges), line


def test_what_is_asked_is_counted(tmp_path):
    tagged = single("why", texts=["甲，丙", "甲，丁", "乙，丙", "乙，丁"]).replace(
        "level: remember", "level: analyse\n  task: reason"
    )
    course = write_bank(
        tmp_path, tagged, MULTIPLE, FALSE, TRUE.replace("judge", "true"), thinking=9
    )
    asking = figures(scope_of(course)).asking
    assert asking.tasks["reason"] == 1
    assert (asking.statements, asking.true, asking.key_counts) == (2, 1, {2: 0, 3: 1, 4: 0})
    assert asking.two_by_two == ["c07-why"]
    text = full(figures(scope_of(course)))
    assert "weigh、reason、force、draft、silence 共 1 题，至少 9 题。" in text
    assert "判断题的说法，对的有 1 / 2（50%），应在 40%—60%。" in text
    assert "多选题的正确项：2 个的 0 题，3 个的 1 题，4 个以上的 0 题。" in text


def test_an_empty_bank_has_a_report(tmp_path):
    assert "0 / 167（0%）" in full(figures(scope_of(write_course(tmp_path))))


def test_the_command_prints_text_or_the_same_as_json(tmp_path, capsys):
    folder = str(write_bank(tmp_path, SINGLE).root)
    assert main(["--course", folder, "report"]) == 0
    assert "四、正确项的位置" in capsys.readouterr().out
    assert main(["--course", folder, "report", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["chapters"][0]["objectives"][0]["items"] == {"remember": {"single": ["c07-stage"]}}
    assert data["absolute_words"]["必须"] == {"keys": [], "distractors": []}
