"""The items in the order in which readers of the course encounter them."""

from __future__ import annotations

from course import Course
from course.contents import page_names
from exercises.bank import Chapter
from exercises.item import Item
from exercises.page_checks import read_page
from exercises.page_checks.code_cells import cells, shown
from exercises.rules.scope import Scope


def reading_order(scope: Scope) -> list[Item]:
    """Return all items: pages in the order of the contents, items in page order.

    Items missing from the contents or from their page come last, in the bank's order.

    Parameters
    ----------
    scope
        The bank and its course.
    """
    contents = scope.course.contents
    pages = page_names(scope.course) if contents.exists() else []
    chapters = sorted(scope.bank.chapters, key=lambda chapter: _place(chapter.page, pages))
    return [item for chapter in chapters for item in on_page(scope.course, chapter)]


def on_page(course: Course, chapter: Chapter) -> list[Item]:
    """Return a chapter's items in page order, by which they are numbered.

    Parameters
    ----------
    course
        The course.
    chapter
        The chapter.
    """
    source = course.root / f"{chapter.page}.md"
    page = read_page(course, source, []) if source.exists() else None
    ids = [id_ for cell in cells(page) for id_ in shown(cell.code)] if page else []
    return sorted(chapter.items, key=lambda item: _place(item.id, ids))


def _place(name: str, names: list[str]) -> int:
    return names.index(name) if name in names else len(names)
