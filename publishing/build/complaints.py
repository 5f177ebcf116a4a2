"""Turn the warnings of Sphinx, MyST and docutils into Chinese errors that stop the build.

Warnings are collected rather than printed. Those of a page stop the build as soon as the page is
parsed, before our own checks run: if the parser misread some text, the advice of these checks would
be wrong.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final
from weakref import WeakKeyDictionary

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.logging import (
    NAMESPACE,
    WarningStreamHandler,
    get_node_location,
    is_suppressed_warning,
)

from publishing.build.complaint_words import Known, in_words
from publishing.errors import CourseError
from publishing.locations import shown_place
from publishing.sources import course_of

#: Event priority: before the checks of quotations and sources, after handlers that only collect.
_BEFORE_CHECKS: Final = 450
_OURS: Final = "publishing."
_ROLES: Final = ("cite", "ref", "doc")
_ENVIRONMENT: Final = "environment.pickle"


class Complaints(logging.Handler):
    """Logging handler that collects warnings and errors, each only once.

    Parameters
    ----------
    app
        The Sphinx application that logs the messages.
    """

    def __init__(self, app: Sphinx) -> None:
        super().__init__(logging.WARNING)
        self._app = app
        self._noted: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Collect a message, unless ``suppress_warnings`` silences its type."""
        kind, subtype = getattr(record, "type", None) or "", getattr(record, "subtype", None) or ""
        if not is_suppressed_warning(kind, subtype, self._app.config.suppress_warnings):
            place = shown_place(course_of(self._app), self._location(record))
            words = in_words(record.getMessage(), _known(self._app))
            self._noted[f"{place}：{words}" if place else words] = None

    def _location(self, record: logging.LogRecord) -> str:
        location = getattr(record, "location", None)
        if isinstance(location, nodes.Node):
            return get_node_location(location) or ""
        if isinstance(location, tuple):
            docname, line = location
            return f"{self._app.env.doc2path(docname)}:{line or ''}" if docname else ""
        if location and ":" not in location and not Path(location).suffix:
            return str(self._app.env.doc2path(location))
        return location or ""

    def stop(self) -> None:
        """Raise an error if anything was collected.

        Raises
        ------
        CourseError
            With everything that was collected.
        """
        noted, self._noted = list(self._noted), {}
        if len(noted) == 1:
            raise CourseError(noted[0])
        if noted:
            listed = "\n".join(noted)
            raise CourseError(f"有 {len(noted)} 处错误：\n{listed}")


def _known(app: Sphinx) -> Known:
    """Collect the names that exist in the book."""
    registered = directives._directives  # type: ignore[attr-defined]  # ruff: ignore[private-member-access] (docutils has no other list)
    ours = [name for name, made in registered.items() if made.__module__.startswith(_OURS)]
    env = getattr(app, "env", None)
    labels = list(env.get_domain("std").data["anonlabels"]) if env else []
    return Known([*ours, "code-cell"], _ROLES, labels, sorted(env.found_docs) if env else [])


_COMPLAINTS: Final[WeakKeyDictionary[Sphinx, Complaints]] = WeakKeyDictionary()


def stop_at_page(app: Sphinx, doctree: nodes.document) -> None:
    """Stop if there were warnings while a page was parsed."""
    _COMPLAINTS[app].stop()


def stop_at_book(app: Sphinx, env: object) -> None:
    """Stop if there were warnings about the book as a whole."""
    _COMPLAINTS[app].stop()


def stop_at_end(app: Sphinx, error: Exception | None) -> None:
    """Stop if there were warnings while pages were written; the next build starts afresh."""
    if error is None:
        try:
            _COMPLAINTS[app].stop()
        except CourseError:
            (Path(app.doctreedir) / _ENVIRONMENT).unlink(missing_ok=True)
            raise


def setup(app: Sphinx) -> None:
    """Collect Sphinx's warnings, and silence Sphinx's own output of them.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    logger = logging.getLogger(NAMESPACE)
    for handler in logger.handlers:
        if isinstance(handler, WarningStreamHandler):
            handler.addFilter(lambda _: False)
    complaints = _COMPLAINTS[app] = Complaints(app)
    logger.addHandler(complaints)
    app.connect("doctree-read", stop_at_page, priority=_BEFORE_CHECKS)
    app.connect("env-check-consistency", stop_at_book, priority=_BEFORE_CHECKS)
    app.connect("build-finished", stop_at_end, priority=_BEFORE_CHECKS)
