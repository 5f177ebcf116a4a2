"""What the form of a question brings to its item."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)

#: The response of an item that has one.
RESPONSE: Final = "RESPONSE"


@dataclass
class Parts:
    """What a form brings to its item.

    Parameters
    ----------
    type
        The name of the interaction, as the manifest gives it.
    declarations
        The responses.
    content
        What follows the prompt.
    processing
        What sets the score, and names more reasons to be shown.
    reasons
        What is said of an answer, by the name of the block that says it.
    naming
        The responses whose values are names of reasons.
    notes
        What is said after any answer.
    lost
        What is lost.
    scorer
        What a person who grades is shown; empty where the platform grades.
    holds_passage
        Whether the content has the prompt's quoted passages in it.
    """

    type: str
    declarations: list[ET.Element]
    content: list[ET.Element]
    processing: list[ET.Element]
    reasons: dict[str, str] = field(default_factory=dict)
    naming: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    scorer: tuple[str, ...] = ()
    holds_passage: bool = False
