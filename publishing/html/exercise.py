"""HTML for exercises: the printable form, and the JSON payload with which the script works."""

from __future__ import annotations

import json
from html import escape
from typing import Any, Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.writers.html5 import HTML5Translator

from exercises import sheet
from publishing.html.data.item_store import item_sources
from publishing.sources import bank_of

_ENTRIES: Final = '<ul class="entries">\n'
_ROOM: Final = {
    "none": "",
    "tick": "□ ",
    "box": "□ ",
    "brackets": "（　　） ",
    "rule": "____ ",
}
_MARKER_CLASS: Final = {"one": "options options-one", "any": "options options-any"}


def visit_exercise(self: HTML5Translator, node: sheet.exercise) -> None:
    """Open the exercise with its title; the attributes are the scripts' interface."""
    root = node["ids"][0]
    self.body.append(
        self.starttag(
            node,
            "section",
            CLASS="exercise",
            **{
                "data-item": node["item"],
                "data-kind": node["kind"],
                "data-state": "new",
                "aria-labelledby": f"{root}-title",
            },
        )
    )
    self.body.append(
        f'<p class="exercise-title" id="{root}-title">'
        f'<span class="exercise-number">练习 {node["number"]}</span>'
        f'<span class="exercise-label">{node["label"]}</span></p>\n'
        '<div class="exercise-body">\n'
    )


def depart_exercise(self: HTML5Translator, node: sheet.exercise) -> None:
    """Close the exercise, after its payload."""
    data = json.dumps(_payload(self, node["item"]), ensure_ascii=False, separators=(",", ":"))
    # Escapes everything that could end the script element or open a comment in it.
    data = data.replace("<", "\\u003c")
    self.body.append(
        f'</div>\n<script type="application/json" class="exercise-data">{data}</script>\n'
        "</section>\n"
    )


def _payload(self: HTML5Translator, item_id: str) -> dict[str, Any]:
    """Return the item's payload, with links from this page to its sentences."""
    builder = self.builder
    assert isinstance(builder, StandaloneHTMLBuilder)
    item = bank_of(builder.env).item(item_id)
    here = builder.current_docname
    sources = []
    for source in item_sources(builder.env, item):
        there = source["page"]
        page = "" if there == here else builder.get_relative_uri(here, there)
        href = f"{page}#{source['anchor']}"
        sources.append({"id": source["id"], "label": source["label"], "href": href})
    return item.payload() | {"sources": sources}


def visit_stem(self: HTML5Translator, node: sheet.exercise_stem) -> None:
    """Open the stem."""
    self.body.append('<p class="stem">')


def visit_direction(self: HTML5Translator, node: sheet.exercise_direction) -> None:
    """Open the direction."""
    self.body.append('<p class="direction">')


def depart_paragraph(self: HTML5Translator, node: nodes.Element) -> None:
    """Close an element that was opened as a paragraph."""
    self.body.append("</p>\n")


def visit_options(self: HTML5Translator, node: sheet.exercise_options) -> None:
    """Open the options as a list with letters from the browser."""
    self.body.append(f'<ol class="{_MARKER_CLASS[node["marker"]]}" type="A">\n')


def depart_options(self: HTML5Translator, node: sheet.exercise_options) -> None:
    """Close the options."""
    self.body.append("</ol>\n")


def visit_entry(self: HTML5Translator, node: nodes.Element) -> None:
    """Open an entry of a list."""
    self.body.append("<li>")


def depart_entry(self: HTML5Translator, node: nodes.Element) -> None:
    """Close an entry."""
    self.body.append("</li>\n")


def visit_passage(self: HTML5Translator, node: sheet.exercise_passage) -> None:
    """Open a passage to work on."""
    wide = " passage-wide" if node.get("leading") == "wide" else ""
    self.body.append(f'<p class="passage{wide}">')


def visit_draft(self: HTML5Translator, node: sheet.exercise_draft) -> None:
    """Open the box of a draft with its title."""
    self.body.append(f'<div class="draft">\n<p class="draft-title">{escape(node["title"])}</p>\n')


def depart_draft(self: HTML5Translator, node: sheet.exercise_draft) -> None:
    """Close the box."""
    self.body.append("</div>\n")


def visit_blank(self: HTML5Translator, node: sheet.exercise_blank) -> None:
    """Write a numbered blank."""
    room = "　" * node["width"]
    self.body.append(f'<u class="blank">（{node["number"]}）{room}</u>')
    raise nodes.SkipNode


def visit_words(self: HTML5Translator, node: sheet.exercise_words) -> None:
    """Open the word list."""
    self.body.append('<ul class="words">\n')


def depart_words(self: HTML5Translator, node: sheet.exercise_words) -> None:
    """Close the word list."""
    self.body.append("</ul>\n")


def visit_entries(self: HTML5Translator, node: sheet.exercise_entries) -> None:
    """Open a list of entries, or two lists side by side."""
    self.body.append('<div class="columns">\n' if node["style"] == "two-columns" else _ENTRIES)


def depart_entries(self: HTML5Translator, node: sheet.exercise_entries) -> None:
    """Close the list or the columns."""
    self.body.append("</div>\n" if node["style"] == "two-columns" else "</ul>\n")


