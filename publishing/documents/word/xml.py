"""Elements of WordprocessingML for which python-docx has no API."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(tag: str, **attributes: str) -> Any:
    """Make an element in Word's main namespace.

    Parameters
    ----------
    tag
        Its name without prefix, such as ``numFmt``.
    **attributes
        Its attributes, without prefix.
    """
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def child(parent: Any, tag: str, **attributes: str) -> Any:
    """Add a new child element to an element and return it."""
    made = element(tag, **attributes)
    parent.append(made)
    return made
