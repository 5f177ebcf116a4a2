"""Base class of the visitors: the markup written so far, labels, links and locations."""

from __future__ import annotations

from typing import Final

from docutils import nodes

from publishing.errors import CourseError
from publishing.handout.markup import array
from publishing.handout.pages import Page
from publishing.handout.targets import Reference, Targets
from publishing.handout.typesetting import PLACE

_SHOWN: Final = 20
#: Unsupported nodes that authors are likely to try, with Chinese names for messages.
_NAMES: Final = {
    "raw": "HTML 标记",
    "image": "图片",
    "figure": "图片",
    "literal_block": "代码和 print 打印的文字",
    "block_quote": "以 > 或缩进开头的引文",
    "transition": "分隔线",
    "math": "数学公式",
    "math_block": "数学公式",
    "footnote_reference": "脚注",
    "note": "提示框",
    "warning": "提示框",
    "tip": "提示框",
    "admonition": "提示框",
    "download_reference": "下载链接",
    "line_block": "分行的诗体",
    "definition_list": "定义列表",
    "field_list": "字段列表",
}


class TypstVisitor(nodes.NodeVisitor):
    """Base class of the visitors.

    A label is a document name, optionally with an id, as in ``book/page#p09-s01``, so that it is
    unique in the handout.

    Parameters
    ----------
    document
        The page's doctree, with references resolved.
    page
        The page.
    targets
        The possible targets of links; by default every target is assumed to exist.

    Attributes
    ----------
    labels : list of str
        The labels that the page sets.
    references : list of Reference
        The page's links within the handout.
    told_pages : set of str
        Documents whose page number the current paragraph has already given.
    tells_pages : bool
        Whether links give page numbers; false within index entries, which list the pages.
    after_next_character : str
        Markup to insert after the first character of the next text. An anchor placed before the
        text would stay at the end of the previous line or page.
    """

    def __init__(
        self, document: nodes.document, page: Page, targets: Targets | None = None
    ) -> None:
        super().__init__(document)
        self.page = page
        self.targets = targets
        self.labels: list[str] = []
        self.references: list[Reference] = []
        self.told_pages: set[str] = set()
        self.tells_pages = True
        self.after_next_character = ""
        self._body: list[str] = []

    @property
    def markup(self) -> str:
        """The Typst source of the page."""
        return "".join(self._body)

    def add(self, markup: str) -> None:
        """Append to the markup."""
        self._body.append(markup)

    def place(self, node: nodes.Node) -> None:
        """Write a comment with the source location of what follows."""
        self.add(f"\n{PLACE}{self.location(node)}\n")

    def location(self, node: nodes.Node) -> str:
        """Return ``file:line`` of a node, or the nearest location that the parser recorded."""
        line = node.line
        while line is None and node.parent is not None:
            node = node.parent
            line = node.line
        return f"{self.page.path}:{line}" if line else self.page.path

    def set_labels(self, *ids: str) -> str:
        """Record the labels for ids on this page; return them as a Typst array."""
        labels = [f"{self.page.docname}#{id_}" if id_ else self.page.docname for id_ in ids]
        self.labels += labels
        return array(labels)

    def follow(self, node: nodes.reference) -> str:
        """Record an internal link; return its label, or an empty string if it has no target."""
        label = f"{self.page.docname}#{node['refid']}" if "refid" in node else node["refuri"]
        self.references.append(Reference(label, self.location(node)))
        return label if self.targets is None else self.targets.find(label) or ""

    def unknown_visit(self, node: nodes.Node) -> None:
        """Refuse a node that has no form in print, rather than drop it.

        Raises
        ------
        CourseError
            Always; the message names the node, its text, file and line.
        """
        raise CourseError(no_form(node), self.location(node))


def no_form(node: nodes.Node) -> str:
    """Return the message for a node that has no form in print.

    Parameters
    ----------
    node
        The node.

    Returns
    -------
    str
        Which node it is, its text, and what to write instead.
    """
    text = " ".join(node.astext().split())
    shown = f"“{text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}”" if text else ""
    name = type(node).__name__
    if name in _NAMES:
        shown = shown or getattr(node, "attributes", {}).get("uri", "")
        return f"书里不排{_NAMES[name]}{shown}；请删去，或改用书中已有的写法"
    return (
        f"打印讲义不会排 {name}（{shown or '无文字'}）；请改用书中已有的写法，"
        f"或在 publishing/handout 里为它加上排法"
    )
