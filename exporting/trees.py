"""Building the XML of manifests in a namespace."""

from __future__ import annotations

from typing import Protocol
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)


class Add(Protocol):
    """A function that adds a child element and returns it."""

    def __call__(
        self, parent: ET.Element, name: str, text: str = "", **attributes: str
    ) -> ET.Element:
        """Add an element with this name and text."""


def in_space(space: str) -> Add:
    """Return a function that adds elements in a namespace.

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
    """Serialise a document with indentation, for vocabularies that ignore white space."""
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, "unicode")}\n'.encode()
