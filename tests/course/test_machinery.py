"""The machinery contains no words of any course; what it must know is in ``course.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from course import Course
from course.contents import page_names
from exercises import load_bank
from publishing.indexes.data_files import load_indexes
from speech import load_speech
from tests.this_course import COURSE, ROOT

PACKAGES = ("course", "speech", "exercises", "publishing", "exporting", "teaching", "results")
KINDS_OF_FILE = {".py", ".js", ".mjs", ".ts", ".css", ".html", ".typ", ".toml", ".svg"}
SHISHUO = Course.at(ROOT / "tests" / "courses" / "shishuo")
#: Words that any course may use for itself, and general Chinese words.
COMMON = {"课程编写组", "文章", "讲话", "原文"}
#: Terms that occur by accident across two words: 哪一句读起.
ACROSS_WORDS = {"句读"}


def own_words(course: Course) -> Iterator[str]:
    """Yield the words by which a course could be recognised."""
    settings, speech, indexes = course.settings, load_speech(course), load_indexes(course)
    yield from (settings.title, settings.short_title, settings.id)
    yield from speech.title.split()
    yield from filter(None, [speech.publisher, speech.date])
    for entry in (*indexes.terms, *indexes.names):
        yield from (form.strip("“”《》") for form in entry.forms)


def own_ids(course: Course) -> Iterator[str]:
    """Yield the names of a course's pages, chapters and items."""
    yield from (page for page in page_names(course) if "/" in page)
    for chapter in load_bank(course).chapters:
        yield from (item.id for item in chapter.items)
        if re.search(r"\d", chapter.id):
            yield chapter.id


def source_files() -> Iterator[Path]:
    """Yield the machinery's files, without content and built files."""
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*")):
            within = file.relative_to(ROOT).parts
            content = within[:2] in {("exercises", "bank"), ("exercises", "blueprints")}
            if file.suffix in KINDS_OF_FILE and "dist" not in within and not content:
                yield file


def found(pattern: re.Pattern[str]) -> list[str]:
    """Return file and line of each match in the machinery."""
    return [
        f"{file.relative_to(ROOT)}:{number}: {match[0]}"
        for file in source_files()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        for match in pattern.finditer(line)
    ]


COURSES = pytest.mark.parametrize("course", [COURSE, SHISHUO], ids=lambda c: c.settings.id)


@COURSES
def test_no_word_of_a_course_stands_in_the_machinery(course):
    words = sorted(
        {word for word in own_words(course) if len(word) > 1} - COMMON - ACROSS_WORDS, key=len
    )
    pattern = re.compile("|".join(map(re.escape, reversed(words))))
    assert found(pattern) == []


@COURSES
def test_no_page_chapter_or_item_of_a_course_is_named_in_the_machinery(course):
    names = sorted(set(own_ids(course)), key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w-])")
    assert found(pattern) == []


def test_the_walk_sees_the_machinery_and_knows_the_course():
    files = {file.relative_to(ROOT).as_posix() for file in source_files()}
    assert {"speech/model.py", "exercises/web/src/saved.js", "publishing/site/offline.py"} <= files
    assert {"巡视巡察", "中央巡视办", "整改"} & set(own_words(COURSE))
    assert "book/c03" in set(own_ids(COURSE))
