"""``{timeline}``: what the text dates, as a figure and as a table of quotations."""

from __future__ import annotations

from typing import Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from publishing.outline.data import read_data
from publishing.outline.sayings import said_line
from publishing.outline.timeline import FILE, Event, Group, State, Timeline
from publishing.reading.domain import citation
from publishing.reading.nodes import speech_quotation
from publishing.reading.tables import cell, course_row, course_table, place_line, row, table_mark

_HEADS: Final = ("时间", "原话")
#: The mark of each state, in figure and table.
MARKS: Final[dict[State, str]] = {"已经": "●", "当时": "◎", "以后": "○"}
#: The meaning of the marks.
_SAID: Final[dict[State, str]] = {"已经": "已经过去", "当时": "当时", "以后": "还没有到"}


class timeline_figure(nodes.General, nodes.Element):
    """The figure.

    Attributes: ``title``, ``legend`` (one line), ``groups``: pairs of a title and events, which are
    triples of state, time and name.
    """


class TimelineDirective(SphinxDirective):
    """Show the figure and the table."""

    def run(self) -> list[nodes.Node]:
        """Build the figure and the table."""
        data = read_data(self.env, FILE, Timeline)
        legend = "　".join(f"{mark} {_SAID[state]}" for state, mark in MARKS.items())
        figure = timeline_figure(
            "",
            title=data.title,
            legend=legend,
            groups=[
                (group.title, [(event.state, event.when, event.name) for event in group.events])
                for group in data.groups
            ],
        )
        self.set_source_info(figure)
        return [figure, self._table(data, legend)]

    def _table(self, data: Timeline, legend: str) -> course_table:
        rows = [row("head", *(cell(head, scope="col") for head in _HEADS))]
        for group in data.groups:
            rows += self._group(group)
        caption = f"{data.title}（{legend}）"
        return course_table("", *rows, caption=caption, style="dates", widths=[24, 76])

    def _group(self, group: Group) -> list[course_row]:
        rows = [row("group", cell(group.title, scope="rowgroup", span=2))]
        rows += [self._event(event) for event in group.events]
        if group.note is not None:
            line = said_line(group.note.text, group.note.at, self.env.docname)
            rows.append(row("data", cell([line], span=2)))
        return rows

    def _event(self, event: Event) -> course_row:
        mark = table_mark("", MARKS[event.state], said=f"{_SAID[event.state]}：")
        when = place_line("", "", mark, nodes.Text(f" {event.when}"))
        words = speech_quotation("", "……".join(event.what), sentence=event.at.id)
        line = nodes.paragraph(
            "", "", words, nodes.Text(" "), citation(event.at.id, self.env.docname)
        )
        return row("data", cell([when], scope="row"), cell([line]))


def setup(app: Sphinx) -> None:
    """Register the directive.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.add_directive("timeline", TimelineDirective)
