"""Doctree nodes of the indexes, and of their marks in the text of the speech."""

from __future__ import annotations

from docutils import nodes


class index_list(nodes.General, nodes.Element):
    """A list of index entries."""


class index_entry(nodes.Part, nodes.Element):
    """An entry.

    Attributes: ``term``, ``status`` (may be empty), ``explained`` (whether the text explains it);
    its HTML id is in ``ids``.
    """


class index_says(nodes.Part, nodes.TextElement):
    """What the speech says: an :class:`index_quote` and its citation."""


class index_quote(nodes.Inline, nodes.TextElement):
    """Words of the speech, set in another font than our own words."""


class index_note(nodes.Part, nodes.TextElement):
    """A note written by us."""


class index_places(nodes.Part, nodes.Element):
    """Where an entry occurs.

    Attributes: ``entry`` (its HTML id); set when the book is written: ``places`` (pairs of sentence
    id and document) and ``labels`` (their print labels).
    """


class index_place(nodes.Inline, nodes.Element):
    """Print labels at an occurrence of an entry. Attribute ``labels``."""


class speech_term(nodes.Inline, nodes.TextElement):
    """A term marked in the speech. Attributes: ``refuri`` and ``note``, the id of its note."""


class term_note(nodes.Part, nodes.Element):
    """The pop-up note of a term in the speech. Attributes: ``term``, ``status``, ``refuri``."""
