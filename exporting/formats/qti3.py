"""QTI 3.0: the exchange format of test platforms, as a package.

An item is identified by course and id, without its version, so that a platform can update it.
"""

from __future__ import annotations

from typing import Final

from course.archives import packed
from exporting.losses import Loss, losses_of
from exporting.model import Collection, Exported, Section
from exporting.qti.forms import parts_of
from exporting.qti.item import assessment_item
from exporting.qti.package import TEST, Entry, manifest_of, serialised, test_of
from exporting.registry import Format

_TITLE: Final = "QTI 3.0"
_STEM: Final = 40


def _entries(collection: Collection, item: Exported) -> tuple[list[Entry], list[Loss]]:
    """Return the entries of an item's questions, and what is lost."""
    lost, written = list(item.lost), []
    for place, question in enumerate(item.questions, start=1):
        parts = parts_of(question)
        if parts is None:
            continue
        lost += parts.lost
        several = len(item.questions) > 1
        identifier = f"{collection.course}.{item.id}" + (f".{place}" if several else "")
        title = f"{item.id}{f' {place}' if several else ''} {item.stem[:_STEM]}"
        xml = assessment_item(item, question, parts, identifier, title)
        written.append(Entry(identifier, title, parts.type, item, xml))
    return written, losses_of(item, lost, _TITLE, written=bool(written))


def _write(collection: Collection) -> tuple[bytes, list[Loss]]:
    losses: list[Loss] = []
    sections: list[tuple[Section, list[Entry]]] = []
    for section in collection.sections:
        made = [_entries(collection, item) for item in section.items]
        losses += [loss for _, lost in made for loss in lost]
        sections.append((section, [entry for entries, _ in made for entry in entries]))
    entries = [entry for _, found in sections for entry in found]
    files = {
        "imsmanifest.xml": manifest_of(collection, entries),
        TEST: test_of(collection, sections),
        **{entry.path: serialised(entry.xml) for entry in entries},
    }
    return packed(files), losses


FORMAT: Final = Format(_TITLE, "qti3.zip", _write)
