"""Responses: their declarations, points and feedback."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)

from exporting.qti.elements import element, number, value
from exporting.question import Answer
from exporting.wording import html

_LITERAL: Final = "string"


def declared(
    identifier: str,
    base_type: str,
    cardinality: str,
    right: Iterable[str],
    earned: Mapping[str, Fraction] | None = None,
) -> ET.Element:
    """Create the declaration of a response.

    Parameters
    ----------
    identifier, base_type, cardinality
        As defined by QTI.
    right
        The values of a right response; none if a human grades.
    earned
        The points of each value, if the score is their sum.
    """
    made = element(
        "qti-response-declaration",
        identifier=identifier,
        cardinality=cardinality,
        base_type=base_type,
    )
    if values := [value(one) for one in right]:
        made.append(element("qti-correct-response", *values))
    if earned:
        # Mapping is case-sensitive by default.
        literal = {"case_sensitive": "false"} if base_type == _LITERAL else {}
        entries = (
            element("qti-map-entry", map_key=key, mapped_value=number(points), **literal)
            for key, points in earned.items()
        )
        made.append(element("qti-mapping", *entries, lower_bound="0", default_value="0"))
    return made


def mapped(response: str) -> ET.Element:
    """Create an expression for the points of a response."""
    return element("qti-map-response", identifier=response)


def reason_of(answer: Answer) -> str:
    """Return the feedback on an answer as HTML, after the answer: options may be shuffled."""
    return f"<p>“{html(answer.text)}”：{html(answer.feedback)}</p>"
