"""Every reason of an item is in what each format holds of that item, or the item is named lost."""

from __future__ import annotations

import io
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from exercises import load_bank
from exercises.inline import plain
from exercises.item import Item
from exporting.collecting import collect
from exporting.registry import formats
from tests.exporting.banks import COURSES, items
from tests.exporting.moodle_reader import read
from tests.exporting.test_gift import words

Texts = Iterator[tuple[str, str]]


def of_moodle(content: bytes, _: Path) -> Texts:
    for one in read(content):
        fields = [options for _, options in one.fields]
        options = [option for options in [one.options, *fields] for option in options]
        yield one.name, "\n".join([one.after, one.points, *(option.feedback for option in options)])


def of_gift(content: bytes, _: Path) -> Texts:
    for paragraph in re.sub(r"\\(.)", r"\1", content.decode()).split("\n\n"):
        if name := re.search(r"^::([\w. -]+)::", paragraph, re.MULTILINE):
            yield name[1], paragraph


def of_qti(content: bytes, _: Path) -> Texts:
    package = ZipFile(io.BytesIO(content))
    for name in package.namelist():
        if name.startswith("items/"):
            yield name.split(".")[1], package.read(name).decode()


def of_anki(content: bytes, folder: Path) -> Texts:
    file = folder / "anki"
    file.write_bytes(ZipFile(io.BytesIO(content)).read("collection.anki2"))
    base = sqlite3.connect(file)
    for (fields,) in base.execute("SELECT flds FROM notes"):
        _, back, _, _, name, *_ = fields.split("\x1f")
        yield name.partition(".")[0], back
    base.close()


READERS = {"moodle": of_moodle, "gift": of_gift, "qti3": of_qti, "anki": of_anki}


def reasons(item: Item) -> set[str]:
    """Return what the course itself says about any answer, and prints behind the key."""
    shown = {
        outcome.feedback
        for slot in item.rubric().slots.values()
        for outcome in (*slot.values.values(), slot.other, slot.absent)
    }
    printed = {plain(reason.text).rpartition("：")[2] for reason in item.reasons()}
    return {plain(reason) for reason in shown if reason} | printed


def test_every_format_is_compared():
    assert set(READERS) == {name for name, one in formats().items() if not one.whole}


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.settings.id)
@pytest.mark.parametrize("name", READERS)
def test_every_reason_comes_over_or_the_item_is_named(name, course, tmp_path):
    content, losses = formats()[name].write(collect(course, load_bank(course)))
    left_out = {loss.item.id for loss in losses if loss.whole}
    found: dict[str, str] = defaultdict(str)
    for place, text in READERS[name](content, tmp_path):
        found[place.partition(" ")[0]] += words(text)
    assert set(found) | left_out == set(items(course))
    missing = {
        item.id: absent
        for item in items(course).values()
        if item.id not in left_out
        and (absent := {reason for reason in reasons(item) if reason not in found[item.id]})
    }
    assert not missing
