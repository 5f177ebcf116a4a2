"""Grading is a look-up and a sum."""

import pytest

from exercises.rubric import Gate, Outcome, Rubric, Slot

NOTHING = Outcome(0, "none")


def slot(typed=False, **points):
    values = {
        name: Outcome(p, "right" if p > 0 else "wrong", f"about {name}")
        for name, p in points.items()
    }
    return Slot(values, other=Outcome(0, "wrong", "other"), absent=NOTHING, typed=typed)


RUBRIC = Rubric(
    {"x": slot(yes=1), "y": slot(yes=1), "z": slot(yes=-1)},
    max=2,
    phrases={"right": "选对 {n} 项", "wrong": "错选 {n} 项"},
)


@pytest.mark.parametrize(
    ("response", "score", "state", "summary"),
    [
        ({"x": "yes", "y": "yes"}, 2, "correct", "选对 2 项"),
        ({"x": "yes"}, 1, "partial", "选对 1 项"),
        ({"x": "yes", "y": "yes", "z": "yes"}, 1, "partial", "选对 2 项，错选 1 项"),
        ({"z": "yes"}, 0, "wrong", "错选 1 项"),
        ({"x": "no"}, 0, "wrong", "错选 1 项"),
        ({}, 0, "unanswered", ""),
        ({"x": "  "}, 0, "unanswered", ""),
        ({"q": "yes"}, 0, "unanswered", ""),
        ({"x": 3}, 0, "unanswered", ""),
    ],
)
def test_a_response_earns_its_points(response, score, state, summary):
    grade = RUBRIC.grade(response)
    assert (grade.score, grade.state, grade.summary) == (score, state, summary)


def test_feedback_comes_in_the_rubrics_order_and_only_where_marked():
    grade = RUBRIC.grade({"z": "yes", "x": "yes"})
    assert [(s.slot, s.mark, s.feedback) for s in grade.slots] == [
        ("x", "right", "about yes"),
        ("z", "wrong", "about yes"),
    ]


def test_derived_responses_earn_all_and_nothing():
    assert RUBRIC.grade(RUBRIC.right_response()).state == "correct"
    assert RUBRIC.grade(RUBRIC.wrong_response()).state == "wrong"


GATED = Rubric(
    {"first": slot(yes=1, no=0), "x": slot(yes=1), "y": slot(yes=-1), "z": slot(yes=1)},
    max=3,
    phrases={"right": "选对 {n} 项", "wrong": "错选 {n} 项"},
    gates={"first": Gate(("x", "y"), {"right": "第一步对", "wrong": "第一步不对"})},
)


@pytest.mark.parametrize(
    ("response", "score", "summary"),
    [
        ({"first": "yes", "x": "yes"}, 2, "第一步对；选对 1 项"),
        # Points lost behind the gate do not reduce the gate's own points.
        ({"first": "yes", "y": "yes"}, 1, "第一步对；错选 1 项"),
        ({"first": "yes", "x": "yes", "y": "yes"}, 1, "第一步对；选对 1 项，错选 1 项"),
        ({"first": "no", "x": "yes"}, 0, "第一步不对；选对 1 项"),
        ({"x": "yes"}, 0, "选对 1 项"),
        # Slots that are not behind the gate count as usual.
        ({"first": "no", "z": "yes"}, 1, "第一步不对；选对 1 项"),
        ({"first": "yes", "y": "yes", "z": "yes"}, 2, "第一步对；选对 1 项，错选 1 项"),
    ],
)
def test_what_is_behind_a_gate_counts_only_if_it_is_right(response, score, summary):
    grade = GATED.grade(response)
    assert (grade.score, grade.summary) == (score, summary)


def test_what_is_behind_a_gate_is_marked_all_the_same():
    marks = {graded.slot: graded.mark for graded in GATED.grade({"first": "no", "x": "yes"}).slots}
    assert marks == {"first": "wrong", "x": "right"}


def test_derived_responses_pass_the_gate_or_not():
    assert GATED.grade(GATED.right_response()).state == "correct"
    assert GATED.grade(GATED.wrong_response()).state == "wrong"
