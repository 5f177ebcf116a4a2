"""The data about the items that a site's pages need to report answers to a record store.

Sphinx loads this extension for courses with a record store (``publishing/reporting.py``).
"""

from __future__ import annotations

from typing import Any, Final

from sphinx.application import Sphinx

from course import Course
from exercises import Bank
from exporting.collecting import collect
from exporting.packages.packed_course import known_course
from publishing.html.data.scripts import after_pages, hand_over
from publishing.sources import bank_of, course_of

#: The data's path in ``_static/``, without suffix, and the property of `window` that holds it.
DATA: Final = "reporting-data"
VARIABLE: Final = "courseReporting"


def reported_course(course: Course, bank: Bank) -> dict[str, Any]:
    """Return the data about a course for the script.

    Parameters
    ----------
    course
        The course.
    bank
        Its items.
    """
    collection = collect(course, bank)
    assert collection.whole is not None
    return known_course(collection, collection.whole)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the writer.

    Parameters
    ----------
    app
        The Sphinx application.
    """

    def write(app: Sphinx) -> None:
        hand_over(app, DATA, VARIABLE, reported_course(course_of(app), bank_of(app)))

    after_pages(app, write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
