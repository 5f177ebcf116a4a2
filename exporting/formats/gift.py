"""GIFT: a plain text format, imported by Moodle and several other platforms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import singledispatchmethod
from typing import Final

from exporting.fractions import is_exact, percent
from exporting.losses import (
    BY_TEACHERS,
    LITERALLY,
    NEAREST,
    NO_EMPHASIS,
    REASONS_TOGETHER,
    SPANS_LISTED,
    Loss,
    losses_of,
)
from exporting.model import Collection, Exported
from exporting.question import (
    FULL,
    Answer,
    Body,
    Essay,
    Gapped,
    Judge,
    Match,
    Order,
    Pick,
    Question,
    Typed,
)
from exporting.registry import Format
from exporting.simpler import positions, separate_gaps
from exporting.wording import after, html, one_line, paired, prompt

_SPECIAL: Final = re.compile(r"[\\#=~{}:]")
_BREAK: Final = re.compile(r"\s*[\r\n]+\s*")
_ARROW: Final = "->"
_UNCORRECTED: Final = "只判断对错，不选改法；改法写在反馈里"


def escaped(text: str) -> str:
    """Escape GIFT's special characters, and put the text on one line."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", _BREAK.sub(" ", text))


class _Writer:
    """Writes the questions of one item and collects its losses."""

    def __init__(self, item: Exported) -> None:
        self.item = item
        self.lost = list(item.lost)

    def questions(self) -> list[Question]:
        """Return the questions in forms that GIFT supports."""
        return [simple for question in self.item.questions for simple in self._simpler(question)]

    def _simpler(self, question: Question) -> list[Question]:
        body = question.body
        if isinstance(body, Order):
            made, lost = positions(question, body)
        elif isinstance(body, Gapped):
            made, lost = separate_gaps(question, body)
        else:
            made, lost = [question], ""
        self.lost += filter(None, [lost])
        return [self._with_reasons(one) for one in made]

    def _with_reasons(self, question: Question) -> Question:
        """Move feedback that GIFT cannot represent into the notes."""
        body = question.body
        if isinstance(body, Match):
            self.lost.append(REASONS_TOGETHER)
            return question.noting(*paired(body))
        if isinstance(body, Essay):
            points = (f"要点：{point.text}。{point.feedback}" for point in body.points)
            self.lost += [BY_TEACHERS, "要点写在题后的反馈里，没有另给教师的一栏"]
            return question.noting(*points)
        if isinstance(body, Typed):
            self.lost.append(LITERALLY)
            return question.noting(body.gap.otherwise)
        if isinstance(body, Judge):
            self.lost.append(_UNCORRECTED)
            notes = (f"{one.text.replace('**', '')}：{one.feedback}" for one in body.corrections)
            return question.noting(*notes)
        return question

    def answer(self, body: Body) -> list[str] | None:
        """Return the lines between the braces; None if GIFT has no such type of question."""
        return self._braces(body)

    @singledispatchmethod
    def _braces(self, _body: Body) -> list[str] | None:
        return None

    @_braces.register
    def _(self, body: Pick) -> list[str]:
        if body.spans:
            self.lost.append(SPANS_LISTED)
        if not body.shuffle:
            self.lost.append("平台会打乱选项，不能写明不打乱")
        if any(not is_exact(one.credit) for one in body.answers):
            self.lost.append(NEAREST)
        return [_option(one, several=body.several) for one in body.answers]

    @_braces.register
    def _(self, body: Judge) -> list[str]:
        reason = body.feedback
        for one in body.corrections:
            if one.credit == FULL:
                reason = f"{reason} 正确的改法：{one.text}。"
        feedback = escaped(html(reason))
        return [f"{'TRUE' if body.verdict else 'FALSE'}#{feedback}#{feedback}"]

    @_braces.register
    def _(self, body: Match) -> list[str]:
        pairs = [(html(pair.left), pair.right) for pair in body.pairs]
        pairs += [("", spare) for spare in body.spare]
        if any("**" in right for _, right in pairs):
            self.lost.append(NO_EMPHASIS)
        # The left side is HTML, in which the arrow's head is escaped.
        if any(_ARROW in right for _, right in pairs):
            self.lost.append("选项里的箭头 -> 改为 →")
        return [
            f"={escaped(left)} -> {escaped(one_line(right).replace(_ARROW, '→'))}"
            for left, right in pairs
        ]

    @_braces.register
    def _(self, body: Typed) -> list[str]:
        return [
            f"=%{percent(one.credit)}%{escaped(one.text)}#{escaped(html(one.feedback))}"
            for one in body.gap.answers
        ]

    @_braces.register
    def _(self, _body: Essay) -> list[str]:
        return []


def _option(answer: Answer, *, several: bool) -> str:
    weight = f"~%{percent(answer.credit)}%"
    sign = weight if several else "=" if answer.credit == FULL else "~"
    return f"{sign}{escaped(html(answer.text))}#{escaped(html(answer.feedback))}"


def _item(collection: Collection, item: Exported) -> tuple[list[str], list[str]]:
    """Write an item's questions, each as a paragraph without empty lines."""
    writer = _Writer(item)
    questions, written = writer.questions(), []
    for place, question in enumerate(questions):
        body = writer.answer(question.body)
        if body is None:
            continue
        name = f"{item.id} {place + 1}" if len(questions) > 1 else item.id
        tags = " ".join(f"[tag:{tag}]" for tag in item.tags)
        paragraph = [
            f"// [id:{collection.stable_id(item, questions, place)}] {tags}",
            f"::{escaped(name)}::[html]{escaped(prompt(question.prompt))}{{",
            *body,
            f"####{escaped(after(item, question))}",
            "}",
        ]
        written.append("\n".join(paragraph))
    return written, [*writer.lost, *_unsaid(item, questions)]


def _unsaid(item: Exported, questions: Sequence[Question]) -> Iterator[str]:
    """Yield what GIFT cannot say of any question: its points, unless they are 1, and a hint."""
    if any(question.points != 1 for question in questions):
        full = sum(question.points for question in item.questions)
        yield f"满分 {full} 分没有导出，平台一般每题按 1 分算"
    if item.hint:
        yield "提示没有导出"


def _write(collection: Collection) -> tuple[bytes, list[Loss]]:
    paragraphs: list[str] = []
    losses: list[Loss] = []
    for section in collection.sections:
        names = map(one_line, (collection.heading, section.title))
        paragraphs.append(f"$CATEGORY: {'/'.join(name.replace('/', '//') for name in names)}")
        for item in section.items:
            written, lost = _item(collection, item)
            paragraphs += written
            losses += losses_of(item, lost, "GIFT", written=bool(written))
    return ("\n\n".join(paragraphs) + "\n").encode(), losses


FORMAT: Final = Format("GIFT", "gift.txt", _write)
