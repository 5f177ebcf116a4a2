"""Load a course's speech from its stored file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Final

from course import FILE, Course, Fault, FaultyError, SettingsError, once_a_course
from course.counting import Counting
from course.settings import Source
from course.text import UnreadableTextError, decoded
from speech.display import display_text
from speech.model import Heading, Paragraph, Sentence, Speech
from speech.sentences import split_sentences

#: Markdown markup of a heading.
_MARKS: Final = re.compile(r"^\s*#{1,6}(?=\s)|\s#+\s*$")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


class SourceError(FaultyError):
    """The stored file does not match ``course.yml``."""

    subject: ClassVar[str] = "原文文件"


def parse_speech(stored: str, source: Source, counting: Counting) -> Speech:
    """Parse a stored file.

    Parameters
    ----------
    stored
        The content of the file.
    source
        The settings of the file: header lines, headings, whether paragraphs are wrapped, and what
        the text is called.
    counting
        How the text numbers its points.

    Returns
    -------
    Speech
        Title, date, publisher, paragraphs and headings.
    """
    lines = stored.split("\n")
    header = source.header

    def named(line: int | None) -> str:
        return lines[line - 1].strip() if line is not None and line <= len(lines) else ""

    paragraphs: list[Paragraph] = []
    headings: list[Heading] = []
    for line, text in _pieces(lines, source):
        number = len(paragraphs) + 1
        if line in source.headings:
            headings.append(Heading(line, heading_text(text), number))
            continue
        shown, changes = display_text(text)
        sentences = tuple(
            Sentence(number, index, sentence)
            for index, sentence in enumerate(split_sentences(shown, counting), start=1)
        )
        paragraphs.append(Paragraph(number, line, text, shown, changes, sentences))
    date = _DATE.search(named(header.date))
    return Speech(
        title=source.title or named(header.title),
        paragraphs=tuple(paragraphs),
        date=date[0] if date else "",
        publisher=source.publisher or named(header.publisher),
        called=source.called,
        outside=frozenset(int(id_[1:]) for id_ in source.outside),
        counting=counting,
        headings=tuple(headings),
    )


def heading_text(line: str) -> str:
    """Return the text of a heading without Markdown markup, with single spaces."""
    return " ".join(_MARKS.sub("", line).split())


def _pieces(lines: list[str], source: Source) -> Iterator[tuple[int, str]]:
    """Yield each paragraph and heading after the header, with its first line number."""
    open_paragraph: list[str] = []
    first = 0
    for line, text in enumerate(lines, start=1):
        if line <= source.header.lines:
            continue
        if open_paragraph and (line in source.headings or not text.strip()):
            yield first, "\n".join(open_paragraph)
            open_paragraph = []
        if not text.strip():
            continue
        if line in source.headings or not source.wrapped:
            yield line, text
            continue
        if not open_paragraph:
            first = line
        open_paragraph.append(text)
    if open_paragraph:
        yield first, "\n".join(open_paragraph)


@once_a_course
def load_speech(course: Course) -> Speech:
    """Load a course's speech and verify that the stored file is unchanged.

    Parameters
    ----------
    course
        The course.

    Returns
    -------
    Speech
        The speech; the same object for the same `course`.

    Raises
    ------
    SettingsError
        If ``course.yml`` has faults, or names paragraphs or lines that the file lacks.
    SourceError
        If the file is missing, not in UTF-8, has another hash, or contains no paragraph.
    """
    source = course.settings.source
    shown = course.shown(course.source)
    try:
        data = course.source.read_bytes()
    except FileNotFoundError:
        raise _fault(shown, f"缺少这个文件；请放好，或改正 {FILE} 的 source.file") from None
    found = hashlib.sha256(data).hexdigest()
    if found != source.sha256:
        raise _fault(
            shown,
            f"与原件不符（sha256 {found[:12]}…，应为 {source.sha256[:12]}…）；"
            f"请从版本库恢复这个文件，{source.called}原文不得改动",
        )
    try:
        stored = decoded(data)
    except UnreadableTextError as error:
        raise _fault(shown, f"{error.problem}，并改写 source.sha256") from error
    speech = parse_speech(stored, source, course.settings.counting)
    if not speech.paragraphs:
        raise _fault(shown, f"没有正文；请看 {FILE} 的 source.header.lines 是否写多了")
    if faults := [*_setting_faults(course, speech)]:
        raise SettingsError(faults)
    return speech


def _setting_faults(course: Course, speech: Speech) -> Iterator[Fault]:
    """Find settings that name paragraphs or lines that the file does not have."""
    source, count = course.settings.source, len(speech.paragraphs)
    for place, id_ in enumerate(source.outside):
        if not 1 <= int(id_[1:]) <= count:
            message = f"{source.called}没有段落 {id_}，共 {count} 段；请改正"
            yield course.setting_fault(message, "source", "outside", place)
    found = {heading.line for heading in speech.headings}
    for place, line in enumerate(source.headings):
        if line not in found:
            message = f"{source.file} 的第 {line} 行是空行或不存在；请改正"
            yield course.setting_fault(message, "source", "headings", place)
    for name in ("title", "publisher"):
        line = getattr(source.header, name)
        if line is not None and not getattr(speech, name):
            message = f"{source.file} 的第 {line} 行是空行或不存在；请改正"
            yield course.setting_fault(message, "source", "header", name)
    if source.header.date is not None and not speech.date:
        message = f"{source.file} 的第 {source.header.date} 行没有 2000-12-31 这样的日期；请改正"
        yield course.setting_fault(message, "source", "header", "date")


def _fault(file: Path, message: str) -> SourceError:
    return SourceError([Fault(file, 0, "", "", message)])
