"""HTML for the timeline: an SVG drawing, narrow enough for a phone.

It has no colours of its own, so the style sheet applies those of the page. For screen readers it is
a single image, since the table after it has the same content and more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from publishing.outline.timeline_directive import timeline_figure

#: In units of the drawing, whose width is that of the text on a small phone.
_WIDTH: Final = 328
_LINE: Final = 112
_GAP: Final = 14
_SIZE: Final = 15
_PITCH: Final = 21
_BETWEEN: Final = 15
_RADIUS: Final = 6
_CORE: Final = 2.5
_ASCII_WIDTH: Final = 0.6
#: Units that are not broken across lines: a number with its measure word, a mark with its word.
_UNBROKEN: Final = re.compile(r"(?:[0-9A-Za-z]+.?|[“《（].|.)[，、。；：”》）]*")


def wrapped(text: str, width: float) -> list[str]:
    """Break a text into lines.

    Parameters
    ----------
    text
        Chinese, with numbers.
    width
        Width of a line, in characters.
    """
    lines, taken = [""], 0.0
    for part in _UNBROKEN.findall(text):
        own = sum(_ASCII_WIDTH if character.isascii() else 1 for character in part)
        if lines[-1] and taken + own > width:
            lines.append("")
            taken = 0
        lines[-1] += part
        taken += own
    return lines


def drawing(groups: list[tuple[str, list[tuple[str, str, str]]]]) -> tuple[list[str], int]:
    """Draw the groups one below the other.

    Parameters
    ----------
    groups
        Title and events of each, as in `timeline_figure`.

    Returns
    -------
    list of str
        The SVG elements.
    int
        The height.
    """
    drawn: list[str] = []
    top = 0
    for number, (title, events) in enumerate(groups):
        if number:
            drawn.append(_stroke("timeline-break", top - 2 * _BETWEEN, top))
        for line in wrapped(title, (_WIDTH - 8) / _SIZE):
            top += _PITCH
            drawn.append(_text("timeline-group", 0, top, "start", [line]))
        top += _BETWEEN
        begin = top
        for state, when, name in events:
            elements, height = _event(state, when, name, top)
            drawn += elements
            top += height
        drawn.insert(0, _stroke("timeline-line", begin, top - _BETWEEN))
        top += _BETWEEN
    return drawn, top


def _event(state: str, when: str, name: str, top: int) -> tuple[list[str], int]:
    times = wrapped(when, (_LINE - _GAP) / _SIZE)
    names = wrapped(name, (_WIDTH - _LINE - _GAP) / _SIZE)
    middle = top + _PITCH // 2
    ring = _dot(f"timeline-dot timeline-{_CLASSES[state]}", middle, _RADIUS)
    core = _dot("timeline-core", middle, _CORE)
    elements = [
        _text("timeline-when", _LINE - _GAP, top + _SIZE, "end", times),
        ring,
        *([core] if state == "当时" else []),
        _text("timeline-name", _LINE + _GAP, top + _SIZE, "start", names),
    ]
    return elements, max(len(times), len(names)) * _PITCH + _BETWEEN


def _dot(name: str, y: int, radius: float) -> str:
    return f'<circle class="{name}" cx="{_LINE}" cy="{y}" r="{radius}"/>'


#: CSS class of each state.
_CLASSES: Final = {"已经": "past", "当时": "now", "以后": "ahead"}


def _text(name: str, x: int, y: int, anchor: str, lines: list[str]) -> str:
    spans = "".join(
        f'<tspan x="{x}" y="{y + number * _PITCH}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return f'<text class="{name}" font-size="{_SIZE}" text-anchor="{anchor}">{spans}</text>'


def _stroke(name: str, top: int, bottom: int) -> str:
    return f'<line class="{name}" x1="{_LINE}" x2="{_LINE}" y1="{top}" y2="{bottom}"/>'


def visit_figure(self: HTML5Translator, node: timeline_figure) -> None:
    """Write the drawing."""
    elements, height = drawing(node["groups"])
    title = escape(f"{node['title']}。图上的时间和事项都在后面的表里")
    self.body.append(
        f'<figure class="timeline"><svg viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-label="{title}"><g aria-hidden="true">{"".join(_lines(elements))}</g></svg>'
        f'<figcaption aria-hidden="true">{escape(node["legend"])}</figcaption></figure>\n'
    )
    raise nodes.SkipNode


def _lines(elements: list[str]) -> Iterator[str]:
    return (f"{element}\n" for element in elements)


def setup(app: Sphinx) -> None:
    """Register the visitor.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.add_node(timeline_figure, html=(visit_figure, None))
