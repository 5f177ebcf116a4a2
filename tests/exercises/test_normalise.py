"""Typed answers are compared independently of the keyboard or the page they were pasted from."""

import json
import subprocess
from pathlib import Path

import pytest

from exercises.normalise import normalise

#: Prints each character that Unicode counts as white space or as default-ignorable, and the
#: normalised form of an answer that contains it.
UNSEEN = """
import { normalise } from './exercises/web/src/normalise.js';
const found = [];
for (let point = 0; point < 0x110000; point++) {
  const one = String.fromCodePoint(point);
  if (/\\p{White_Space}|\\p{Default_Ignorable_Code_Point}/u.test(one))
    found.push([one, normalise(`督${one}促`)]);
}
console.log(JSON.stringify(found));
"""
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "typed", ["１６字", "16 字", "“16字”", "16字。", "\u30001６字，", "「16字」"]
)
def test_width_spaces_quotes_and_end_marks_do_not_count(typed):
    assert normalise(typed) == "16字"


def test_inner_punctuation_counts():
    assert normalise("发现问题、形成震慑") != normalise("发现问题形成震慑")


@pytest.mark.parametrize("typed", ["", " ", "\u3000", "“”", "。"])
def test_marks_alone_are_nothing(typed):
    assert not normalise(typed)


def test_what_nobody_sees_does_not_count_in_either_language():
    command = ["node", "--input-type=module", "--eval", UNSEEN]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    unseen = json.loads(told.stdout)
    assert {"\ufeff", "\u200d", "\u2060", "\xad", "\u200e", "\ufe0f", "\u2028"} <= {
        c for c, _ in unseen
    }
    assert {(c, normalise(f"督{c}促")) for c, _ in unseen} == {(c, "督促") for c, _ in unseen}
    assert {theirs for _, theirs in unseen} == {"督促"}
