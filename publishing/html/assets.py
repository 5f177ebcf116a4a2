"""What brings a page to life: the scripts that it needs, each once; styles go with them."""

from __future__ import annotations

from typing import Any, Final

from docutils import nodes
from sphinx.application import Sphinx

from exercises.sheet import exercise
from publishing.notes import notes_view
from publishing.progress import progress_view
from publishing.review import review_view
from publishing.test_page import test_view

#: The scripts and the styles, both of one name, that a node on a page asks for, in their order.
BROUGHT_TO_LIFE: Final[dict[type[nodes.Element], tuple[str, ...]]] = {
    exercise: ("exercises",),
    progress_view: ("progress",),
    # It takes the exercises' code from theirs.
    review_view: ("exercises", "review"),
    notes_view: ("notes",),
    test_view: ("exercises", "test"),
}
#: The scripts that stand in the page: to fetch one takes a slow phone as long as the page itself.
IN_THE_PAGE: Final = frozenset({"exercises"})


def add_assets(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Tell the template what the page is made of; what does not stand in the page is loaded."""
    names = [
        name
        for node, names in BROUGHT_TO_LIFE.items()
        if doctree is not None and next(doctree.findall(node), None) is not None
        for name in names
    ]
    context["made_of"] = ["course", *dict.fromkeys(names)]
    for name in dict.fromkeys(names):
        if name not in IN_THE_PAGE:
            app.add_js_file(f"{name}.js", loading_method="defer")


def setup(app: Sphinx) -> None:
    """Register the assets."""
    app.connect("html-page-context", add_assets)
