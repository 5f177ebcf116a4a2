"""What the pages of a site know of the items to report answers to a record store.

Sphinx loads this extension for a course that names one (``publishing/reporting.py``).
"""

from __future__ import annotations

from typing import Any, Final

from sphinx.application import Sphinx

from course import Course
from exercises import Bank
from exporting.collecting import collect
from exporting.packages.contents import UnpackableError, known_course
from publishing.errors import CourseError
from publishing.html.data.scripts import after_pages, hand_over
from publishing.sources import bank_of, course_of

#: The data's place in ``_static/``, without suffix, and the window's property that holds it.
DATA: Final = "reporting-data"
VARIABLE: Final = "courseReporting"


def reported_course(course: Course, bank: Bank) -> dict[str, Any]:
    """Give what the script knows of a course.

    Parameters
    ----------
    course
        The course.
    bank
        Its items.

    Raises
    ------
    UnpackableError
        If the rule names a paper that the course does not have.
    """
    collection = collect(course, bank)
    assert collection.whole is not None
    return known_course(collection, collection.whole)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the check, before anything is built, and the writer.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    known: dict[str, Any] = {}

    def check(app: Sphinx) -> None:
        try:
            known.update(reported_course(course_of(app), bank_of(app)))
        except UnpackableError as error:
            raise CourseError(str(error)) from error

    app.connect("builder-inited", check)
    after_pages(app, lambda app: hand_over(app, DATA, VARIABLE, known))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
