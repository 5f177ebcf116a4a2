"""A cmi5 package: a course structure with one unit (the launcher), and the course's files.

References
----------
ADL, cmi5 Specification Profile for xAPI, section 13 (course structure).
"""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)

from course.archives import packed
from exporting.losses import Loss, losses_of
from exporting.model import Collection
from exporting.packages.interactions import interactions
from exporting.packages.packed_course import package_files
from exporting.packages.scorm import RESULT_ONLY
from exporting.trees import in_space, indented
from publishing.site.launcher import PAGE

TITLE: Final = "cmi5"
_SPACE: Final = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
_LANGUAGE: Final = "zh-CN"


def write(collection: Collection) -> tuple[bytes, list[Loss]]:
    """Write the course as a package.

    Parameters
    ----------
    collection
        The items and the course as a whole.
    """
    files = package_files(collection, "cmi5")
    structure = course_structure(collection)
    losses = [
        loss
        for section in collection.sections
        for item in section.items
        for loss in losses_of(
            item, [] if interactions(item) else [RESULT_ONLY], TITLE, written=True
        )
    ]
    return packed({"cmi5.xml": structure} | files), losses


def course_structure(collection: Collection) -> bytes:
    """Write the course structure.

    Parameters
    ----------
    collection
        The course's id and title, and its pass mark.
    """
    ET.register_namespace("", _SPACE)

    add = in_space(_SPACE)

    def worded(parent: ET.Element, name: str, text: str) -> None:
        add(add(parent, name), "langstring", text, lang=_LANGUAGE)

    # Derived from the course's id, which never changes, and not from an address, which may.
    name = f"urn:course:{collection.course}"
    mark = collection.whole.pass_mark if collection.whole else 0
    root = ET.Element(f"{{{_SPACE}}}courseStructure")
    course = add(root, "course", id=name)
    worded(course, "title", collection.title)
    worded(course, "description", collection.heading)
    unit = add(
        root,
        "au",
        id=f"{name}:all",
        moveOn="CompletedAndPassed",
        masteryScore=f"{mark / 100:g}",
        launchMethod="AnyWindow",
    )
    worded(unit, "title", collection.title)
    worded(unit, "description", collection.heading)
    add(unit, "url", PAGE)
    return indented(root)
