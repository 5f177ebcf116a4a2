"""``python -m exercises``: what other programs and trainers read."""

import json

from exercises import load_bank
from exercises.__main__ import main
from exercises.kinds.registry import kinds
from exercises.schema import bank_schema
from tests.exercises.banks import CLOZE, MULTIPLE, SINGLE, write_bank


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
    assert main(["--bank", str(write_bank(tmp_path, SINGLE, MULTIPLE, CLOZE)), "check"]) == 0
    assert "1 章，3 题" in capsys.readouterr().out


def test_check_fails_on_a_fault_and_tells_it(tmp_path, capsys):
    folder = write_bank(tmp_path, SINGLE.replace("p13.s02", "p99"))
    assert main(["--bank", str(folder), "check"]) == 1
    assert "没有段落 p99" in capsys.readouterr().err


def test_the_schema_names_every_kind_for_editors():
    named = bank_schema()["properties"]["items"]["items"]["discriminator"]["mapping"]
    assert set(named) == set(kinds())
