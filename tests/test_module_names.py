"""A module's name means one thing: whoever looks for it finds the right one."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from tests.course.test_machinery import PACKAGES
from tests.this_course import ROOT

CODE = {".py", ".js", ".mjs"}
#: Packages whose folders all have the same modules: kinds of items, live pages, saved parts.
ALIKE = {"exercises/kinds", "publishing/pages"}
#: What the modules of a repeated name have in common.
REPEATED = {
    "__init__.py": "a package",
    "__main__.py": "a command",
    "additions.py": "our additions to the speech: their directives, their HTML",
    "beside.py": "side notes beside the text: in print, on screen",
    "build.mjs": "bundles of a front end",
    "close_readings.py": "close readings: their directive, their HTML",
    "cmi5.py": "cmi5: the format, the package",
    "data.py": "reads the YAML files of one folder of the book",
    "dom.js": "elements: one for exercises, which know nothing of the site",
    "drawing.py": "a picture of what a package makes",
    "faults.py": "mistakes with file, line and mend",
    "forms.py": "the forms of a question",
    "item.py": "an item: shared fields, those with options, in QTI",
    "items.py": "items: made for a new course, figures of them",
    "model.py": "what a package is about, as plain data",
    "nodes.py": "nodes of docutils",
    "notes.py": "notes for the trainer: data, document",
    "options.py": "options: what they are, the rules on them",
    "page.py": "one self-contained HTML page",
    "registry.py": "finds modules by their folder",
    "reporting.py": "reporting to a record store",
    "responses.py": "what a learner answered",
    "scheme.py": "the testing scheme: data, document",
    "sheet.py": "the printable form of an item",
    "sources.py": "where a thing is from",
    "tables.py": "tables that compare, and of a report",
    "text.py": "text of a terminal, and characters in it",
    "timeline.py": "the timeline: data, HTML",
    "translator.py": "docutils' translators",
    "types.js": "types without code",
    "typesetting.py": "from blocks or Typst to PDF",
    "wording.py": "how a package words things",
    "words.js": "the texts of an interface",
    "workbook.py": "an Excel workbook",
}


def test_no_name_has_two_meanings() -> None:
    places: defaultdict[str, list[str]] = defaultdict(list)
    for package in PACKAGES:
        for file in (ROOT / package).rglob("*"):
            within = file.relative_to(ROOT)
            if file.suffix in CODE and not {"dist", "node_modules"} & set(within.parts):
                places[_shared(within)].append(within.as_posix())
    repeated = {name: found for name, found in places.items() if len(found) > 1}
    assert {name: repeated[name] for name in repeated.keys() - REPEATED.keys()} == {}
    assert REPEATED.keys() - repeated.keys() == set(), "these are not repeated any more"


def _shared(within: Path) -> str:
    """Return the name, with the folder's where all folders of a package have such a module."""
    alike = within.parent.parent.as_posix() in ALIKE
    return within.as_posix() if alike else within.name
