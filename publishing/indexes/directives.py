"""``{term-index}``, ``{people-index}`` and ``{number-index}``: the pages of the indexes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import ClassVar, Final, get_args

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from publishing.indexes.collation import initial, sort_key
from publishing.indexes.data_files import load_indexes
from publishing.indexes.entry import EXPLAINED, Entry, Status, Term
from publishing.indexes.nodes import (
    index_entry,
    index_list,
    index_note,
    index_places,
    index_quote,
    index_says,
)
from publishing.indexes.places import places
from publishing.reading.domain import citation
from publishing.sources import course_of, speech_of
from speech import parse_reference

#: The label of each index's page.
INDEX_PAGES: Final = ("term-index", "people-index", "number-index")


def account(entry: Entry, docname: str | None = None) -> Iterator[nodes.Element]:
    """Show what the speech says about an entry.

    Parameters
    ----------
    entry
        The entry.
    docname
        The page, if citations are to be links; by default they are plain text.

    Yields
    ------
    Element
        A node for each quotation, then one for our note, if any.
    """
    for saying in entry.says:
        cited = (
            citation(saying.at, docname)
            if docname
            else nodes.inline("", parse_reference(saying.at).label, classes=["cite"])
        )
        yield index_says("", "", index_quote("", saying.text), nodes.Text(" "), cited)
    if entry.note:
        yield index_note("", entry.note)


class IndexDirective(SphinxDirective):
    """Base class of the directives: groups of entries, each a section of the page."""

    name_of_index: ClassVar[str]

    def groups(self) -> Iterable[tuple[str, list[Entry]]]:
        """Return the headings, each with its entries."""
        raise NotImplementedError

    def opening(self) -> list[nodes.Node]:
        """Return the nodes before the first group."""
        return []

    def run(self) -> list[nodes.Node]:
        """Build a section for each group."""
        self._note(self.name_of_index, "")
        sections = [
            self._section(number, heading, entries)
            for number, (heading, entries) in enumerate(self.groups(), start=1)
        ]
        return [*self.opening(), *sections]

    def _section(self, number: int, heading: str, entries: Iterable[Entry]) -> nodes.section:
        listed = index_list("", *(self._entry(entry) for entry in entries))
        section = nodes.section("", nodes.title("", heading), listed)
        section["ids"].append(f"{self.name_of_index}-{number}")
        section["names"].append(f"{self.name_of_index}-{number}")
        self.set_source_info(section)
        return section

    def _entry(self, entry: Entry) -> index_entry:
        name = entry.anchor
        self._note(name, name)
        status = entry.label if isinstance(entry, Term) else ""
        explained = not isinstance(entry, Term) or entry.status == EXPLAINED
        node = index_entry("", term=entry.term, status=status, explained=explained, ids=[name])
        node += account(entry, self.env.docname)
        node += index_places("", entry=name)
        self.set_source_info(node)
        return node

    def _as_they_appear(self, entries: Iterable[Entry]) -> list[Entry]:
        """Sort entries by their first occurrence in the speech."""
        speech = speech_of(self.env)

        def first(entry: Entry) -> tuple[int, int, int]:
            place = next(places(speech, entry.forms))
            return place.sentence.paragraph, place.sentence.number, place.start

        return sorted(entries, key=first)

    def _note(self, name: str, id_: str) -> None:
        """Register a target on this page for ``{ref}`` and for the terms marked in chapters."""
        self.env.get_domain("std").data["anonlabels"][name] = (self.env.docname, id_)


class TermIndexDirective(IndexDirective):
    """``{term-index}``: the terms, by pinyin."""

    name_of_index = "term-index"

    def opening(self) -> list[nodes.Node]:
        """Summarise how many terms the speech explains, mentions in part, or does not explain."""
        terms = load_indexes(course_of(self.env)).terms
        counts = Counter(term.status for term in terms)
        called = speech_of(self.env).called
        summary = "，".join(f"{called}{status}的{counts[status]}条" for status in get_args(Status))
        return [nodes.paragraph("", f"共{len(terms)}条：{summary}。")]

    def groups(self) -> Iterable[tuple[str, list[Entry]]]:
        """Group the terms by initial."""
        terms = load_indexes(course_of(self.env)).terms
        in_order = sorted(terms, key=lambda term: sort_key(term.term))
        for heading, entries in groupby(in_order, key=lambda term: initial(term.term)):
            yield heading, list(entries)


class PeopleIndexDirective(IndexDirective):
    """``{people-index}``: people, documents, meetings, in order of first occurrence."""

    name_of_index = "people-index"

    def groups(self) -> Iterable[tuple[str, list[Entry]]]:
        """Group the names by category."""
        names = load_indexes(course_of(self.env)).names
        present = {name.sort for name in names}
        sorts = course_of(self.env).settings.names.sorts
        for sort in (sort for sort in sorts if sort in present):
            yield sort, self._as_they_appear(name for name in names if name.sort == sort)


class NumberIndexDirective(IndexDirective):
    """``{number-index}``: numbers and times, in order of first occurrence."""

    name_of_index = "number-index"

    def groups(self) -> Iterable[tuple[str, list[Entry]]]:
        """Group the numbers by category."""
        numbers = load_indexes(course_of(self.env)).numbers
        present = {number.sort for number in numbers}
        for sort in (sort for sort in ("时间", "数目") if sort in present):
            yield sort, self._as_they_appear(number for number in numbers if number.sort == sort)


DIRECTIVES: Final[dict[str, type[IndexDirective]]] = {
    "term-index": TermIndexDirective,
    "people-index": PeopleIndexDirective,
    "number-index": NumberIndexDirective,
}
