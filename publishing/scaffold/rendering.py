"""Render the files of a new course from the templates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from publishing.scaffold.chapters import Chapter
from publishing.scaffold.items import APPLY, EXPLAIN, FILL, ChapterItems
from publishing.scaffold.layout import Layout
from publishing.scaffold.naming import Names

_TEMPLATES: Final = Path(__file__).parent / "templates"
_SUFFIX: Final = ".jinja"
#: Prefix of templates that are rendered once for each chapter.
_EACH_CHAPTER: Final = "chapter."
#: Templates that are rendered only if the course has a test.
_OF_EXAM: Final = ("book/exam.md", "exercises/blueprints/final.yml")
#: Minimum number of questions for a test, and maximum for a first one.
_FEWEST_ASKED, _MOST_ASKED = 3, 10
_OBJECTIVES: Final = {
    FILL: "能照原文说出这一章的要点",
    EXPLAIN: "能用自己的话说明这一章的大意",
    APPLY: "能把这一章的话用到自己的工作或学习里",
}
_CAPTION: Final = "正文"
#: Characters that MyST may take for markup anywhere in a line.
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>$#~|&^])")
#: Text that YAML reads literally without quotation marks, even in a list on one line.
_PLAIN: Final = re.compile(r"[\u3400-\u9fff《（][^:#\"'\\,\[\]{}]*(?<! )")


@dataclass(frozen=True)
class Part:
    """Chapters under one caption of the table of contents."""

    caption: str
    chapters: tuple[Chapter, ...]


def render(
    names: Names,
    layout: Layout,
    chapters: Sequence[Chapter],
    items: dict[str, ChapterItems],
    folder: str,
) -> dict[str, str]:
    """Render a course, without its text.

    Parameters
    ----------
    names
        Its names.
    layout
        Its text.
    chapters
        Its chapters.
    items
        Their items, by chapter id.
    folder
        Its folder, as the author gave it, for commands.

    Returns
    -------
    dict of str to str
        Content by path in the course's folder.
    """
    asked = [id_ for id_, each in items.items() if any(one.form == FILL for one in each.all)]
    fills = sum(one.form == FILL for each in items.values() for one in each.all)
    sentences = [sentence.id for sentence in layout.speech.sentences]
    context = {
        **vars(names),
        "source": layout.source,
        "about": "，".join(filter(None, (layout.speech.publisher, layout.speech.date_label))),
        "changed": any(paragraph.changes for paragraph in layout.speech.paragraphs),
        "chapters": chapters,
        "parts": tuple(_parts(chapters)),
        "asked": asked,
        "exam": min(fills, _MOST_ASKED) if fills >= _FEWEST_ASKED else 0,
        "marks": sum(len(each.all) + 1 for each in items.values()),
        "folder": folder,
        "first": sentences[0],
        "second": sentences[1],
    }
    return dict(_rendered(context, chapters, items))


def _rendered(
    context: dict[str, Any], chapters: Sequence[Chapter], items: dict[str, ChapterItems]
) -> Iterator[tuple[str, str]]:
    environment = _environment()
    for file in sorted(_TEMPLATES.rglob(f"*{_SUFFIX}")):
        template = file.relative_to(_TEMPLATES).as_posix()
        path = template.removesuffix(_SUFFIX)
        if path in _OF_EXAM and not context["exam"]:
            continue
        write = environment.get_template(template).render
        if not file.name.startswith(_EACH_CHAPTER):
            yield path, write(context)
            continue
        for chapter in chapters:
            made = items[chapter.id]
            own = path.replace(_EACH_CHAPTER, f"{chapter.id}.")
            yield own, write(context, chapter=chapter, items=made, **_objectives(chapter, made))


def _objectives(chapter: Chapter, made: ChapterItems) -> dict[str, Any]:
    """Return the objectives that a chapter's items test, and the objective for each form."""
    forms = [form for form in _OBJECTIVES if any(one.form == form for one in made.all)]
    ids = {form: f"{chapter.id}-o{place}" for place, form in enumerate(forms, start=1)}
    return {
        "objectives": [{"id": ids[form], "text": _OBJECTIVES[form]} for form in forms],
        "objective_of": ids,
    }


def _parts(chapters: Sequence[Chapter]) -> Iterator[Part]:
    for caption, under in groupby(chapters, key=lambda chapter: chapter.part):
        yield Part(caption or _CAPTION, tuple(under))


def _environment() -> Environment:
    made = Environment(  # ruff: ignore[jinja2-autoescape-false] (YAML and Markdown, no HTML)
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"yaml": yaml_scalar, "md": escaped, "zip": zip}
    return made


def yaml_scalar(text: str) -> str:
    """Write a YAML scalar, quoted only if necessary."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def escaped(text: str) -> str:
    """Escape a text for MyST so that it contains no markup."""
    return _MARKUP.sub(r"\\\1", text)
