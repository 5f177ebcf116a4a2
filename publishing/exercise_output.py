"""Turn a notebook's displayed exercise into a node of the page.

The output of a cell only says which item it shows; the item itself is taken from the bank when the
page is read.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, ClassVar

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.environment.collectors import EnvironmentCollector

from exercises import Chapter, UnknownItemError
from exercises.item import Item
from exercises.output import MIME_TYPE
from exercises.sheet import NoPrintedFormError, exercise, sheet
from publishing.errors import CourseError
from publishing.reading.domain import citation
from publishing.sources import bank_of


class ExerciseOutput:
    """myst-nb plugin (entry point ``myst_nb.mime_renderers``) for displayed exercises."""

    mime_priority_overrides: ClassVar[Sequence[tuple[str, str, int | None]]] = (
        ("*", MIME_TYPE, 0),
    )

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """Render our MIME type as an exercise; leave all others to myst-nb.

        Raises
        ------
        CourseError
            If the item does not exist, is shown twice, or belongs to another page.
        """
        if data.mime_type != MIME_TYPE or inline:
            return None
        env: BuildEnvironment = renderer.renderer.sphinx_env
        content: Any = data.content
        item_id = (json.loads(content) if isinstance(content, str) else content)["item"]
        location = f"{env.doc2path(env.docname, base=False)}:{data.line}"
        try:
            item = bank_of(env).item(item_id)
        except UnknownItemError as error:
            raise CourseError(str(error), location) from error
        return [_exercise(env, item, location)]


def _exercise(env: BuildEnvironment, item: Item, location: str) -> exercise:
    """Make the node of an item, with its number on the page."""
    chapter = bank_of(env).chapter_of(item.id)
    if chapter.page != env.docname:
        raise CourseError(
            f"题目 {item.id} 属于 {chapter.page}（见 {chapter.file} 的 page），不能放在这一页",
            location,
        )
    shown = shown_items(env).setdefault(env.docname, [])
    if item.id in shown:
        raise CourseError(f"题目 {item.id} 在这一页出现了两次；请删去一处", location)
    shown.append(item.id)
    laid = exercise(
        "",
        item=item.id,
        kind=item.kind,
        label=item.own_label,
        number=number_of(chapter, len(shown)),
        ids=[f"ex-{item.id}"],
    )
    citations = [citation(reference, env.docname) for reference in item.source]
    try:
        laid += sheet(item, citations)
    except NoPrintedFormError as error:
        raise CourseError(str(error), location) from error
    return laid


def number_of(chapter: Chapter, place: int) -> str:
    """Return the number by which readers know an exercise, such as 3-2.

    Parameters
    ----------
    chapter
        Its chapter.
    place
        Its position on the chapter's page, from 1.
    """
    return f"{chapter.number}-{place}"


def shown_items(env: BuildEnvironment) -> dict[str, list[str]]:
    """Return the ids of the items shown, by document and in page order."""
    if not hasattr(env, "course_shown_items"):
        env.course_shown_items = {}  # type: ignore[attr-defined]
    return env.course_shown_items  # type: ignore[attr-defined, no-any-return]


class ShownItems(EnvironmentCollector):
    """Keeps :func:`shown_items` consistent in incremental and parallel builds."""

    def clear_doc(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """Forget a document that will be read again."""
        shown_items(env).pop(docname, None)

    def merge_other(
        self, app: Sphinx, env: BuildEnvironment, docnames: set[str], other: BuildEnvironment
    ) -> None:
        """Merge what a parallel reader collected."""
        for docname in docnames & shown_items(other).keys():
            shown_items(env)[docname] = shown_items(other)[docname]

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        """Do nothing: :class:`ExerciseOutput` has already recorded the items."""


def check_all_shown(app: Sphinx, env: BuildEnvironment) -> None:
    """Check that the book shows every item of the bank.

    Raises
    ------
    CourseError
        If an item is on no page.
    """
    if not app.config.course_complete:
        return
    shown = {item_id for items in shown_items(env).values() for item_id in items}
    for chapter in bank_of(env).chapters:
        for item in chapter.items:
            if item.id not in shown:
                message = (
                    f"题目 {item.id} 没有放进书里；"
                    f"请在 {chapter.page}.md 的代码格里写 show({item.id!r})"
                )
                raise CourseError(message, str(chapter.file))
