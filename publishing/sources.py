"""What a build is made from: the course in Sphinx's source folder, its speech and its bank."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from course import Course, FaultyError, NoCourseError
from exercises import Bank, load_bank
from exercises.page_checks import check_pages
from exercises.settings_checks import check_settings
from publishing.errors import CourseError
from speech import Speech, load_speech

_COURSES: WeakKeyDictionary[Sphinx, Course] = WeakKeyDictionary()


def course_of(build: BuildEnvironment | Sphinx) -> Course:
    """Return the course of a build; the same object throughout the build.

    Raises
    ------
    CourseError
        If the source folder is not a course.
    """
    app = build if isinstance(build, Sphinx) else build.app
    if app not in _COURSES:
        try:
            _COURSES[app] = Course.at(app.srcdir)
        except NoCourseError as error:
            raise CourseError(str(error)) from error
    return _COURSES[app]


def speech_of(build: BuildEnvironment | Sphinx) -> Speech:
    """Return the speech of a build."""
    return load_speech(course_of(build))


def bank_of(build: BuildEnvironment | Sphinx) -> Bank:
    """Return the item bank of a build."""
    return load_bank(course_of(build))


def take_settings(app: Sphinx, config: Config) -> None:
    """Set title, author and language from ``course.yml``, their only source.

    Raises
    ------
    CourseError
        With all faults of ``course.yml``.
    """
    try:
        settings = course_of(app).settings
    except FaultyError as error:
        raise CourseError(str(error)) from error
    config.project = config.html_title = settings.title
    config.html_short_title = settings.short_title
    config.author = settings.author
    config.language = settings.language.replace("-", "_")


def read_sources_first(app: Sphinx) -> None:
    """Stop before anything is built if the settings, the speech, the bank or a page have faults.

    Raises
    ------
    CourseError
        With all faults of the first of these that has any.
    """
    try:
        check_settings(course_of(app), bank_of(app))
        check_pages(course_of(app), bank_of(app))
    except FaultyError as error:
        raise CourseError(str(error)) from error


def setup(app: Sphinx) -> None:
    """Register the handlers that run before anything is read.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.connect("config-inited", take_settings)
    app.connect("builder-inited", read_sources_first)
