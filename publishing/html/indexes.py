"""HTML for the indexes, and for the terms in the speech that link to them."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from publishing.indexes.nodes import (
    index_entry,
    index_list,
    index_note,
    index_places,
    index_quote,
    index_says,
    speech_term,
    term_note,
)
from speech import parse_reference

#: Minimum number of groups for which an index has links to them.
_MANY_GROUPS: Final = 4


class index_letters(nodes.General, nodes.Element):
    """Links to the groups of an index, next to it."""


class PlaceIndexLetters(SphinxPostTransform):
    """Adds the links to an index with many groups."""

    default_priority = 700
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        """Add them before the first group."""
        for listed in self.document.findall(index_list):
            group = listed.parent
            groups = [g for g in group.parent if isinstance(g, nodes.section)]
            if len(groups) >= _MANY_GROUPS:
                group.parent.insert(group.parent.index(group), index_letters())
            return


def visit_letters(self: HTML5Translator, node: index_letters) -> None:
    """Write a link to each group, labelled with its heading."""
    links = "".join(
        f'<a href="#{group["ids"][0]}">{escape(next(group.findall(nodes.title)).astext())}</a>'
        for group in node.parent
        if isinstance(group, nodes.section)
    )
    self.body.append(f'<nav class="index-letters" aria-label="索引各组">{links}</nav>\n')
    raise nodes.SkipNode


def visit_list(self: HTML5Translator, node: index_list) -> None:
    """Open the list."""
    self.body.append(self.starttag(node, "dl", CLASS="index"))


def depart_list(self: HTML5Translator, node: index_list) -> None:
    """Close the list."""
    self.body.append("</dl>\n")


def visit_entry(self: HTML5Translator, node: index_entry) -> None:
    """Open an entry with its term, its status, and a permalink."""
    self.body.append(self.starttag(node, "div", CLASS="index-entry"))
    self.body.append(
        f"<dt>{escape(node['term'])}{_status(node['status'])}"
        f'<a class="headerlink" href="#{node["ids"][0]}" '
        f'aria-label="词条“{escape(node["term"])}”的链接">#</a></dt>\n'
    )


def _status(status: str) -> str:
    return f' <span class="index-status">{status}</span>' if status else ""


def depart_div(self: HTML5Translator, node: index_entry | term_note) -> None:
    """Close an entry or a note."""
    self.body.append("</div>\n")


def visit_says(self: HTML5Translator, node: index_says) -> None:
    """Open a quotation of the speech."""
    tag = "p" if isinstance(node.parent, term_note) else "dd"
    self.body.append(self.starttag(node, tag, "", CLASS="index-says"))
    self.context.append(f"</{tag}>\n")


def visit_note(self: HTML5Translator, node: index_note) -> None:
    """Open an editorial note, labelled as such."""
    tag = "p" if isinstance(node.parent, term_note) else "dd"
    self.body.append(self.starttag(node, tag, "", CLASS="index-note"))
    self.body.append('<span class="index-ours">编者：</span>')
    self.context.append(f"</{tag}>\n")


def depart_block(self: HTML5Translator, node: index_says | index_note) -> None:
    """Close a quotation or note."""
    self.body.append(self.context.pop())


def visit_quote(self: HTML5Translator, node: index_quote) -> None:
    """Open words of the speech."""
    self.body.append('<span class="index-quote">')


def depart_quote(self: HTML5Translator, node: index_quote) -> None:
    """Close the words."""
    self.body.append("</span>")


def visit_places(self: HTML5Translator, node: index_places) -> None:
    """List links to the sentences by paragraph, unless all of them are quoted above."""
    entry = node.parent
    assert entry is not None
    quoted = {link["place"] for link in entry.findall(nodes.reference) if "place" in link}
    if quoted.issuperset(sentence_id for sentence_id, _ in node["places"]):
        raise nodes.SkipNode
    rows = []
    for paragraph, group in groupby(dict.fromkeys(node["places"]), key=_paragraph):
        links = "".join(_link(self, sentence_id, docname) for sentence_id, docname in group)
        rows.append(f'<li><span aria-hidden="true">第{paragraph}段</span>{links}</li>')
    self.body.append(
        '<dd class="index-places"><span class="index-ours">见于</span>'
        f"<ul>{''.join(rows)}</ul></dd>\n"
    )


def _paragraph(place: tuple[str, str]) -> int:
    sentence_id, _ = place
    return parse_reference(sentence_id).paragraph


def _link(self: HTML5Translator, sentence_id: str, docname: str) -> str:
    page = self.builder.get_relative_uri(self.builder.current_docname, docname)
    place = parse_reference(sentence_id)
    href = f"{page}#{place.anchor}"
    return f'<a href="{href}" aria-label="{place.label}">第{place.first}句</a>'


def depart_places(self: HTML5Translator, node: index_places) -> None:
    """Do nothing; the list is closed."""


def visit_term(self: HTML5Translator, node: speech_term) -> None:
    """Open a term: a link to its entry; with scripts, it opens the term's note."""
    self.body.append(f'<a class="term" href="{node["refuri"]}" data-note="{node["note"]}">')


def depart_term(self: HTML5Translator, node: speech_term) -> None:
    """Close the term."""
    self.body.append("</a>")


def visit_term_note(self: HTML5Translator, node: term_note) -> None:
    """Open the note of a term, hidden until a script shows it (``floating.js``)."""
    term = escape(node["term"])
    traits = {"hidden": "", "role": "dialog", "aria-label": f"术语：{node['term']}"}
    self.body.append(self.starttag(node, "div", "\n", False, CLASS="term-note", **traits))
    self.body.append(
        f'<p class="term-note-head"><strong>{term}</strong>{_status(node["status"])}</p>\n'
    )


def depart_term_note(self: HTML5Translator, node: term_note) -> None:
    """Add the link to the entry, and close the note."""
    self.body.append(
        f'<p class="term-note-more"><a href="{node["refuri"]}">查看术语索引里的这一条</a></p>'
        "</div>\n"
    )


def setup(app: Sphinx) -> None:
    """Register the visitors."""
    app.add_post_transform(PlaceIndexLetters)
    app.add_node(index_letters, html=(visit_letters, None))
    app.add_node(index_list, html=(visit_list, depart_list))
    app.add_node(index_entry, html=(visit_entry, depart_div))
    app.add_node(index_says, html=(visit_says, depart_block))
    app.add_node(index_note, html=(visit_note, depart_block))
    app.add_node(index_quote, html=(visit_quote, depart_quote))
    app.add_node(index_places, html=(visit_places, depart_places))
    app.add_node(speech_term, html=(visit_term, depart_term))
    app.add_node(term_note, html=(visit_term_note, depart_term_note))
