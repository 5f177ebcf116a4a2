"""A changed key, option or feedback turns its chapter's walkthrough red."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from course import FILE
from tests.this_course import ROOT

NOTEBOOK = "test_walkthrough_c04.ipynb"
BANK = "exercises/bank/c04.yml"


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """Give a copy of the course's text and bank, and one walkthrough."""
    folder = tmp_path_factory.mktemp("course")
    for content in ("exercises/bank", "book/speech"):
        shutil.copytree(ROOT / content, folder / content)
    for file in (FILE, "pyproject.toml", f"tests/notebooks/{NOTEBOOK}"):
        shutil.copy(ROOT / file, folder)
    return folder


def run_walkthrough(folder):
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", NOTEBOOK],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def swapped_key(bank):
    """Take the mark `key: true` from one option and give it to the next."""
    at = bank.index("        key: true\n")
    rest = bank[at + len("        key: true\n") :]
    following = rest.index("      - text: ")
    line_end = rest.index("\n", following) + 1
    return bank[:at] + rest[:line_end] + "        key: true\n" + rest[line_end:]


def test_the_unchanged_course_is_green(copy):
    done = run_walkthrough(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(swapped_key, id="key"),
        pytest.param(lambda bank: bank.replace("- text: ", "- text: 改", 1), id="option"),
        pytest.param(lambda bank: bank.replace("feedback: ", "feedback: 改", 1), id="feedback"),
    ],
)
def test_a_change_turns_it_red(copy, change):
    bank = copy / BANK
    sound = bank.read_text(encoding="utf-8")
    try:
        bank.write_text(change(sound), encoding="utf-8")
        done = run_walkthrough(copy)
    finally:
        bank.write_text(sound, encoding="utf-8")
    assert done.returncode == 1
    assert "1 failed" in done.stdout
