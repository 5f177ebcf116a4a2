"""The indexes in the doctree, and their marks in the speech's text."""

from __future__ import annotations

from docutils import nodes


class index_list(nodes.General, nodes.Element):
    """A run of index entries."""


class index_entry(nodes.Part, nodes.Element):
    """An entry.

    Attributes: ``term``, ``status`` (or empty), ``explained`` (whether the text explains
    it); its HTML id is in ``ids``.
    """


class index_says(nodes.Part, nodes.TextElement):
    """What the speech says: :class:`index_quote`, then where."""


class index_quote(nodes.Inline, nodes.TextElement):
    """Words of the speech, told from ours by their face."""


class index_note(nodes.Part, nodes.TextElement):
    """A note of ours."""


class index_places(nodes.Part, nodes.Element):
    """Where the entry stands.

    Attributes: ``entry`` (its HTML id) and, when the book is written, ``places`` (pairs
    of sentence id and document) and ``labels`` (the same places' labels in print).
    """


class index_place(nodes.Inline, nodes.Element):
    """A place in the speech whose page an index tells. Attribute ``labels``."""


class speech_term(nodes.Inline, nodes.TextElement):
    """A term in the speech's text. Attributes: ``refuri`` and ``note``, the note's id."""


class term_note(nodes.Part, nodes.Element):
    """What a term in the text opens. Attributes: ``term``, ``status``, ``refuri``."""
