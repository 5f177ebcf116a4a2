"""A changed key, option or feedback makes its chapter's walkthrough fail."""

from __future__ import annotations

import shutil

import pytest
from pytest_notebook.nb_regression import NBRegressionError

from course import FILE
from tests.this_course import ROOT

NOTEBOOK = "test_walkthrough_c04.ipynb"
BANK = "exercises/bank/c04.yml"


def swapped_key(bank):
    """Move `key: true` from one option to the next."""
    at = bank.index("        key: true\n")
    rest = bank[at + len("        key: true\n") :]
    following = rest.index("      - text: ")
    line_end = rest.index("\n", following) + 1
    return bank[:at] + rest[:line_end] + "        key: true\n" + rest[line_end:]


CHANGES = {
    "key": swapped_key,
    "option": lambda bank: bank.replace("- text: ", "- text: 改", 1),
    "feedback": lambda bank: bank.replace("feedback: ", "feedback: 改", 1),
}


@pytest.fixture
def copy(tmp_path):
    """Return a copy of the course's text and bank, with a walkthrough."""
    for content in ("exercises/bank", "book/speech"):
        shutil.copytree(ROOT / content, tmp_path / content)
    for file in (FILE, f"tests/notebooks/{NOTEBOOK}"):
        shutil.copy(ROOT / file, tmp_path)
    return tmp_path


def change(copy, how):
    bank = (copy / BANK).read_text(encoding="utf-8")
    (copy / BANK).write_text(CHANGES[how](bank), encoding="utf-8")


def test_the_unchanged_course_is_green(copy, nb_regression):
    nb_regression.check(str(copy / NOTEBOOK))


@pytest.mark.parametrize("how", CHANGES)
def test_a_change_turns_it_red(copy, nb_regression, how):
    change(copy, how)
    with pytest.raises(NBRegressionError):
        nb_regression.check(str(copy / NOTEBOOK))
