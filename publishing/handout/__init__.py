"""The printed handout: one Typst document, compiled for learners and for teachers.

The stages, each in its module: `pages` puts the book's pages in order and assigns their roles,
`translator` turns their doctrees into calls of functions defined in ``template/``, `typesetting`
compiles the result, and `builder` runs these stages for Sphinx. All design is in ``template/``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from course.typefaces import installed_fonts

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def prepare() -> None:
    """Do what can be done before any page is read: import modules, find the fonts."""
    import_module("publishing.handout.booklet")
    installed_fonts()


def setup(app: Sphinx) -> None:
    """Register the builder, and the check that every page can be printed.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    from publishing.handout import printable
    from publishing.handout.builder import HandoutBuilder

    app.add_builder(HandoutBuilder)
    printable.setup(app)
