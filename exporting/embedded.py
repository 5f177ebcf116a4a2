"""Fields embedded in a text, in the syntax of Moodle's cloze questions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from exporting.fractions import percent
from exporting.question import FULL, NONE, Answer, Gap, Gapped, Judge
from exporting.wording import html, nested

_SPECIAL: Final = re.compile(r"[~#}\\]")
_UNCHANGED: Final = "不用改"
#: Number of fields of a true-or-false question.
FIELDS: Final = 2


def escaped(markup: str) -> str:
    """Escape characters that end a field or one of its answers."""
    written = _SPECIAL.sub(lambda found: f"\\{found[0]}", " ".join(markup.splitlines()))
    # Moodle looks back: after these, the character that ends an answer would count as escaped.
    return f"{written} " if written.endswith(("\\", "&amp;")) else written


def field(sort: str, answers: Iterable[Answer]) -> str:
    """Write one field, worth one point.

    Parameters
    ----------
    sort
        ``SHORTANSWER``, or one of the ``MULTICHOICE`` types.
    answers
        What can be picked or typed. The percentage before each answer allows it to begin with any
        character.
    """
    written = "~".join(
        f"%{percent(answer.credit)}%{escaped(html(answer.text))}#{escaped(html(answer.feedback))}"
        for answer in answers
    )
    return f"{{1:{sort}:{written}}}"


def gapped(body: Gapped) -> str:
    """Render lines with their gaps as fields."""

    def piece(given: str | int) -> str:
        return html(given) if isinstance(given, str) else _gap(body.gaps[given], typed=body.typed)

    return nested([(line.depth, "".join(map(piece, line.pieces))) for line in body.lines])


def _gap(gap: Gap, *, typed: bool) -> str:
    if not typed:
        return field("MULTICHOICE", gap.answers)
    # The asterisk matches any answer that was not foreseen.
    return field("SHORTANSWER", (*gap.answers, Answer("*", NONE, gap.otherwise)))


def judged(body: Judge) -> str:
    """Return the two fields of a statement: the judgement and the correction.

    True statements have the second field too, as its absence would give the answer away.
    """
    verdicts = (
        Answer("对（√）", FULL if body.verdict else NONE, body.feedback),
        Answer("错（×）", NONE if body.verdict else FULL, body.feedback),
    )
    unchanged = Answer(_UNCHANGED, FULL if body.verdict else NONE, body.feedback)
    corrections = field("MULTICHOICE_V", (unchanged, *body.corrections))
    return (
        f"<p>这个说法：{field('MULTICHOICE', verdicts)}</p>"
        f"<p>判为错的，选出怎样改；判为对的，选“{_UNCHANGED}”。</p><p>{corrections}</p>"
    )
