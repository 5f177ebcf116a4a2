"""Checks of ``course.yml`` against the bank and the blueprints that it names."""

from __future__ import annotations

from collections.abc import Iterator

from course import Course, Fault, SettingsError
from course.closest import closest
from course.separators import typed_comma
from exercises.bank import Bank


def check_settings(course: Course, bank: Bank) -> None:
    """Check that the chapters and the paper named in ``course.yml`` exist.

    Parameters
    ----------
    course
        The course.
    bank
        Its bank.

    Raises
    ------
    SettingsError
        If any does not; it holds all faults.
    """
    if faults := [*_faults(course, bank)]:
        raise SettingsError(faults)


def _faults(course: Course, bank: Bank) -> Iterator[Fault]:
    items, paper = course.settings.items, course.settings.completion.paper
    chapters = [chapter.id for chapter in bank.chapters]
    papers = sorted(file.stem for file in course.blueprints.glob("*.yml"))
    named = [
        *((("items", "chapters", id_), id_) for id_ in items.chapters),
        *([(("items", "tour"), items.tour)] if items.tour is not None else []),
    ]
    for path, id_ in named:
        if id_ not in chapters:
            lacking = f"题库里没有 {id_} 这一章{closest(id_, chapters)}"
            message = typed_comma(id_) or f"{lacking}；请改正，或补上它的题库文件"
            yield course.setting_fault(message, *path)
    if paper is not None and paper not in papers:
        place = course.shown(course.blueprints)
        message = f"{place} 里没有试卷 {paper}{closest(paper, papers)}；请改正，或删去这一项"
        yield course.setting_fault(message, "completion", "paper")
