"""Responses: how they are declared, mapped to points, and answered with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)

from exporting.model import Answer
from exporting.qti.elements import element, number, value
from exporting.wording import html

_LITERAL: Final = "string"


def declared(
    identifier: str,
    base_type: str,
    cardinality: str,
    right: Iterable[str],
    earned: Mapping[str, Fraction] | None = None,
) -> ET.Element:
    """Declare a response.

    Parameters
    ----------
    identifier, base_type, cardinality
        As QTI has them.
    right
        The values of a right response; none where a person grades.
    earned
        The points of each value, where they are a sum of these.
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
        # A map of texts tells capitals from small letters unless it is told not to.
        literal = {"case_sensitive": "false"} if base_type == _LITERAL else {}
        entries = (
            element("qti-map-entry", map_key=key, mapped_value=number(points), **literal)
            for key, points in earned.items()
        )
        made.append(element("qti-mapping", *entries, lower_bound="0", default_value="0"))
    return made


def mapped(response: str) -> ET.Element:
    """Ask for the points of a response."""
    return element("qti-map-response", identifier=response)


def reason_of(answer: Answer) -> str:
    """Say of an answer, in HTML, why it is right or wrong; options may have been shuffled."""
    return f"<p>“{html(answer.text)}”：{html(answer.feedback)}</p>"
