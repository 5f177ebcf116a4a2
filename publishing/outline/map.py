"""``{speech-map}``: a map of the speech, or of one of its parts, made of links.

It is a nested list, so that screen readers, pages without CSS and the handout can show it. The data
are sentence ids; the titles are those of the pages that show the sentences. A member on the same
page as the heading of its part shows its own words instead.
"""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from publishing.errors import CourseError
from publishing.ours.additions import addition
from publishing.outline.data import outline_file
from publishing.outline.points import FILE, Part, load_frame
from publishing.reading.domain import chapter_link, citation, member_link
from publishing.reading.nodes import quotation_of
from publishing.sources import speech_of
from speech import Sentence


class map_label(nodes.Inline, nodes.TextElement):
    """The ordinal or label of an entry of the map: 第一, 一要, 总起."""


class SpeechMapDirective(SphinxDirective):
    """Show the map of the speech, or of the part that ``:point:`` selects."""

    required_arguments: ClassVar[int] = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {"point": directives.positive_int}

    def run(self) -> list[nodes.Node]:
        """Build the map."""
        frame = load_frame(self.env)
        self.env.metadata[self.env.docname]["shows-titles"] = True
        number = self.options.get("point")
        if number is None:
            entries = [self._part(part) for part in frame.parts]
            if frame.opening is not None:
                entries.insert(0, self._entry("", frame.opening, classes=["map-opening"]))
        elif number > len(frame.parts):
            have = f"{outline_file(self.env, FILE)} 里有 {len(frame.parts)} 部分"
            raise CourseError(f"没有第 {number} 部分；{have}", self.get_location())
        else:
            entries = self._members(frame.parts[number - 1], with_text=True)
        piece = addition("", role="map", title=self.arguments[0])
        self.set_source_info(piece)
        piece += nodes.bullet_list(
            "", *entries, classes=["map-whole" if not number else "map-part"]
        )
        return [piece]

    def _part(self, part: Part) -> nodes.list_item:
        entry = self._entry("", part.heading, classes=["map-point"], with_text=True)
        entry += nodes.bullet_list("", *self._members(part))
        return entry

    def _members(self, part: Part, *, with_text: bool = False) -> list[nodes.list_item]:
        ordinal = speech_of(self.env).counting.ordinal
        counted = [(ordinal(member.text)[0], member, ["map-member"]) for member in part.members]
        if part.lead is not None:
            counted.insert(0, ("总起", part.lead, ["map-aside"]))
        if part.close is not None:
            counted.append(("收束", part.close, ["map-aside", "map-close"]))
        docname = self.env.docname
        return [
            self._entry(
                label,
                place,
                classes=classes,
                with_text=with_text,
                link=None if with_text else member_link(place, part.heading, docname),
            )
            for label, place, classes in counted
        ]

    def _entry(
        self,
        label: str,
        place: Sentence,
        *,
        classes: list[str],
        with_text: bool = False,
        link: nodes.Node | None = None,
    ) -> nodes.list_item:
        """Build an entry: label, `link` or chapter title, paragraph, text if `with_text`."""
        docname = self.env.docname
        line = nodes.paragraph("", "", classes=["map-line"])
        if label:
            line += map_label("", label)
        paragraph = place.id.partition(".")[0]
        line += [
            link or chapter_link(place.id, docname),
            nodes.Text(" "),
            citation(paragraph, docname),
        ]
        entry = nodes.list_item("", line, classes=classes)
        if with_text:
            words = quotation_of(place)
            entry += nodes.paragraph("", "", words, classes=["map-words"])
        return entry


def pages_with_stale_titles(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages that show page titles, if any title has changed since the last build."""
    titles = {docname: title.astext() for docname, title in env.titles.items()}
    last: dict[str, str] = getattr(env, "course_titles", {})
    env.course_titles = titles  # type: ignore[attr-defined]
    if titles == last:
        return []
    return [docname for docname in env.found_docs if env.metadata[docname].get("shows-titles")]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("speech-map", SpeechMapDirective)
    app.connect("env-updated", pages_with_stale_titles)
