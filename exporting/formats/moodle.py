"""Moodle XML: the most complete format that Moodle imports.

Every text declares its format; percentages are those of :mod:`exporting.fractions`; the fields of
cloze questions are escaped (:mod:`exporting.embedded`). Markup is escaped with entities, so that no
text can end a CDATA section.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import singledispatch
from typing import Final
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)

from exporting.embedded import FIELDS, gapped, judged
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
from exporting.question import Body, Essay, Gapped, Judge, Match, Order, Pick, Question
from exporting.registry import Format
from exporting.simpler import positions
from exporting.wording import after, html, nested, one_line, paired, prompt

_HALF: Final = "判断错而改法选对，平台仍给一半的分"
_BOTH: Final = "说法是对的，平台也按判断和改法两处给 2 分（题库 1 分）"
_NAME: Final = 40


def _text(tag: str, markup: str, **attributes: str) -> ET.Element:
    """Create an element with a text in HTML."""
    element = ET.Element(tag, {**attributes, "format": "html"})
    ET.SubElement(element, "text").text = markup
    return element


def _plain(tag: str, text: str) -> ET.Element:
    """Create an element with plain text, such as a name."""
    element = ET.Element(tag)
    ET.SubElement(element, "text").text = text
    return element


def _value(tag: str, value: object) -> ET.Element:
    element = ET.Element(tag)
    element.text = str(value)
    return element


@dataclass
class _Parts:
    """The parts of a question that depend on its body.

    Parameters
    ----------
    type
        Moodle's name of the question type.
    rest
        The elements after those that every question has.
    inside
        What follows the prompt in the question's text.
    notes
        Feedback after the answer that has no other place.
    lost
        What is lost.
    points
        The points, if Moodle counts them itself; else the question's are used.
    """

    type: str
    rest: list[ET.Element] = field(default_factory=list)
    inside: str = ""
    notes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    points: int | None = None


@singledispatch
def _parts(_body: Body) -> _Parts | None:
    return None


@_parts.register
def _(body: Pick) -> _Parts:
    answers = []
    for one in body.answers:
        answer = _text("answer", html(one.text), fraction=percent(one.credit))
        answer.append(_text("feedback", html(one.feedback)))
        answers.append(answer)
    inexact = any(not is_exact(one.credit) for one in body.answers)
    return _Parts(
        "multichoice",
        [
            _value("single", str(not body.several).lower()),
            _value("shuffleanswers", str(body.shuffle).lower()),
            _value("answernumbering", "ABCD"),
            _value("showstandardinstruction", 0),
            *(_text(tag, "") for tag in _FEEDBACK),
            *answers,
        ],
        lost=(*((SPANS_LISTED,) if body.spans else ()), *((NEAREST,) if inexact else ())),
    )


#: Moodle's general feedback on right, partly right and wrong answers: empty, since each answer has
#: its own.
_FEEDBACK: Final = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")


@_parts.register
def _(body: Match) -> _Parts:
    pairs = []
    offered = [(html(pair.left), pair.right) for pair in body.pairs]
    offered += [("", spare) for spare in body.spare]
    for left, right in offered:
        pair = _text("subquestion", left)
        pair.append(_plain("answer", one_line(right)))
        pairs.append(pair)
    emphasised = any("**" in right for _, right in offered)
    return _Parts(
        "matching",
        [_value("shuffleanswers", "true"), *(_text(tag, "") for tag in _FEEDBACK), *pairs],
        notes=paired(body),
        lost=(
            REASONS_TOGETHER,
            *((NO_EMPHASIS,) if emphasised else ()),
        ),
    )


@_parts.register
def _(body: Gapped) -> _Parts:
    return _Parts("cloze", inside=gapped(body), lost=(LITERALLY,) if body.typed else ())


@_parts.register
def _(body: Judge) -> _Parts:
    lost = _BOTH if body.verdict else _HALF
    return _Parts("cloze", inside=judged(body), lost=(lost,), points=FIELDS)


@_parts.register
def _(body: Essay) -> _Parts:
    points = nested([(0, f"{html(one.text)}。{html(one.feedback)}") for one in body.points])
    return _Parts(
        "essay",
        [
            _value("responseformat", "plain"),
            _value("responserequired", 1),
            _value("responsefieldlines", max(5, body.lines)),
            _value("attachments", 0),
            _text("graderinfo", points),
            _text("responsetemplate", ""),
        ],
        notes=tuple(f"要点：{one.text}。{one.feedback}" for one in body.points),
        lost=(BY_TEACHERS,),
    )


def _element(question: Question, parts: _Parts, item: Exported, name: str, id_: str) -> ET.Element:
    """Create the element of one question."""
    element = ET.Element("question", {"type": parts.type})
    element.append(_plain("name", name))
    element.append(_text("questiontext", prompt(question.prompt) + parts.inside))
    element.append(_text("generalfeedback", after(item, question.noting(*parts.notes))))
    element.append(_value("defaultgrade", parts.points or question.points))
    element.append(_value("penalty", "0.3333333"))
    element.append(_value("hidden", 0))
    element.append(_value("idnumber", id_))
    element.extend(parts.rest)
    if item.hint:
        element.append(_text("hint", html(item.hint)))
    tags = ET.SubElement(element, "tags")
    tags.extend(_plain("tag", tag) for tag in item.tags)
    return element


def _item(collection: Collection, item: Exported) -> tuple[list[ET.Element], list[str]]:
    """Return the elements of an item's questions, and what is lost."""
    written, lost = [], list(item.lost)
    for place, given in enumerate(item.questions):
        question = given
        if isinstance(given.body, Order):
            (question,), loss = positions(given, given.body)
            lost.append(loss)
        parts = _parts(question.body)
        if parts is None:
            continue
        lost += parts.lost
        number = f" {place + 1}" if len(item.questions) > 1 else ""
        name = f"{item.id}{number} {item.stem[:_NAME]}"
        id_ = collection.stable_id(item, item.questions, place)
        written.append(_element(question, parts, item, name, id_))
    return written, lost


def _category(names: Iterable[str]) -> ET.Element:
    """Create the category of the questions that follow; slashes in names are doubled."""
    element = ET.Element("question", {"type": "category"})
    path = "/".join(one_line(name).replace("/", "//") for name in names)
    element.append(_plain("category", f"$course$/top/{path}"))
    return element


def _write(collection: Collection) -> tuple[bytes, list[Loss]]:
    quiz = ET.Element("quiz")
    losses: list[Loss] = []
    for section in collection.sections:
        quiz.append(_category((collection.heading, section.title)))
        for item in section.items:
            written, lost = _item(collection, item)
            quiz.extend(written)
            losses += losses_of(item, lost, "Moodle", written=bool(written))
    ET.indent(quiz)
    return ET.tostring(quiz, encoding="UTF-8", xml_declaration=True) + b"\n", losses


FORMAT: Final = Format("Moodle XML", "moodle.xml", _write)
