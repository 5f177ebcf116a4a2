"""Collect the items to export, in their neutral form."""

from __future__ import annotations

from collections.abc import Sequence

from course import Course
from exercises import Bank
from exercises.bank import Chapter
from exercises.inline import plain
from exercises.item import LEVELS, Item
from exporting.forms import form
from exporting.model import Collection, Exported, Section, Source, Whole


class UnknownChapterError(ValueError):
    """The bank has no such chapter.

    Parameters
    ----------
    given
        The unknown chapter.
    known
        Ids of the bank's chapters.
    """

    def __init__(self, given: str, known: Sequence[str]) -> None:
        super().__init__(f"题库里没有“{given}”这一章；--chapters 可写：{'、'.join(known)}")


def collect(course: Course, bank: Bank, chapters: Sequence[str] = ()) -> Collection:
    """Convert the items of some chapters to their neutral form.

    Parameters
    ----------
    course
        The course.
    bank
        Its bank.
    chapters
        Ids of the chapters; all if empty.

    Returns
    -------
    Collection
        The items by chapter, in the order of the bank.

    Raises
    ------
    UnknownChapterError
        If the bank lacks one of the chapters.
    """
    known = [chapter.id for chapter in bank.chapters]
    for given in chapters:
        if given not in known:
            raise UnknownChapterError(given, known)
    settings = course.settings
    return Collection(
        settings.id,
        settings.version,
        settings.title,
        tuple(
            _section(course, chapter)
            for chapter in bank.chapters
            if chapter.items and (not chapters or chapter.id in chapters)
        ),
        None if chapters else _whole(course),
    )


def _whole(course: Course) -> Whole:
    settings, rule = course.settings, course.settings.completion
    return Whole(
        course.site,
        settings.author,
        rule.answered,
        rule.paper or "",
        settings.pass_mark,
    )


def _section(course: Course, chapter: Chapter) -> Section:
    items = tuple(_exported(course, chapter, item) for item in chapter.items)
    tour = chapter.id == course.settings.items.tour
    return Section(chapter.id, f"{chapter.id} {chapter.title}", items, tour)


def _exported(course: Course, chapter: Chapter, item: Item) -> Exported:
    questions, lost = form(item)
    settings = course.settings
    return Exported(
        id=item.id,
        version=item.version,
        label=item.own_label,
        stem=plain(item.stem),
        questions=questions,
        hint=item.hint or "",
        sources=tuple(Source(sentence.label, sentence.text) for sentence in item.sentences),
        tags=(
            settings.id,
            f"{settings.id} {settings.version}",
            chapter.id,
            item.own_label,
            LEVELS[item.level],
            item.objective,
        ),
        lost=lost,
        rubric=item.rubric(),
    )
