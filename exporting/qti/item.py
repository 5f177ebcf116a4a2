"""A question as an assessment item."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)

from exporting.model import Exported
from exporting.qti.elements import (
    FEEDBACK,
    MAX_SCORE,
    SCORE,
    base,
    element,
    marked_up,
    number,
    outcome,
    value,
    variable,
)
from exporting.qti.parts import Parts
from exporting.question import Question
from exporting.wording import after, html, prompt

#: The feedback block shown after any answer: notes and sources.
AFTER: Final = "AFTER"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def assessment_item(
    item: Exported, question: Question, parts: Parts, identifier: str, title: str
) -> ET.Element:
    """Create the assessment item of a question.

    Parameters
    ----------
    item
        The item that the question belongs to.
    question
        The question.
    parts
        The parts that depend on its form.
    identifier, title
        Its identifier and title.
    """
    made = element(
        "qti-assessment-item",
        *parts.declarations,
        *_outcomes(question, parts),
        _body(item, question, parts),
        _processing(parts),
        identifier=identifier,
        title=title,
        adaptive="false",
        time_dependent="false",
    )
    made.set(_LANGUAGE, "zh-CN")
    return made


def _outcomes(question: Question, parts: Parts) -> list[ET.Element]:
    def default(text: str) -> ET.Element:
        return element("qti-default-value", value(text))

    full = number(question.points)
    by_hand = {"external_scored": "human"} if parts.scorer else {}
    declaration = "qti-outcome-declaration"
    floating = {"cardinality": "single", "base_type": "float"}
    return [
        element(
            declaration,
            default("0"),
            identifier=SCORE,
            **floating,
            normal_maximum=full,
            normal_minimum="0",
            **by_hand,
        ),
        element(declaration, default(full), identifier=MAX_SCORE, **floating),
        element(declaration, identifier=FEEDBACK, cardinality="multiple", base_type="identifier"),
    ]


def _body(item: Exported, question: Question, parts: Parts) -> ET.Element:
    lines = [line for line in question.prompt if not (line.quoted and parts.holds_passage)]
    body = marked_up("qti-item-body", prompt(lines))
    body.extend(parts.content)
    if item.hint:
        body.append(element("details", element("summary", "提示"), _paragraph(item.hint)))
    if parts.scorer:
        instructions = "".join(f"<p>{html(line)}</p>" for line in parts.scorer)
        content = marked_up("qti-content-body", instructions)
        body.append(element("qti-rubric-block", content, use="scoring", view="scorer"))
    said = after(item, question.noting(*parts.notes))
    for name, markup in (parts.reasons | {AFTER: said}).items():
        content = marked_up("qti-content-body", markup)
        body.append(
            element(
                "qti-feedback-block",
                content,
                outcome_identifier=FEEDBACK,
                identifier=name,
                show_hide="show",
            )
        )
    return body


def _paragraph(text: str) -> ET.Element:
    return marked_up("p", html(text))


def _processing(parts: Parts) -> ET.Element:
    named = (*(variable(name) for name in parts.naming), base("identifier", AFTER))
    first = outcome(FEEDBACK, element("qti-multiple", *named))
    return element("qti-response-processing", first, *parts.processing)
