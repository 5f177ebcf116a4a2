"""The course's theme: the context of the page templates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

import exercises
from publishing.directive_pages import pages_by_directive
from publishing.front_end import built
from publishing.html.assets import is_of_exercises
from publishing.html.security import content_security_policy
from publishing.pages import live_pages
from publishing.reading.appendix import full_text_page
from publishing.reading.nodes import speech_run
from publishing.reporting import PLACE, script_tag
from publishing.sources import course_of, speech_of

_THEME: Final = Path(__file__).parent / "theme"
#: Built front ends of the site and of the exercises (``make web``).
_FRONT_END: Final = Path(__file__).parent / "web" / "dist"
_EXERCISES: Final = Path(exercises.__path__[0]) / "web" / "dist"
_DESCRIPTION_LENGTH: Final = 110
#: Pages that have no source document.
EXTRA_PAGES: Final = ("search", "404")


def early_script(page: str) -> str:
    """Return the script that runs before a page is painted.

    Parameters
    ----------
    page
        Name of the page; the error page has a script of its own.

    Raises
    ------
    CourseError
        If the front end has not been built.
    """
    return _built(_FRONT_END / "inline" / ("lost.js" if page == "404" else "early.js"))


def style(names: Iterable[str]) -> str:
    """Return the inline style sheet of a page.

    Parameters
    ----------
    names
        Names of the page's parts, such as ``course`` and ``exercises``.

    Raises
    ------
    CourseError
        If the front end has not been built.
    """
    return "".join(_built(_folder(name) / f"{name}.css") for name in names)


def scripts(names: Iterable[str]) -> str:
    """Return the inline scripts at the end of a page.

    Parameters
    ----------
    names
        Names of the page's parts.

    Raises
    ------
    CourseError
        If the front end has not been built.
    """
    return "".join(_built(_folder(name) / f"{name}.js") for name in names if is_of_exercises(name))


def _folder(name: str) -> Path:
    return _EXERCISES if is_of_exercises(name) else _FRONT_END / "inline"


@cache
def _built(file: Path) -> str:
    return built(file).decode().strip()


def fill_context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add what Sphinx does not provide: outline, description, inline code, our scripts."""
    speech, settings = speech_of(app), course_of(app).settings
    context["course_id"], context["short_title"] = settings.id, settings.short_title
    # The error page is served at any address, so it does not know the course's path.
    context["legacy_prefix"] = "" if pagename == "404" else settings.saved.earlier_prefix or ""
    pages = pages_by_directive(app.env)
    placed = {name: pages[name] for name in live_pages() if name in pages}
    # The attribute is in single quotes, since the JSON contains double quotes.
    listed = json.dumps(placed, ensure_ascii=False, separators=(",", ":"))
    context["live_pages"] = escape(listed, quote=False).replace("'", "&#39;") if placed else ""
    context["full_text_page"] = full_text_page(app.env)
    context["early_script"] = early_script(pagename)
    runs = doctree.findall(speech_run) if doctree else ()
    context["reads_text"] = any(run["primary"] for run in runs)
    context["outline"] = _outline(context.get("toc", "")) if doctree else ""
    context["description"] = _description(doctree) or app.config.html_title
    context["speech_publisher"] = speech.publisher
    context["speech_date"] = speech.date_label
    context["speech_called"] = speech.called
    made_of = context["made_of"]
    # Sphinx's own scripts and styles are for its own search and themes, those of myst-nb for
    # visible code cells; our pages have none of these.
    loaded = {str(file.filename): file for file in context["script_files"]}
    context["course_script"], *context["page_scripts"] = (
        loaded[f"_static/{name}.js"] for name in made_of if not is_of_exercises(name)
    )
    context["style"] = style(context["styles"])
    context["late_script"] = scripts(made_of)
    written = [context["early_script"], context["late_script"]]
    # The error page does not know the site's root.
    store = None if pagename == "404" else settings.record_store
    about = pages.get(PLACE)
    context["reporting"] = store and script_tag(
        context["pathto"]("", 1), store.address, store.of, f"{about}.html" if about else ""
    )
    context["content_security_policy"] = content_security_policy(
        filter(None, written),
        [context["style"]],
        {"connect-src": f"'self' {store.host}"} if store and store.host else {},
    )


def _outline(toc: str) -> str:
    """Return the list of a page's sections; empty if there are fewer than two."""
    inner = re.search(r"<li>.*?</a>\s*(<ul>.*</ul>)\s*</li>", toc, re.DOTALL)
    return inner[1] if inner and inner[1].count("<li>") > 1 else ""


def _description(doctree: nodes.document | None) -> str:
    """Return the beginning of the page's first paragraph, which is ours, not the speech's."""
    if doctree is None:
        return ""
    for paragraph in doctree.findall(nodes.paragraph):
        return paragraph.astext().replace("\n", "")[:_DESCRIPTION_LENGTH]
    return ""


def extra_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the pages without a source document."""
    for name in EXTRA_PAGES:
        yield name, {}, f"{name}.html"


def use_front_end(app: Sphinx) -> None:
    """Add our built files to the site, and disable Sphinx's search index."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        app.builder.search = False
        app.config.html_static_path.append(str(_FRONT_END / "site"))


def setup(app: Sphinx) -> None:
    """Register the theme.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.add_html_theme("course", str(_THEME))
    app.connect("builder-inited", use_front_end)
    app.connect("html-page-context", fill_context, priority=900)
    app.connect("html-collect-pages", extra_pages)
    app.add_js_file("course.js")