def visit_labelled(self: HTML5Translator, node: sheet.exercise_entry) -> None:
    """Open an entry with room for an answer and its label; in a branch, without list item."""
    label = f"<b>{escape(node['label'])}</b> " if node["label"] else ""
    opening = "" if isinstance(node.parent, sheet.exercise_branch) else "<li>"
    self.body.append(f"{opening}{_ROOM[node['room']]}{label}")


def depart_labelled(self: HTML5Translator, node: sheet.exercise_entry) -> None:
    """Close the entry."""
    self.body.append("\n" if isinstance(node.parent, sheet.exercise_branch) else "</li>\n")


def visit_grid(self: HTML5Translator, node: sheet.exercise_grid) -> None:
    """Write a whole table with boxes to tick."""
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in node["heads"])
    boxes = "<td>□</td>" * len(node["heads"])
    rows = "".join(
        f'<tr><th scope="row"><b>{escape(entry["label"])}</b> {escape(entry.astext())}</th>'
        f"{boxes}</tr>\n"
        for entry in node.findall(sheet.exercise_entry)
    )
    self.body.append(
        f'<table class="grid"><thead><tr><th scope="col">{escape(node["corner"])}</th>{heads}</tr>'
        f"</thead>\n<tbody>{rows}</tbody></table>\n"
    )
    raise nodes.SkipNode


def visit_lines(self: HTML5Translator, node: sheet.exercise_lines) -> None:
    """Write lines to write on."""
    self.body.append(
        '<div class="lines">' + '<div class="line"></div>' * node["count"] + "</div>\n"
    )
    raise nodes.SkipNode


def visit_branch(self: HTML5Translator, node: sheet.exercise_branch) -> None:
    """Open a branch as a list item; the first of its siblings opens their list."""
    first = not isinstance(_beside(node, -1), sheet.exercise_branch)
    self.body.append('<ul class="branch">\n<li>' if first else "<li>")


def depart_branch(self: HTML5Translator, node: sheet.exercise_branch) -> None:
    """Close a branch; the last of its siblings closes their list."""
    last = not isinstance(_beside(node, 1), sheet.exercise_branch)
    self.body.append("</li>\n</ul>\n" if last else "</li>\n")


def _beside(node: nodes.Element, step: int) -> nodes.Node | None:
    """Return the sibling before (-1) or after (1) a node, if any."""
    siblings, place = node.parent.children, node.parent.index(node) + step
    return siblings[place] if 0 <= place < len(siblings) else None


def visit_scene(self: HTML5Translator, node: sheet.exercise_scene) -> None:
    """Open a situation."""
    self.body.append('<p class="scene">')


def visit_card(self: HTML5Translator, node: sheet.exercise_card) -> None:
    """Write a card's front."""
    self.body.append(f'<p class="card-front">{escape(node["front"])}</p>\n')
    raise nodes.SkipNode


def visit_answer(self: HTML5Translator, node: sheet.exercise_answer) -> None:
    """Open the answer, collapsed."""
    self.body.append(
        '<details class="answer"><summary>看答案</summary>\n'
        f'<p class="key">答案：{escape(node["key"])}</p>\n'
    )


def depart_answer(self: HTML5Translator, node: sheet.exercise_answer) -> None:
    """Close the answer."""
    self.body.append("</details>\n")


def visit_reason(self: HTML5Translator, node: sheet.exercise_reason) -> None:
    """Open a reason with its label."""
    self.body.append(f'<p class="reason"><b>{escape(node["label"])}</b> ')


def visit_source(self: HTML5Translator, node: sheet.exercise_source) -> None:
    """Open the line of citations."""
    self.body.append('<p class="source">出处：')


def setup(app: Sphinx) -> None:
    """Register the visitors."""
    visitors: dict[type[nodes.Element], tuple[Any, Any]] = {
        sheet.exercise: (visit_exercise, depart_exercise),
        sheet.exercise_stem: (visit_stem, depart_paragraph),
        sheet.exercise_direction: (visit_direction, depart_paragraph),
        sheet.exercise_options: (visit_options, depart_options),
        sheet.exercise_option: (visit_entry, depart_entry),
        sheet.exercise_passage: (visit_passage, depart_paragraph),
        sheet.exercise_draft: (visit_draft, depart_draft),
        sheet.exercise_blank: (visit_blank, None),
        sheet.exercise_words: (visit_words, depart_words),
        sheet.exercise_word: (visit_entry, depart_entry),
        sheet.exercise_entries: (visit_entries, depart_entries),
        sheet.exercise_entry: (visit_labelled, depart_labelled),
        sheet.exercise_grid: (visit_grid, None),
        sheet.exercise_lines: (visit_lines, None),
        sheet.exercise_branch: (visit_branch, depart_branch),
        sheet.exercise_scene: (visit_scene, depart_paragraph),
        sheet.exercise_card: (visit_card, None),
        sheet.exercise_answer: (visit_answer, depart_answer),
        sheet.exercise_reason: (visit_reason, depart_paragraph),
        sheet.exercise_source: (visit_source, depart_paragraph),
    }
    for node, functions in visitors.items():
        app.add_node(node, html=functions)
