"""The book's pages in print order, each with its role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sphinx import addnodes
from sphinx.environment import BuildEnvironment

Role = Literal["preface", "part", "chapter"]


@dataclass(frozen=True)
class Page:
    """A page of the book.

    Parameters
    ----------
    docname
        Sphinx document name.
    path
        Its source file, for error messages.
    role
        Its role in print.
    level
        Level of its heading in the table of contents and the bookmarks, from 1.
    """

    docname: str
    path: str
    role: Role
    level: int


def pages(env: BuildEnvironment) -> Iterator[Page]:
    """Yield the pages in the order of the table of contents.

    The root page is the preface. If the first page of a captioned part has the caption as its
    title, or the caption followed by an ideographic space and more (第一部分　…), it opens the part
    and the part's other pages are one level below. All other pages are chapters, also one whose
    title merely begins with the caption's characters (综合复习 under 综合).

    Parameters
    ----------
    env
        The environment after reading.

    Yields
    ------
    Page
        Each page once.
        Each page once.
    """
    root = env.config.root_doc
    yield Page(root, _path(env, root), "preface", 1)
    for toctree in env.get_doctree(root).findall(addnodes.toctree):
        docnames = [docname for _, docname in toctree["entries"] if docname in env.found_docs]
        caption = toctree.get("caption") or ""
        opened = bool(docnames and caption) and f"{_title(env, docnames[0])}　".startswith(
            f"{caption}　"
        )
        for docname in docnames:
            if opened and docname == docnames[0]:
                yield Page(docname, _path(env, docname), "part", 1)
            else:
                yield from _chapters(env, docname, level=2 if opened else 1)


def _chapters(env: BuildEnvironment, docname: str, level: int) -> Iterator[Page]:
    yield Page(docname, _path(env, docname), "chapter", level)
    for child in env.toctree_includes.get(docname, []):
        yield from _chapters(env, child, level)


def _title(env: BuildEnvironment, docname: str) -> str:
    return env.titles[docname].astext()


def _path(env: BuildEnvironment, docname: str) -> str:
    return str(env.doc2path(docname, base=False))
