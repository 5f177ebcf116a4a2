"""Links to items, with the number and name by which readers know them: 练习 3-2."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from publishing.exercise_output import number_of, shown_items
from publishing.sources import bank_of, course_of


class item_link(nodes.Inline, nodes.TextElement):
    """A link to an item, resolved when the pages are written. Attribute ``item``: its id."""


def link_to_item(env: BuildEnvironment, item_id: str) -> item_link:
    """Make a link to an item from the page being read.

    The page depends on the item's file and page, since both determine its number.

    Parameters
    ----------
    env
        The environment, reading a page.
    item_id
        An item of the bank.

    Raises
    ------
    UnknownItemError
        If the bank has no such item.
    """
    chapter = bank_of(env).chapter_of(item_id)
    env.note_dependency(str(course_of(env).root / chapter.file))
    if chapter.page in env.found_docs:
        env.note_dependency(str(env.doc2path(chapter.page)))
    return item_link("", item=item_id)


class ResolveItemLinks(SphinxPostTransform):
    """Resolves the links to items."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Replace each link by a reference; an item that is on no page gets its name only."""
        bank, shown = bank_of(self.env), shown_items(self.env)
        for node in list(self.document.findall(item_link)):
            chapter, item = bank.chapter_of(node["item"]), bank.item(node["item"])
            on_page = shown.get(chapter.page, [])
            if item.id not in on_page:
                node.replace_self(nodes.Text(item.own_label))
                continue
            number = number_of(chapter, on_page.index(item.id) + 1)
            text = nodes.inline("", f"练习 {number}　{item.own_label}")
            node.replace_self(
                make_refnode(
                    self.app.builder, self.env.docname, chapter.page, f"ex-{item.id}", text
                )
            )


def setup(app: Sphinx) -> None:
    """Register the transform.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.add_post_transform(ResolveItemLinks)
