"""What all visitors share: the markup so far, labels, links and places."""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes

from publishing.errors import CourseError
from publishing.handout.markup import array
from publishing.handout.pages import Page
from publishing.handout.typesetting import PLACE


@dataclass(frozen=True)
class Reference:
    """A link within the handout.

    Parameters
    ----------
    label
        The label that it leads to.
    location
        ``file:line`` where it stands, for error messages.
    """

    label: str
    location: str


class TypstVisitor(nodes.NodeVisitor):
    """Base of the visitors.

    A label is a document name, or document name and id as in ``book/page#p09-s01``,
    so that it is unique over the handout.

    Parameters
    ----------
    document
        The page's doctree, its references resolved.
    page
        The page.

    Attributes
    ----------
    labels : list of str
        The labels that the page sets.
    references : list of Reference
        The page's links within the handout.
    told_pages : set of str
        The pages whose number the paragraph in hand has given already.
    tells_pages : bool
        Whether links give page numbers; not in an index, whose entries do.
    after_next_character : str
        Markup that the next text sets after its first character. An anchor in
        front of it would stay at the end of the line before, or of the page.
    """

    def __init__(self, document: nodes.document, page: Page) -> None:
        super().__init__(document)
        self.page = page
        self.labels: list[str] = []
        self.references: list[Reference] = []
        self.told_pages: set[str] = set()
        self.tells_pages = True
        self.after_next_character = ""
        self._body: list[str] = []

    @property
    def markup(self) -> str:
        """The page in Typst."""
        return "".join(self._body)

    def add(self, markup: str) -> None:
        """Add to the markup."""
        self._body.append(markup)

    def place(self, node: nodes.Node) -> None:
        """Mark in the source where what follows comes from."""
        self.add(f"\n{PLACE}{self.location(node)}\n")

    def location(self, node: nodes.Node) -> str:
        """Give ``file:line`` of a node, as near as the parser noted it."""
        line = node.line
        while line is None and node.parent is not None:
            node = node.parent
            line = node.line
        return f"{self.page.path}:{line}" if line else self.page.path

    def set_labels(self, *ids: str) -> str:
        """Note the labels of a page's ids, and give them as a Typst array."""
        labels = [f"{self.page.docname}#{id_}" if id_ else self.page.docname for id_ in ids]
        self.labels += labels
        return array(labels)

    def follow(self, node: nodes.reference) -> str | None:
        """Note a link and give the label that it leads to, or None for the web."""
        if "refid" in node:
            label = f"{self.page.docname}#{node['refid']}"
        elif node.get("internal"):
            label = node["refuri"]
        else:
            return None
        self.references.append(Reference(label, self.location(node)))
        return label

    def unknown_visit(self, node: nodes.Node) -> None:
        """Refuse what has no form in print, rather than drop it.

        Raises
        ------
        CourseError
            Always; names the node, its text, file and line.
        """
        text = " ".join(node.astext().split())
        shown = f"“{text[:20]}…”" if text else "无文字"
        raise CourseError(
            f"打印讲义不会排 {type(node).__name__}（{shown}）；请改用书中已有的写法，"
            f"或在 publishing/handout 里为它加上排法",
            self.location(node),
        )
