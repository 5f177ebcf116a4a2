"""Answers are rendered in the same form as the key."""

from __future__ import annotations

from exercises.marking.asked import all_asked
from exercises.marking.correction import correction
from exercises.marking.people import Person
from exercises.marking.readers import Reading
from exercises.marking.scoring import mark
from exercises.normalise import normalise
from exercises.papers import sample
from tests.exercises.marking.classes import ALL_KINDS
from tests.exercises.marking.typing_answers import typed
from tests.this_course import load_bank

ASKED = all_asked(sample(ALL_KINDS, load_bank(), "7", "A"))


def test_a_right_answer_reads_as_the_key():
    assert len({one.item.kind for one in ASKED}) == len(ALL_KINDS.parts[0].rows)
    for one in ASKED:
        given = one.item.answered(one.rubric.right_response())
        assert normalise(given) == normalise(one.item.key()), one.item.id


def test_a_wrong_answer_reads_otherwise_and_has_its_reason():
    for one in ASKED:
        read = one.reader.read(typed(one.item, one.rubric.wrong_response()))
        [marked] = mark([Person("甲", "", (read,))], [one])
        told = correction(marked.results[0])
        assert told.given not in {"", told.key}, one.item.id
        assert told.key == one.item.key()
        first = next(slot for slot in marked.results[0].slots if slot.mark == "wrong")
        assert told.reason == first.feedback


def test_an_answer_that_is_not_there_has_the_reason_of_the_key():
    for one in ASKED:
        [marked] = mark([Person("甲", "", (Reading(),))], [one])
        told = correction(marked.results[0])
        assert not told.given
        right = [reason for reason in one.item.reasons() if reason.right]
        assert any(told.reason in reason.text for reason in right), one.item.id


def test_a_gap_left_empty_is_left_out():
    for one in ASKED:
        for slot, value in one.rubric.right_response().items():
            assert one.item.answered({slot: value}), one.item.id
