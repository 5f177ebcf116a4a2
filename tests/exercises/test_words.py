"""The page and notebooks use the same words for verdicts."""

import json
import subprocess

from exercises.words import VERDICTS
from tests.this_course import ROOT

PRINT = """
import { VERDICTS as exercise } from './exercises/web/src/words.js';
import { VERDICTS as exam } from './publishing/pages/exam/words.js';
process.stdout.write(JSON.stringify({ exercise, exam }));
"""


def on_the_page():
    command = ["node", "--input-type=module", "--eval", PRINT]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_an_exercise_says_what_a_notebook_says():
    page = on_the_page()["exercise"]
    assert VERDICTS["correct"] == page["correct"]
    assert VERDICTS["partial"] == page["partial"]
    assert VERDICTS["wrong"] == page["wrong"]
    # The page adds advice.
    assert page["unanswered"].startswith(VERDICTS["unanswered"])


def test_every_state_of_a_grade_has_its_word_on_both_sides():
    said = on_the_page()
    assert set(VERDICTS) <= set(said["exercise"])
    assert set(VERDICTS) <= set(said["exam"])
