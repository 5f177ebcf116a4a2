"""A changed key, option or feedback turns its chapter's walkthrough red."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

import pytest

from course import FILE
from tests.this_course import ROOT

NOTEBOOK = "test_walkthrough_c04.ipynb"
BANK = "exercises/bank/c04.yml"


def swapped_key(bank):
    """Take the mark `key: true` from one option and give it to the next."""
    at = bank.index("        key: true\n")
    rest = bank[at + len("        key: true\n") :]
    following = rest.index("      - text: ")
    line_end = rest.index("\n", following) + 1
    return bank[:at] + rest[:line_end] + "        key: true\n" + rest[line_end:]


CHANGES = {
    "none": lambda bank: bank,
    "key": swapped_key,
    "option": lambda bank: bank.replace("- text: ", "- text: 改", 1),
    "feedback": lambda bank: bank.replace("feedback: ", "feedback: 改", 1),
}


@pytest.fixture(scope="module")
def ended(tmp_path_factory):
    """How a walkthrough ends in copies of the course's text and bank, by what is changed there."""
    folder = tmp_path_factory.mktemp("courses")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name, change in CHANGES.items():
        copy = folder / name
        for content in ("exercises/bank", "book/speech"):
            shutil.copytree(ROOT / content, copy / content)
        for file in (FILE, f"tests/notebooks/{NOTEBOOK}"):
            shutil.copy(ROOT / file, copy)
        bank = (copy / BANK).read_text(encoding="utf-8")
        (copy / BANK).write_text(change(bank), encoding="utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider"),
            *(f"{name}/{NOTEBOOK}" for name in CHANGES),
        ],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    told = re.findall(rf"^(PASSED|FAILED) (\w+)/{re.escape(NOTEBOOK)}", done.stdout, re.MULTILINE)
    ended = {name: outcome for outcome, name in told}
    assert ended.keys() == CHANGES.keys(), done.stdout
    return ended


def test_the_unchanged_course_is_green(ended):
    assert ended["none"] == "PASSED"


@pytest.mark.parametrize("change", ["key", "option", "feedback"])
def test_a_change_turns_it_red(ended, change):
    assert ended[change] == "FAILED"
