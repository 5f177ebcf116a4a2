"""The bank's texts as HTML, and the feedback after an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from exercises.inline import plain, runs
from exporting.model import Exported
from exporting.question import Line, Match, Pair, Question


def html(text: str) -> str:
    """Return a text of the bank as HTML, with its emphasis."""
    return "".join(
        f"<strong>{escape(run.text, quote=False)}</strong>"
        if run.strong
        else escape(run.text, quote=False)
        for run in runs(text)
    )


def prompt(lines: Iterable[Line]) -> str:
    """Render a prompt as HTML: paragraphs, quoted passages, nested lists."""
    return "".join(_laid((line.depth, line.quoted, html(line.text)) for line in lines))


def nested(lines: Iterable[tuple[int, str]]) -> str:
    """Render lines of HTML by their depths, 0 for paragraphs."""
    return "".join(_laid((depth, False, markup) for depth, markup in lines))


def _laid(lines: Iterable[tuple[int, bool, str]]) -> Iterator[str]:
    """Open and close lists as the depth changes."""
    at = 0
    for depth, quoted, markup in lines:
        if depth > at:
            yield "<ul><li>" * (depth - at)
        else:
            yield "</li></ul>" * (at - depth)
            if depth:
                yield "</li><li>"
        at = depth
        if depth:
            yield markup
        else:
            yield f"<blockquote><p>{markup}</p></blockquote>" if quoted else f"<p>{markup}</p>"
    yield "</li></ul>" * at


def after(item: Exported, question: Question) -> str:
    """Return the feedback after any answer as HTML: notes, and the quoted sources."""
    notes = [html(note) for note in question.notes]
    sources = [
        f"{escape(source.label, quote=False)}　{escape(source.text, quote=False)}"
        for source in item.sources
    ]
    return nested([(0, note) for note in notes] + [(0, f"出处：{text}") for text in sources])


def paired(body: Match) -> tuple[str, ...]:
    """Return the feedback of right and wrong pairs, for formats without a place for it."""
    right = (f"{pair.left}——{pair.right}：{pair.feedback}" for pair in body.pairs)
    return (*right, *mispaired(body))


def mispaired(body: Match) -> tuple[str, ...]:
    """Return the feedback of a matching's wrong pairs."""

    def said(pair: Pair) -> str:
        premise = f"“{pair.left}”" if pair.left else ""
        return f"{premise}错选“{pair.right}”：{pair.feedback}"

    return tuple(map(said, body.mistaken))


def one_line(text: str) -> str:
    """Return a text without emphasis and line breaks, for plain names."""
    return " ".join(plain(text).split())
