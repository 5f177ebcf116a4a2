"""Elements of manifests, in the namespace of their vocabulary."""

from __future__ import annotations

from typing import Protocol
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)


class Add(Protocol):
    """Adds an element to another, and gives it."""

    def __call__(
        self, parent: ET.Element, name: str, text: str = "", **attributes: str
    ) -> ET.Element:
        """Add an element of this name, with its text."""


def in_space(space: str) -> Add:
    """Give what adds elements of a namespace.

    Parameters
    ----------
    space
        The namespace's address.
    """

    def add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
        element = ET.SubElement(parent, f"{{{space}}}{name}", attributes)
        element.text = text or None
        return element

    return add


def indented(root: ET.Element) -> bytes:
    """Write a document whose texts bear white space between elements."""
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, "unicode")}\n'.encode()
