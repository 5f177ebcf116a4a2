"""The plans from which the page draws its tests, compiled when the course is built."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sphinx.application import Sphinx

from course import Course, once_a_course
from exercises import load_bank
from exercises.papers import (
    BlueprintError,
    Plan,
    chapter_blueprint,
    compile_plan,
    read_blueprints,
)
from publishing.errors import CourseError
from publishing.exercise_output import shown_items
from publishing.html.data.scripts import hand_over
from publishing.reading.domain import reading_order
from publishing.sources import bank_of, course_of


@once_a_course
def course_plans(course: Course) -> tuple[Plan, ...]:
    """Compile the tests of the course: those with a blueprint, then one for each chapter.

    The tour of the item kinds has no test, since it teaches nothing.

    Raises
    ------
    BlueprintError
        If the bank cannot satisfy a blueprint.
    """
    bank = load_bank(course)
    taught = [one for one in bank.chapters if one.id != course.settings.items.tour]
    derived = (chapter_blueprint(chapter) for chapter in taught)
    blueprints = [*read_blueprints(course), *(blueprint for blueprint in derived if blueprint)]
    return tuple(compile_plan(blueprint, bank) for blueprint in blueprints)


def check_blueprints(app: Sphinx) -> None:
    """Stop before anything is read if a test cannot be drawn.

    Raises
    ------
    CourseError
        With all faults of the first blueprint that has any.
    """
    try:
        course_plans(course_of(app))
    except BlueprintError as error:
        raise CourseError(str(error)) from error


def write_plans(app: Sphinx) -> None:
    """Write the plans of all tests whose items are all in the book."""
    shown = {item_id for items in shown_items(app.env).values() for item_id in items}
    order = list(reading_order(app.env))
    pages = {chapter.id: chapter.page for chapter in bank_of(app).chapters}

    def place(plan: Plan) -> int:
        page = pages.get(plan.id)
        return order.index(page) if page in order else -1

    plans = [
        _plan(plan, "章测" if plan.id in pages else "综合测试")
        for plan in sorted(course_plans(course_of(app)), key=place)
        if all(one.id in shown for each in plan.draws for one in each.pool)
    ]
    hand_over(app, "exam-plans", "examPlans", plans)


def _plan(plan: Plan, group: str) -> dict[str, Any]:
    return asdict(plan) | {"group": group}
