"""Check a new course before its author gets it: it must pass every check, and build."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from course import Course, Fault, FaultyError
from course.characters import first_hidden
from course.contents import read_contents
from course.typefaces import without_glyph
from exercises.bank import BankError, read_bank
from exercises.page_checks import PageError, check_pages
from exercises.papers import compile_plan, read_blueprints
from exercises.rules import Scope, check
from exercises.settings_checks import check_settings
from publishing.errors import CourseError
from publishing.ours.quotation_marks import unsupported
from publishing.scaffold.naming import Told
from speech import Speech

#: Options that pages show among words of ours. The text's own title and author may have any marks.
_AS_OURS: Final = {"title": "--title", "called": "--called"}
_OTHERS: Final = {
    "short_title": "--short-title",
    "author": "--author",
    "text_title": "--text-title",
    "text_author": "--text-author",
}
#: The directive whose content is part of the page.
_ONLY: Final = "{only}"


def check_options(told: Told, speech: Speech) -> None:
    """Check what the author gave as options.

    Parameters
    ----------
    told
        The options.
    speech
        The text.

    Raises
    ------
    CourseError
        If pages or the handout cannot show an option; the message names it.
    """
    for field, option in (_AS_OURS | _OTHERS).items():
        text = getattr(told, field)
        hidden = first_hidden(text)
        problem = hidden.advice if hidden else without_glyph(text)
        if not problem and field in _AS_OURS:
            problem = unsupported(text, speech)
        if problem:
            raise CourseError(f"{option} 是“{text}”：{problem}")


def check_sound(course: Course) -> None:
    """Apply all checks that the author's own items and pages will have to pass.

    Parameters
    ----------
    course
        The course.

    Raises
    ------
    CourseError
        If it does not pass them.
    """
    try:
        _check_all(course)
    except FaultyError as error:
        raise CourseError(
            f"用这份文本做出的课程通不过检查，什么也没有留下；请把文本和下面的话交给课程代码的维护者\n{error}"
        ) from error


def _check_all(course: Course) -> None:
    bank = read_bank(course)
    check_settings(course, bank)
    check_pages(course, bank)
    if faults := [*_page_faults(course, bank.speech)]:
        raise PageError(faults)
    if faults := check(Scope(bank, course)):
        raise BankError(faults)
    for blueprint in read_blueprints(course):
        compile_plan(blueprint, bank)


def _page_faults(course: Course, speech: Speech) -> Iterator[Fault]:
    """Find the texts on pages that a build would refuse."""
    for file in read_contents(course):
        for line, text in _texts(file.read_text(encoding="utf-8")):
            if problem := unsupported(text, speech):
                yield Fault(course.shown(file), line, "", "", problem)


def _texts(page: str, start: int = 1) -> Iterator[tuple[int, str]]:
    """Yield a page's texts, each with its line."""
    for token in MarkdownIt("commonmark").use(front_matter_plugin).parse(page):
        line = start + (token.map[0] if token.map else 0)
        if token.type == "inline":
            yield line, "".join(part.content for part in token.children or ())
        elif token.type == "fence" and token.info.startswith(_ONLY):
            yield from _texts(token.content, line + 1)
