"""The parts of an assessment item that depend on the form of its question."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)

#: The response identifier of items with a single response.
RESPONSE: Final = "RESPONSE"


@dataclass
class Parts:
    """The parts of an assessment item that depend on the form of its question.

    Parameters
    ----------
    type
        The name of the interaction in the manifest.
    declarations
        Declarations of the responses.
    content
        What follows the prompt.
    processing
        Rules that set the score and select further feedback.
    reasons
        Feedback on answers, by the name of its block.
    naming
        Responses whose values are names of feedback blocks.
    notes
        Feedback after any answer.
    lost
        What is lost.
    scorer
        Instructions for a human scorer; empty if the platform grades.
    holds_passage
        Whether the content includes the prompt's quoted passages.
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
