"""``{demands}``: a table of who is to do what, by chapter."""

from __future__ import annotations

from itertools import groupby
from typing import Any, Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from publishing.outline.data import read_data
from publishing.outline.demands import FILE, Demand, Demands
from publishing.outline.sayings import said_line
from publishing.reading.domain import SpeechDomain, chapter_link, citation
from publishing.reading.nodes import speech_quotation
from publishing.reading.tables import cell, course_row, course_table, place_line, row
from publishing.sources import speech_of

_HEADS: Final = ("谁", "力度和做什么")
#: Attribute of the header row of a paragraph's demands: its first sentence.
_OPENS: Final = "opens"


class DemandsDirective(SphinxDirective):
    """Show the table, and the sentences that are passed over."""

    def run(self) -> list[nodes.Node]:
        """Build the table and the line below it."""
        self.env.metadata[self.env.docname]["shows-titles"] = True
        data = read_data(self.env, FILE, Demands)
        rows = [row("head", *(cell(head, scope="col") for head in _HEADS))]
        for _, group in groupby(data.demands, lambda demand: demand.at.paragraph):
            demands = list(group)
            rows.append(self._head(demands[0]))
            rows += [self._row(demand, data) for demand in demands]
        caption = f"谁做什么（{len(data.demands)} 项）"
        table = course_table("", *rows, caption=caption, style="compare", widths=[24, 76])
        return [table, *self._passed_over(data)]

    def _head(self, first: Demand) -> course_row:
        line = place_line("", "", chapter_link(first.at.id, self.env.docname))
        head = row("group", cell([line], scope="rowgroup", span=len(_HEADS)))
        head[_OPENS] = first.at.id
        return head

    def _row(self, demand: Demand, data: Demands) -> course_row:
        docname = self.env.docname
        who = place_line("", "、".join(data.roles[role].name for role in demand.who))
        named = [who]
        if demand.named_in is not None:
            cited = citation(demand.named_in.id, docname)
            named.append(place_line("", "", nodes.Text("见 "), cited))
        force = nodes.strong("", demand.force)
        words = speech_quotation(
            "", "", force, nodes.Text(f"\u3000{demand.words}"), sentence=demand.at.id
        )
        cited = citation(demand.at.id, docname)
        what: list[nodes.Node] = [nodes.paragraph("", "", words, nodes.Text(" "), cited)]
        if demand.note:
            what.append(said_line(demand.note, [demand.at], docname))
        return row("data", cell(named, scope="row"), cell(what))

    def _passed_over(self, data: Demands) -> list[nodes.Node]:
        if not data.passed_over:
            return []
        called = speech_of(self.env).called
        words = "、".join(data.force)
        line = place_line("", f"{called}里有这些词（{words}）而没有列入的：")
        for number, each in enumerate(data.passed_over):
            line += [nodes.Text("；")] if number else []
            for place in each.at:
                line += citation(place.id, self.env.docname)
            line += nodes.Text(f"，{each.reason}")
        line += nodes.Text("。")
        return [line]


class JoinParagraphsOfAChapter(SphinxPostTransform):
    """Removes the header row of a group that belongs to the same chapter as the group before."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Compare the groups' chapters, which are known only after all pages are read."""
        domain = self.env.get_domain("speech")
        assert isinstance(domain, SpeechDomain)
        speech = speech_of(self.env)
        for table in self.document.findall(course_table):
            before = None
            for head in [each for each in table.children if _opens(each)]:
                assert isinstance(head, course_row)
                page = domain.where(speech.find(head[_OPENS])[0])
                if page == before:
                    table.remove(head)
                before = page


def _opens(node: nodes.Node) -> bool:
    return isinstance(node, course_row) and _OPENS in node


def setup(app: Sphinx) -> None:
    """Register the directive and the transform.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.add_directive("demands", DemandsDirective)
    app.add_post_transform(JoinParagraphsOfAChapter)
