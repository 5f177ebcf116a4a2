"""The book's pages in print order, each with its role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from sphinx import addnodes
from sphinx.environment import BuildEnvironment

from publishing.errors import CourseError

Role = Literal["preface", "part", "chapter"]

#: The field of a page's header that leaves it out of print, and its values as MyST passes them on.
_PRINTED: Final = "handout"
_ANSWERS: Final = {"True": True, "true": True, "False": False, "false": False}


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
    group
        Caption above it in the table of contents; empty for chapters of a part.
    printed
        Whether the page is in the handout; ``handout: false`` in its header leaves it out.
    """

    docname: str
    path: str
    role: Role
    level: int
    group: str = ""
    printed: bool = True


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

    Raises
    ------
    CourseError
        If ``handout`` in a page's header is neither true nor false.
    """
    root = env.config.root_doc
    yield _page(env, root, "preface", 1)
    for toctree in env.get_doctree(root).findall(addnodes.toctree):
        docnames = [docname for _, docname in toctree["entries"] if docname in env.found_docs]
        caption = toctree.get("caption") or ""
        opened = bool(docnames and caption) and f"{_title(env, docnames[0])}　".startswith(
            f"{caption}　"
        )
        for docname in docnames:
            if opened and docname == docnames[0]:
                yield _page(env, docname, "part", 1)
            elif opened:
                yield from _chapters(env, docname, 2)
            else:
                yield from _chapters(env, docname, 1, caption)


def _chapters(env: BuildEnvironment, docname: str, level: int, group: str = "") -> Iterator[Page]:
    yield _page(env, docname, "chapter", level, group)
    for child in env.toctree_includes.get(docname, []):
        yield from _chapters(env, child, level, group)


def _page(env: BuildEnvironment, docname: str, role: Role, level: int, group: str = "") -> Page:
    path = _path(env, docname)
    told = str(env.metadata[docname].get(_PRINTED, True))
    if told not in _ANSWERS:
        raise CourseError(f"开头的 {_PRINTED} 写着“{told}”；请写 true（印进讲义）或 false", path)
    return Page(docname, path, role, level, group, _ANSWERS[told])


def _title(env: BuildEnvironment, docname: str) -> str:
    return env.titles[docname].astext()


def _path(env: BuildEnvironment, docname: str) -> str:
    return str(env.doc2path(docname, base=False))
