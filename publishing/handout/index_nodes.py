"""Typst markup for the indexes: entries with page numbers."""

from __future__ import annotations

from docutils import nodes

from publishing.handout.base import TypstVisitor
from publishing.handout.markup import array, string
from publishing.handout.targets import Reference
from publishing.indexes.nodes import (
    index_entry,
    index_list,
    index_note,
    index_place,
    index_places,
    index_quote,
    index_says,
)
from publishing.reading.nodes import speech_place, speech_places


class IndexVisitor(TypstVisitor):
    """Visits the indexes, and the labels in the speech that they refer to."""

    def visit_index_list(self, node: index_list) -> None:
        """Begin the list: its entries are arguments."""
        self.add("#index-list(\n")

    def depart_index_list(self, node: index_list) -> None:
        """End the list."""
        self.add(")\n")

    def visit_speech_places(self, node: speech_places) -> None:
        """Begin the table of where each paragraph is."""
        self.place(node)
        self.add("#places-table(\n")

    def depart_speech_places(self, node: speech_places) -> None:
        """End the table."""
        self.add(")\n")

    def visit_speech_place(self, node: speech_place) -> None:
        """Write a paragraph's number, first words, and the labels of its two ends."""
        first, last = map(self.follow, node.findall(nodes.reference))
        self.add(
            f"({node['paragraph']}, {string(node['opening'])}, {string(first)}, {string(last)}),\n"
        )
        raise nodes.SkipNode

    def visit_index_entry(self, node: index_entry) -> None:
        """Begin an entry with its term and page labels."""
        labels = self.set_labels(*node["ids"])
        (listed,) = node.findall(index_places)
        places = listed["labels"]
        self.references += [Reference(label, self.location(node)) for label in places]
        status = "" if node["explained"] else node["status"]
        self.add(
            f"index-entry({string(node['term'])}, {string(status)}, {array(places)}, {labels})[\n"
        )

    def depart_index_entry(self, node: index_entry) -> None:
        """End the entry."""
        self.add("],\n")

    def visit_index_says(self, node: index_says) -> None:
        """Begin a quotation of the speech."""
        self.tells_pages = False
        self.place(node)
        self.add("#index-says[")

    def depart_index_says(self, node: nodes.Element) -> None:
        """End the element."""
        self.tells_pages = True
        self.add("]\n")

    def visit_index_quote(self, node: index_quote) -> None:
        """Begin words of the speech."""
        self.add("#index-quote[")

    def depart_index_quote(self, node: index_quote) -> None:
        """End the words."""
        self.add("];")

    def visit_index_note(self, node: index_note) -> None:
        """Begin an editorial note."""
        self.add("#index-note[")

    depart_index_note = depart_index_says

    def visit_index_places(self, node: index_places) -> None:
        """Skip: `visit_index_entry` has read the pages."""
        raise nodes.SkipNode

    def visit_index_place(self, node: index_place) -> None:
        """Write the labels of an occurrence; they are unique in the handout without a prefix."""
        self.labels += node["labels"]
        self.add(f"#anchors({array(node['labels'])});")

    def depart_index_place(self, node: index_place) -> None:
        """Pass through; the node is empty."""
