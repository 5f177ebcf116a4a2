"""The few elements of WordprocessingML that python-docx has no words for."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(tag: str, **attributes: str) -> Any:
    """Make an element of Word's main namespace.

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
    """Add an element to another; gives the one that was added."""
    made = element(tag, **attributes)
    parent.append(made)
    return made
