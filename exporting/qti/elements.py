"""The elements of QTI, in its namespace; a text of the bank becomes mixed content."""

from __future__ import annotations

from fractions import Fraction
from typing import Final
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)

SPACE: Final = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
SCORE: Final = "SCORE"
MAX_SCORE: Final = "MAXSCORE"
#: The outcome that names what is said after an answer; a block is shown if its name is in it.
FEEDBACK: Final = "FEEDBACK"


def element(name: str, *content: ET.Element | str, **attributes: str) -> ET.Element:
    """Make an element; underscores in the names of attributes stand for hyphens.

    Parameters
    ----------
    name
        Its name, without the namespace.
    content
        What it holds: elements, and plain text only where there are none.
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
    """Make an element that holds a run of HTML, as `exporting.wording` writes it."""
    holder = ET.fromstring(f'<x xmlns="{SPACE}">{markup}</x>')  # ruff: ignore[suspicious-xml-element-tree-usage] (our own)
    made = element(name, *holder, **attributes)
    made.text = holder.text
    return made


def number(value: Fraction | int) -> str:
    """Write a number of points."""
    return f"{float(value):g}"


def value(text: str, **attributes: str) -> ET.Element:
    """Make a value."""
    return element("qti-value", text, **attributes)


def variable(identifier: str) -> ET.Element:
    """Ask for a variable."""
    return element("qti-variable", identifier=identifier)


def base(base_type: str, text: str) -> ET.Element:
    """Give a constant."""
    return element("qti-base-value", text, base_type=base_type)


def outcome(identifier: str, expression: ET.Element) -> ET.Element:
    """Set an outcome."""
    return element("qti-set-outcome-value", expression, identifier=identifier)


def when(condition: ET.Element, *then: ET.Element) -> ET.Element:
    """Do something if a condition holds."""
    return element("qti-response-condition", element("qti-response-if", condition, *then))


def matches(response: str, base_type: str, text: str) -> ET.Element:
    """Tell whether a response of one value is the one given."""
    return element("qti-match", variable(response), base(base_type, text))


def adding(identifier: str, *expressions: ET.Element) -> ET.Element:
    """Add to a score."""
    return outcome(identifier, element("qti-sum", variable(identifier), *expressions))
