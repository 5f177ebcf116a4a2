"""Remove widget state from the pages.

myst-nb saves the state of every ipywidget, including its code, in the page. Our exercises carry
their own data and share one script, so that state would be some 100 KB of dead weight. A widget
that is not an exercise would then silently show nothing, so it is an error.
"""

from __future__ import annotations

from docutils import nodes
from myst_nb.sphinx_ import NbMetadataCollector
from sphinx.application import Sphinx

from exercises.output import MIME_TYPE
from publishing.errors import CourseError
from publishing.locations import place_of

_WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def drop_widget_state(app: Sphinx, doctree: nodes.document) -> None:
    """Remove the saved widget state from a page.

    Raises
    ------
    CourseError
        If the page shows a widget other than an exercise, which would need a running kernel.
    """
    docname = app.env.docname
    for bundle in doctree.findall(nodes.container):
        if bundle.get("nb_element") != "mime_bundle":
            continue
        types = [
            child.get("mime_type") for child in bundle.children if isinstance(child, nodes.Element)
        ]
        if _WIDGET_VIEW in types and MIME_TYPE not in types:
            raise CourseError(
                "这一页显示了练习以外的控件，静态网页无法显示它；请改用 show(…)",
                place_of(app.env, bundle),
            )
    scripts = NbMetadataCollector.get_js_files(app.env, docname)
    scripts.pop("ipywidgets_state", None)
