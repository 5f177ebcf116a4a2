"""Choose the scripts and styles of each page by its content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from docutils import nodes
from sphinx.application import Sphinx

from exercises.kinds.registry import kinds
from exercises.sheet import exercise
from publishing.indexes.nodes import index_list
from publishing.outline.close_readings import close_step
from publishing.outline.map import map_label
from publishing.outline.timeline_directive import timeline_figure
from publishing.pages import live_page, live_pages
from publishing.reading.tables import course_table, place_line, side_by_side

#: The script and style sheet of every page.
EVERY_PAGE: Final = "course"
_EXERCISES: Final = "exercises"
#: Prefix of the names of kinds' scripts and styles.
_KIND: Final = "kinds/"
#: Style sheets for some pages only, by the nodes that need them; ``build.mjs`` builds each.
STYLES: Final[dict[str, tuple[type[nodes.Element], ...]]] = {
    "map": (map_label,),
    "tables": (course_table, side_by_side, place_line),
    "indexes": (index_list,),
    "timeline": (timeline_figure,),
    "close-readings": (close_step,),
}


def is_of_exercises(name: str) -> bool:
    """Check whether a script or style belongs to the exercises or one of their kinds.

    Their scripts are inline: on a slow phone, loading one takes as long as the page itself.
    """
    return name == _EXERCISES or name.startswith(_KIND)


def parts_of(doctree: nodes.document) -> Iterator[str]:
    """Yield the names of what a page needs besides what every page has, in loading order."""
    placed = [live_pages()[node["page"]] for node in doctree.findall(live_page)]
    if any(page.shows_exercises for page in placed):
        held = set(kinds())
    else:
        held = {node["kind"] for node in doctree.findall(exercise)}
    if held:
        yield _EXERCISES
        yield from (f"{_KIND}{kind}" for kind in sorted(held))
    for page in placed:
        yield page.name


def styles_of(doctree: nodes.document) -> list[str]:
    """Return the names of the additional style sheets that a page needs."""
    held = {type(node) for node in doctree.findall(nodes.Element)}
    return [name for name, kinds in STYLES.items() if held.intersection(kinds)]


def add_assets(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Pass these names to the template; add scripts that are not inline."""
    names = list(dict.fromkeys(parts_of(doctree))) if doctree is not None else []
    context["made_of"] = [EVERY_PAGE, *names]
    context["styles"] = [EVERY_PAGE, *(styles_of(doctree) if doctree else ()), *names]
    for name in names:
        if not is_of_exercises(name):
            app.add_js_file(f"{name}.js", loading_method="defer")


def setup(app: Sphinx) -> None:
    """Register the assets."""
    app.connect("html-page-context", add_assets)
