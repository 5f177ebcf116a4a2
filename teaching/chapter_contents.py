"""The contents of a chapter's page, read from its source: structure, sections, summary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from course import Course
from course.contents import read_contents
from exercises.bank import Bank, Chapter
from exercises.page_checks.fences import Fence
from exercises.page_checks.page_source import Page, read_page
from publishing.documents.model import Tree
from publishing.exercise_output import number_of
from speech import Sentence, Speech

_HEADING: Final = re.compile(r"^(#{1,3}) +(.+?) *$")
_SHOWN: Final = re.compile(r"[\"']([a-z0-9-]+)[\"']")
_CITED: Final = re.compile(r" *\{cite\}`([^`]+)`")
_ENTRY: Final = re.compile(r"^( *)- (.+)$")
_INDENT: Final = 2


@dataclass(frozen=True)
class Section:
    """The part of a page under one heading.

    Parameters
    ----------
    title
        The heading.
    sentences
        Sentences of the speech that it contains.
    items
        Ids of its exercises, in order.
    readings
        Names of its close readings.
    """

    title: str
    sentences: tuple[Sentence, ...]
    items: tuple[str, ...]
    readings: tuple[str, ...]


@dataclass(frozen=True)
class ChapterPage:
    """A chapter's page.

    Parameters
    ----------
    chapter
        The chapter's objectives and items.
    title
        The heading of its page, such as 第二章　….
    structure
        Its structure, one tree for each root.
    sections
        Its sections.
    summary
        The statements of its summary, with their citations.
    """

    chapter: Chapter
    title: str
    structure: tuple[Tree, ...]
    sections: tuple[Section, ...]
    summary: tuple[str, ...]

    @property
    def id(self) -> str:
        """The chapter's id."""
        return self.chapter.id

    @property
    def reads(self) -> tuple[Section, ...]:
        """The sections that contain parts of the speech."""
        return tuple(section for section in self.sections if section.sentences)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the speech that it contains."""
        return tuple(sentence for section in self.sections for sentence in section.sentences)

    def numbers(self) -> dict[str, str]:
        """Return the number of each of its exercises, as readers see it, such as 3-2."""
        shown = [item for section in self.sections for item in section.items]
        return {item: number_of(self.chapter, place) for place, item in enumerate(shown, start=1)}


def read_chapters(course: Course, bank: Bank) -> tuple[ChapterPage, ...]:
    """Read the pages of all chapters that have items, in the order of the contents.

    Parameters
    ----------
    course
        The course; its pages must be valid.
    bank
        Its items.
    """
    by_page = {chapter.page: chapter for chapter in bank.chapters}
    found = []
    for file in read_contents(course):
        name = course.shown(file).with_suffix("").as_posix()
        page = read_page(course, file, [])
        if name in by_page and page is not None:
            found.append(_chapter(by_page[name], page, bank.speech))
    return tuple(found)


def _chapter(chapter: Chapter, page: Page, speech: Speech) -> ChapterPage:
    parts = list(_parts(page))
    title = next((head for head, _ in parts if head), chapter.title)
    fences = [fence for _, inner in parts for fence in inner]
    return ChapterPage(
        chapter,
        title,
        tuple(_trees(_content(fences, "structure"))),
        tuple(_section(head or title, inner, speech) for head, inner in parts if head or inner),
        tuple(
            _plain(line[_INDENT:], speech)
            for line in _content(fences, "summary")
            if line[:1] == "-"
        ),
    )


def _parts(page: Page) -> Iterator[tuple[str, list[Fence]]]:
    """Yield each heading with the fences up to the next heading."""
    heads = [
        (number, found[2])
        for number, line in enumerate(page.lines, start=1)
        if (found := _HEADING.match(line)) and not _inside(number, page)
    ]
    starts = [(0, ""), *heads]
    ends = [number for number, _ in heads] + [len(page.lines) + 1]
    for (start, head), end in zip(starts, ends, strict=True):
        yield head, [fence for fence in page.fences if start < fence.line < end]


def _inside(number: int, page: Page) -> bool:
    return any(fence.line < number <= fence.line + len(fence.content) for fence in page.fences)


def _section(title: str, fences: list[Fence], speech: Speech) -> Section:
    sentences: list[Sentence] = []
    items: list[str] = []
    readings: list[str] = []
    for fence in fences:
        argument = fence.info.partition("}")[2].strip()
        if fence.directive == "speech":
            sentences += [s for reference in argument.split() for s in speech.find(reference)]
        elif fence.directive == "close-reading":
            readings.append(argument)
        elif fence.directive == "code-cell":
            items += _SHOWN.findall("\n".join(fence.content)) if _shows(fence) else []
    return Section(title, tuple(sentences), tuple(items), tuple(readings))


def _shows(fence: Fence) -> bool:
    return any(line.lstrip().startswith("show(") for line in fence.content)


def _content(fences: list[Fence], directive: str) -> list[str]:
    return [line for fence in fences if fence.directive == directive for line in fence.content]


def _trees(lines: list[str]) -> Iterator[Tree]:
    """Parse a nested list."""
    entries = [
        (len(found[1]) // _INDENT, _CITED.sub("", found[2]))
        for line in lines
        if (found := _ENTRY.match(line))
    ]
    yield from _grown(entries, 0)


def _grown(entries: list[tuple[int, str]], depth: int) -> Iterator[Tree]:
    starts = [place for place, (level, _) in enumerate(entries) if level == depth]
    ends = [*starts[1:], len(entries)][: len(starts)]
    for start, end in zip(starts, ends, strict=True):
        yield Tree(entries[start][1], tuple(_grown(entries[start + 1 : end], depth + 1)))


def _plain(text: str, speech: Speech) -> str:
    """Return a statement with its citations as printed."""

    def label(found: re.Match[str]) -> str:
        first, *_, last = [*speech.find(found[1]), *speech.find(found[1])]
        place = first.label if first == last else f"{first.label}—{last.label}"
        return f"（{place}）"

    return _CITED.sub(label, text).replace("）、（", "、")
