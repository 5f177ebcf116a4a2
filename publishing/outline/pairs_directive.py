"""``{pairs}``: things that are easily confused, side by side, in the words of the text.

With ``:part:``, only the pairs of that part: a pair belongs to the part of its last sentence, by
which time readers have seen all sides. With ``:overview:``, one table of all pairs, each with the
difference and a link to its full table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import starmap
from typing import ClassVar, Final

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from course import Checked, Fault
from exercises import UnknownItemError
from publishing.errors import CourseError
from publishing.item_links import link_to_item
from publishing.outline.data import OutlineError, fault_at, outline_file, read_located
from publishing.outline.pairs import FILE, Cell, Pair, Pairs
from publishing.outline.points import load_frame
from publishing.outline.sayings import quoted_line, said_line
from publishing.reading.tables import cell, course_cell, course_table, place_line, row
from publishing.sources import bank_of

_HEADS: Final = ("易混的说法", "分别在哪里")
_CORNER: Final = "比什么"
#: Relative widths: of the first column, and of all others together.
_NARROW, _REST = 12, 88
#: CSS class of the line with links to the items that practise a pair.
PRACTICE: Final = "practice"


class PairsDirective(SphinxDirective):
    """Show all pairs, those of a part, or the overview."""

    option_spec: ClassVar = {"part": directives.positive_int, "overview": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Build the tables.

        Raises
        ------
        CourseError
            If an item is not in the bank, the part does not exist, or it has no pairs.
        """
        data = read_located(self.env, FILE, Pairs)
        faults = list(self._unknown_items(data))
        if faults:
            raise CourseError(str(OutlineError(faults)))
        pairs: Sequence[Pair] = data.value.pairs
        if "overview" in self.options:
            return [self._overview(pairs)]
        if "part" in self.options:
            pairs = self._of_part(pairs, self.options["part"])
        return [self._in_full(pair) for pair in pairs]

    def _unknown_items(self, data: Checked[Pairs]) -> Iterator[Fault]:
        bank = bank_of(self.env)
        for place, pair in enumerate(data.value.pairs):
            for number, item in enumerate(pair.items):
                try:
                    bank.item(item)
                except UnknownItemError as error:
                    path = ("pairs", place, "items", number)
                    message = f"{error}；请换一道练“{pair.title}”的题"
                    yield fault_at(self.env, FILE, data, path, message)

    def _of_part(self, pairs: Sequence[Pair], number: int) -> list[Pair]:
        frame = load_frame(self.env)
        if number > len(frame.parts):
            raise CourseError(f"没有第 {number} 部分", self.get_location())
        found = [pair for pair in pairs if frame.part_of(pair.last) == number]
        if not found:
            file = outline_file(self.env, FILE)
            message = f"{file} 里没有一组的句子到第 {number} 部分为止；请删去这里的 {{pairs}}"
            raise CourseError(message, self.get_location())
        return found

    def _overview(self, pairs: Sequence[Pair]) -> course_table:
        rows = [row("head", *(cell(head, scope="col") for head in _HEADS))]
        for pair in pairs:
            title = place_line("", "", _link(pair, self.env.docname))
            difference = cell([*self._difference(pair), self._items(pair)], label=_HEADS[1])
            rows.append(row("data", cell([title], scope="row"), difference))
        caption = f"易混易误一览（{len(pairs)} 组）"
        return course_table("", *rows, caption=caption, style="compare", widths=[30, 70])

    def _in_full(self, pair: Pair) -> course_table:
        self.env.get_domain("std").data["anonlabels"][pair.anchor] = (
            self.env.docname,
            pair.anchor,
        )
        heads = (_CORNER, *pair.sides)
        rows = [row("head", *(cell(head, scope="col") for head in heads))]
        for each in pair.rows:
            cells = list(starmap(self._cell, zip(each.cells, pair.sides, strict=True)))
            rows.append(row("data", cell(each.what, scope="row"), *cells))
        difference = cell([*self._difference(pair), self._items(pair)], span=len(heads))
        rows.append(row("data", difference))
        widths = [_NARROW, *[_REST // len(pair.sides)] * len(pair.sides)]
        return course_table(
            "", *rows, caption=pair.title, style="compare", widths=widths, ids=[pair.anchor]
        )

    def _cell(self, sayings: Cell, side: str) -> course_cell:
        lines: list[nodes.Node] = []
        for saying in sayings:
            if saying.quotes:
                lines.append(quoted_line(saying, self.env.docname))
            if saying.note:
                lines.append(said_line(saying.note, [saying.at], self.env.docname))
        return cell(lines, label=side)

    def _difference(self, pair: Pair) -> list[nodes.Node]:
        return [said_line(said.text, said.at, self.env.docname) for said in pair.difference]

    def _items(self, pair: Pair) -> place_line:
        line = place_line("", "练一练：", classes=[PRACTICE])
        for place, item in enumerate(pair.items):
            line += [nodes.Text("、")] if place else []
            line += link_to_item(self.env, item)
        return line


def _link(pair: Pair, docname: str) -> pending_xref:
    """Make a link to the full table of a pair."""
    return pending_xref(
        "",
        nodes.inline("", pair.title),
        refdomain="std",
        reftype="ref",
        reftarget=pair.anchor,
        refdoc=docname,
        refexplicit=True,
        refwarn=True,
    )


def setup(app: Sphinx) -> None:
    """Register the directive.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.add_directive("pairs", PairsDirective)
