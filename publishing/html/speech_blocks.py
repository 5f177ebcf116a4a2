"""HTML for the speech: a block quotation with numbered, linkable parts."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from publishing.html.citations import short_place
from publishing.outline.map import map_label
from publishing.reading.nodes import (
    speech_heading,
    speech_part,
    speech_quotation,
    speech_run,
    speech_sentence,
)
from speech import Reference, parse_reference


def visit_run(self: HTML5Translator, node: speech_run) -> None:
    """Open the quotation."""
    self.body.append(self.starttag(node, "blockquote", CLASS="speech"))


def depart_run(self: HTML5Translator, node: speech_run) -> None:
    """Close the quotation."""
    self.body.append("</blockquote>\n")


def visit_heading(self: HTML5Translator, node: speech_heading) -> None:
    """Open a heading of the speech."""
    self.body.append(self.starttag(node, "h2", "", CLASS="speech-heading"))


def depart_heading(self: HTML5Translator, node: speech_heading) -> None:
    """Close the heading."""
    self.body.append("</h2>\n")


def visit_part(self: HTML5Translator, node: speech_part) -> None:
    """Open a block with the number of its paragraph or, in a continuation, its first sentence."""
    opens = " speech-opens" if node["opens"] else ""
    self.body.append(self.starttag(node, "p", "", CLASS=f"speech-part{opens}"))
    if node["numbered"]:
        first = next(node.findall(speech_sentence))["sentence"]
        place = Reference(node["paragraph"]) if node["opens"] else parse_reference(first)
        self.body.append(
            f'<a class="paragraph-number" href="#{place.anchor}">{short_place(place, "句起")}</a>'
        )


def depart_part(self: HTML5Translator, node: speech_part) -> None:
    """Close the block."""
    self.body.append("</p>\n")


def visit_sentence(self: HTML5Translator, node: speech_sentence) -> None:
    """Open a sentence, a link target; its number is shown by CSS only."""
    number = parse_reference(node["sentence"]).first
    ids = f' id="{node["ids"][0]}"' if node["ids"] else ""
    self.body.append(f'<span class="sentence"{ids} data-n="{number}">')


def depart_sentence(self: HTML5Translator, node: speech_sentence) -> None:
    """Close the sentence."""
    self.body.append("</span>")


def visit_quotation(self: HTML5Translator, node: speech_quotation) -> None:
    """Open a repeated sentence: in the speech's font, without an id."""
    self.body.append(self.starttag(node, "span", "", CLASS="speech-quotation"))


def visit_label(self: HTML5Translator, node: map_label) -> None:
    """Open the label of an entry of a map."""
    self.body.append(self.starttag(node, "span", "", CLASS="map-label"))


def depart_label(self: HTML5Translator, node: map_label) -> None:
    """Close the label."""
    self.body.append("</span> ")


def setup(app: Sphinx) -> None:
    """Register the visitors."""
    app.add_node(speech_run, html=(visit_run, depart_run))
    app.add_node(speech_heading, html=(visit_heading, depart_heading))
    app.add_node(speech_part, html=(visit_part, depart_part))
    app.add_node(speech_sentence, html=(visit_sentence, depart_sentence))
    app.add_node(speech_quotation, html=(visit_quotation, depart_sentence))
    app.add_node(map_label, html=(visit_label, depart_label))
