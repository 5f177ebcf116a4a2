"""A passage with words to mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)

from exporting.qti.elements import element, marked_up
from exporting.question import Answer, Line
from exporting.wording import html


def marked(
    response: str,
    spans: Sequence[tuple[str, Answer]],
    passage: Iterable[Line],
    *,
    several: bool,
) -> ET.Element:
    """Create the interaction for marking words of a passage.

    Parameters
    ----------
    response
        The response's name.
    spans
        The words, each of which occurs once in the passage, by name.
    passage
        The passage's paragraphs.
    several
        Whether several may be marked.
    """
    names = {answer.text: name for name, answer in spans}
    cut = re.compile(f"({'|'.join(map(re.escape, names))})")
    most = "0" if several else "1"
    interaction = element("qti-hottext-interaction", response_identifier=response, max_choices=most)
    for line in passage:
        paragraph = element("p")
        interaction.append(paragraph)
        for piece in cut.split(line.text):
            if piece in names:
                paragraph.append(marked_up("qti-hottext", html(piece), identifier=names[piece]))
            else:
                _say(paragraph, html(piece))
    return interaction


def _say(paragraph: ET.Element, markup: str) -> None:
    """Append a run of HTML to a paragraph."""
    run = marked_up("span", markup)
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "") + (run.text or "")
    else:
        paragraph.text = (paragraph.text or "") + (run.text or "")
    paragraph.extend(run)
