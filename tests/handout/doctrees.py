"""Small doctrees, translated."""

from __future__ import annotations

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document

from publishing.handout.pages import Page
from publishing.handout.translator import TypstTranslator


def translate(*content: nodes.Node) -> TypstTranslator:
    """Translate nodes as the content of the page ``book/c01``."""
    document = new_document("book/c01.md", get_default_settings())
    document += nodes.section("", nodes.title("", "第一章　题目"), *content, ids=["id1"])
    return translated(document)


def translated(document: nodes.document) -> TypstTranslator:
    """Translate a whole document as the page ``book/c01``."""
    translator = TypstTranslator(document, Page("book/c01", "book/c01.md", "chapter", 2))
    document.walkabout(translator)
    return translator
