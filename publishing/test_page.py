"""``{test}``: the place of the tests; on paper there is none, tests are printed as papers."""

from __future__ import annotations

from functools import cache

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from exercises import load_bank
from exercises.papers import (
    BlueprintError,
    Plan,
    chapter_blueprint,
    compile_plan,
    read_blueprints,
)
from publishing.errors import CourseError


class test_view(nodes.General, nodes.Element):
    """The place on a web page where a script gives tests."""


class TestDirective(SphinxDirective):
    """Give tests, on the page only."""

    def run(self) -> list[nodes.Node]:
        """Build the place; Sphinx leaves it out of the handout."""
        return [addnodes.only("", test_view(""), expr="html")]


@cache
def course_plans() -> tuple[Plan, ...]:
    """Work out the tests of the course: those with a blueprint of their own, then the chapters'.

    Raises
    ------
    BlueprintError
        If the bank cannot meet a blueprint.
    """
    bank = load_bank()
    derived = (chapter_blueprint(chapter) for chapter in bank.chapters)
    blueprints = [*read_blueprints(), *(blueprint for blueprint in derived if blueprint)]
    return tuple(compile_plan(blueprint, bank) for blueprint in blueprints)


def check_blueprints(app: Sphinx) -> None:
    """Stop before anything is read if a test cannot be drawn.

    Raises
    ------
    CourseError
        With every fault of the first blueprint that has any.
    """
    try:
        course_plans()
    except BlueprintError as error:
        raise CourseError(str(error)) from error
