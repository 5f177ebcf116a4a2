"""Typst markup for the speech and our additions."""

from __future__ import annotations

from docutils import nodes

from publishing.handout.base import TypstVisitor
from publishing.handout.beside import annotated
from publishing.handout.heights import addition_height
from publishing.handout.markup import flag, string
from publishing.ours.additions import addition
from publishing.outline.close_readings import close_step, lit_words
from publishing.outline.map import map_label
from publishing.reading.nodes import (
    speech_heading,
    speech_part,
    speech_places,
    speech_quotation,
    speech_run,
    speech_sentence,
)
from speech import parse_reference


class CourseVisitor(TypstVisitor):
    """Visits the speech and the additions."""

    _primary = True
    _anchored = False

    def visit_annotated(self, node: annotated) -> None:
        """Begin a run of the speech with side notes."""
        self.place(node)
        self.add("#annotated([\n")

    def depart_annotated(self, node: annotated) -> None:
        """End the notes; without any, their column is left blank for the reader."""
        self.add("])\n")

    def visit_speech_run(self, node: speech_run) -> None:
        """Begin a run of the speech; outside the chapters it is for reference."""
        self.place(node)
        self._primary = node["primary"]
        self._anchored = node["anchored"]
        self.add(f"#speech-run(primary: {flag(node['primary'])})[\n")

    def depart_speech_run(self, node: nodes.Element) -> None:
        """End the run; its notes are the next argument."""
        self.add("]\n")
        if isinstance(node.parent, annotated):
            self.add("], [\n")

    def visit_speech_heading(self, node: speech_heading) -> None:
        """Begin a heading of the speech; within the table of places it is an argument."""
        self.place(node)
        self.add("[" if isinstance(node.parent, speech_places) else "#speech-heading[")

    def depart_speech_heading(self, node: nodes.Element) -> None:
        """End the heading."""
        self.add("],\n" if isinstance(node.parent, speech_places) else "]\n")

    def visit_speech_part(self, node: speech_part) -> None:
        """Begin a block of the speech."""
        labels = self.set_labels(*node["ids"]) if self._primary else "()"
        opening = next(node.findall(speech_sentence))
        first = parse_reference(opening["sentence"])
        self.add(
            f"#speech-part({first.paragraph}, {first.first}, opens: {flag(node['opens'])}, "
            f"numbered: {flag(node['numbered'])}, {labels})["
        )

    def depart_speech_part(self, node: nodes.Element) -> None:
        """End the block."""
        self.add("]\n")

    def visit_speech_sentence(self, node: speech_sentence) -> None:
        """Begin a sentence with its number; it is a link target at its primary location."""
        self.add(f"#sentence-number({parse_reference(node['sentence']).first});")
        if self._primary or self._anchored:
            self.after_next_character = f"#anchors({self.set_labels(*node['ids'])});"

    def depart_speech_sentence(self, node: speech_sentence) -> None:
        """End the sentence."""

    def visit_speech_quotation(self, node: speech_quotation) -> None:
        """Begin a sentence that is repeated; it is not a link target."""
        self.add("#speech-quotation[")

    def depart_speech_quotation(self, node: nodes.Element) -> None:
        """End the sentence."""
        self.add("];")

    def visit_map_label(self, node: map_label) -> None:
        """Begin the label of an entry of a map."""
        self.add("#map-label[")

    depart_map_label = depart_speech_quotation

    def visit_lit_words(self, node: lit_words) -> None:
        """Begin words of a passage that a close reading refers to."""
        self.add(f"#lit-words({string(''.join(map(str, node['steps'])))})[")

    depart_lit_words = depart_speech_quotation

    def visit_close_step(self, node: close_step) -> None:
        """Begin a step of a close reading."""
        self.add(f"#close-step({node['number']}, {string(node['title'])})[\n")

    depart_close_step = depart_speech_part

    def visit_addition(self, node: addition) -> None:
        """Begin an addition."""
        self.place(node)
        if isinstance(node.parent, annotated):
            self.add(f"#side-note({string(node['title'])})[\n")
            return
        height = round(addition_height(node))
        labels = self.set_labels(*node["ids"])
        self.add(
            f"#addition({string(node['role'])}, {string(node['title'])}, height: {height}mm, "
            f"{labels})[\n"
        )

    depart_addition = depart_speech_part
