"""``python -m exercises``: its output for programs and for trainers."""

import json

from exercises.__main__ import main
from exercises.kinds.registry import kinds
from exercises.rules import rules
from exercises.schema import bank_schema
from tests.exercises.banks import CLOZE, FILE_OF_BANK, MULTIPLE, SINGLE, write_bank
from tests.this_course import load_bank


def test_list_prints_every_item_with_responses_that_earn_all_and_nothing(capsys):
    assert main(["list", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["id"] for row in rows] == [item.id for item in load_bank()]
    for row in rows:
        assert set(row) == {"id", "kind", "page", "right", "wrong", "source"}
        rubric = load_bank().item(row["id"]).rubric()
        assert rubric.grade(row["right"]).state == "correct"
        assert rubric.grade(row["wrong"]).state == "wrong"
        assert rubric.grade(row["wrong"]).score == 0


def test_check_says_what_a_sound_bank_holds(tmp_path, capsys):
    course = write_bank(tmp_path, SINGLE, MULTIPLE, CLOZE)
    assert main(["--course", str(course.root), "check", "--rule", "key-length"]) == 0
    assert capsys.readouterr().out == "题库没有错误：1 个文件，3 题。\n"


def test_check_tells_the_rules_that_are_broken_below_a_short_report(tmp_path, capsys):
    assert main(["--course", str(write_bank(tmp_path, SINGLE, MULTIPLE, CLOZE).root), "check"]) == 1
    out, err = capsys.readouterr()
    assert "收官之年的部署" in out
    assert f"{FILE_OF_BANK}:1: 规则 chapter-minimum：本章 3 题，至少应有 4 题；请补题" in err


def test_check_names_a_rule_that_there_is_not(tmp_path, capsys):
    assert (
        main(["--course", str(write_bank(tmp_path, SINGLE).root), "check", "--rule", "keys"]) == 1
    )
    assert "没有规则 keys；现有：" in capsys.readouterr().err


def test_rules_lists_those_that_are_checked_and_those_that_a_reviewer_judges(capsys):
    assert main(["rules"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {id_}：" in out for id_ in rules())
    assert "只有一个站得住的答案" in out


def test_check_fails_on_a_fault_and_tells_it(tmp_path, capsys):
    course = write_bank(tmp_path, SINGLE.replace("p13.s02", "p99"))
    assert main(["--course", str(course.root), "check"]) == 1
    assert "没有段落 p99" in capsys.readouterr().err


def test_the_schema_names_every_kind_for_editors():
    named = bank_schema()["properties"]["items"]["items"]["discriminator"]["mapping"]
    assert set(named) == set(kinds())
