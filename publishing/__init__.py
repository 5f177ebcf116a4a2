"""Sphinx extension that builds the course from chapters, speech and item bank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from publishing.build.unused import keep_out

keep_out()

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything with Sphinx."""
    from publishing import (
        course_size,
        directive_pages,
        handout,
        html,
        indexes,
        item_links,
        pages,
        reporting,
        sources,
    )
    from publishing.build import book, complaints, defaults, execution, freshness, widget_state
    from publishing.exercise_output import ShownItems, check_all_shown
    from publishing.ours import quotations, statement_list
    from publishing.ours.additions import DIRECTIVES
    from publishing.ours.grounding import check_statements
    from publishing.outline import (
        close_readings,
        demands_directive,
        mirror,
        pairs_directive,
        threads,
        timeline_directive,
    )
    from publishing.outline import map as speech_map
    from publishing.reading import appendix
    from publishing.reading.directive import SpeechDirective
    from publishing.reading.domain import CiteRole, SpeechDomain, check_complete

    defaults.setup(app)
    book.setup(app)
    app.add_config_value("course_complete", True, "env", (bool,))
    # Jupyter Book sets these two whether or not the extensions that define them (comments, LaTeX)
    # are loaded; here they are not.
    app.add_config_value("comments_config", {}, "", (dict,))
    app.add_config_value("use_jupyterbook_latex", False, "", (bool,))

    app.add_domain(SpeechDomain)
    app.add_role("cite", CiteRole())
    app.add_directive("speech", SpeechDirective)
    for name, directive in (DIRECTIVES | appendix.DIRECTIVES).items():
        app.add_directive(name, directive)

    complaints.setup(app)
    app.add_env_collector(ShownItems)
    sources.setup(app)
    app.connect("doctree-read", quotations.check_quotations)
    app.connect("doctree-read", check_statements)
    app.connect("doctree-read", widget_state.drop_widget_state)
    app.connect("env-check-consistency", check_complete)
    app.connect("env-check-consistency", check_all_shown)

    execution.setup(app)
    freshness.setup(app)
    course_size.setup(app)
    directive_pages.setup(app)
    indexes.setup(app)
    pages.setup(app)
    reporting.setup(app)
    statement_list.setup(app)
    speech_map.setup(app)
    mirror.setup(app)
    threads.setup(app)
    pairs_directive.setup(app)
    demands_directive.setup(app)
    timeline_directive.setup(app)
    close_readings.setup(app)
    item_links.setup(app)
    html.setup(app)
    handout.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
