"""Rules are found by their modules, and state their demands."""

from pathlib import Path

import pytest

from exercises import read_bank
from exercises.rules import Scope, UnknownRuleError, check, rules
from tests.exercises.banks import single, write_bank

HERE = Path(__file__).parent


def scope(folder, *items, **least):
    course = write_bank(folder, *items, **least)
    return Scope(read_bank(course), course)


@pytest.mark.parametrize("rule", rules().values(), ids=rules())
def test_a_rule_states_its_bound_and_its_mend(rule):
    assert "{" not in str(rule).replace("{speech}", "")
    assert rule.mend.startswith("请")


@pytest.mark.parametrize("id_", rules())
def test_every_rule_has_tests_that_name_it(id_):
    tests = "".join(file.read_text(encoding="utf-8") for file in HERE.glob("test_*.py"))
    assert f'"{id_}"' in tests


def test_some_rules_can_be_checked_alone(tmp_path):
    one = scope(tmp_path, single("one"), total=2)
    assert {fault.rule for fault in check(one, only=["total"])} == {"total"}


def test_an_unknown_rule_names_those_there_are(tmp_path):
    one = scope(tmp_path, single("one"))
    with pytest.raises(UnknownRuleError, match=r"没有规则 key-postion；现有：.*key-position"):
        check(one, only=["key-postion"])


def test_faults_come_by_file_and_line(tmp_path):
    items = [single(f"n{n}", stem="下列哪一项不是此时的阶段？") for n in range(3)]
    faults = check(scope(tmp_path, *items))
    places = [(str(fault.file), fault.line) for fault in faults]
    assert places == sorted(places)
