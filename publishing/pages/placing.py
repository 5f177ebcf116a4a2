"""Check where live pages are placed: once in the course, on a page without speech or items.

A live page's script may mount items of other chapters with the same ids as on the chapter's page;
and links to a live page need a single target.
"""

from __future__ import annotations

from typing import Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from exercises.sheet import exercise
from publishing.errors import CourseError
from publishing.locations import place_of
from publishing.pages.live_page import live_page
from publishing.reading.nodes import speech_run

#: Event priority: before the checks of statements, which would report a form's texts as unsourced.
_BEFORE_CHECKS: Final = 460
_KEY: Final = "live_pages"


def check_page(app: Sphinx, doctree: nodes.document) -> None:
    """Check that a live page is on a page of its own, and record its location.

    Raises
    ------
    CourseError
        If the page also contains speech or items, or the live page twice.
    """
    placed: dict[str, str] = {}
    for node in doctree.findall(live_page):
        name, place = node["page"], place_of(app.env, node)
        read = any(run["primary"] for run in doctree.findall(speech_run))
        if read or any(doctree.findall(exercise)):
            raise CourseError(
                f"{{{name}}} 不能和{'原文' if read else '题目'}放在同一页；"
                "请在 book/ 里为它另立一页，把页名写进 _toc.yml，再把它移到那一页",
                place,
            )
        if name in placed:
            raise CourseError(_twice(name, placed[name]), place)
        placed[name] = place
    app.env.metadata[app.env.docname][_KEY] = placed


def check_course(app: Sphinx, env: BuildEnvironment) -> None:
    """Check that each live page occurs only once in the course.

    Raises
    ------
    CourseError
        If one is on two pages.
    """
    first: dict[str, str] = {}
    for docname in sorted(env.metadata):
        for name, place in env.metadata[docname].get(_KEY, {}).items():
            if name in first:
                raise CourseError(_twice(name, first[name]), place)
            first[name] = place


def _twice(name: str, place: str) -> str:
    return f"{{{name}}} 已在 {place} 出现过；全书只放一处，请删去其中一处"


def setup(app: Sphinx) -> None:
    """Register the checks."""
    app.connect("doctree-read", check_page, priority=_BEFORE_CHECKS)
    app.connect("env-check-consistency", check_course)
