"""QTI elements in their namespace; texts of the bank become mixed content."""

from __future__ import annotations

from fractions import Fraction
from typing import Final
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)

SPACE: Final = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
SCORE: Final = "SCORE"
MAX_SCORE: Final = "MAXSCORE"
#: The outcome that selects feedback: a block is shown if its name is among the values.
FEEDBACK: Final = "FEEDBACK"


def element(name: str, *content: ET.Element | str, **attributes: str) -> ET.Element:
    """Create an element; underscores in attribute names stand for hyphens.

    Parameters
    ----------
    name
        Its name, without the namespace.
    content
        Its content: elements, or plain text if there are no elements.
    attributes
        Its attributes.
    """
    made = ET.Element(
        f"{{{SPACE}}}{name}", {key.replace("_", "-"): value for key, value in attributes.items()}
    )
    for part in content:
        if isinstance(part, str):
            made.text = part
        else:
            made.append(part)
    return made


def marked_up(name: str, markup: str, **attributes: str) -> ET.Element:
    """Create an element that contains HTML as written by `exporting.wording`."""
    holder = ET.fromstring(f'<x xmlns="{SPACE}">{markup}</x>')  # ruff: ignore[suspicious-xml-element-tree-usage] (our own)
    made = element(name, *holder, **attributes)
    made.text = holder.text
    return made


def number(value: Fraction | int) -> str:
    """Format a number of points."""
    return f"{float(value):g}"


def value(text: str, **attributes: str) -> ET.Element:
    """Create a value."""
    return element("qti-value", text, **attributes)


def variable(identifier: str) -> ET.Element:
    """Create a reference to a variable."""
    return element("qti-variable", identifier=identifier)


def base(base_type: str, text: str) -> ET.Element:
    """Create a constant."""
    return element("qti-base-value", text, base_type=base_type)


def outcome(identifier: str, expression: ET.Element) -> ET.Element:
    """Create a rule that sets an outcome."""
    return element("qti-set-outcome-value", expression, identifier=identifier)


def when(condition: ET.Element, *then: ET.Element) -> ET.Element:
    """Create a rule that applies if a condition holds."""
    return element("qti-response-condition", element("qti-response-if", condition, *then))


def matches(response: str, base_type: str, text: str) -> ET.Element:
    """Create the condition that a single-valued response equals a constant."""
    return element("qti-match", variable(response), base(base_type, text))


def adding(identifier: str, *expressions: ET.Element) -> ET.Element:
    """Create a rule that adds to a score."""
    return outcome(identifier, element("qti-sum", variable(identifier), *expressions))
