"""Anki's own library imports the package, imports it again, and updates to a newer edition."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from io import BytesIO
from operator import itemgetter
from zipfile import ZipFile

import pytest
from anki.collection import Collection as Anki
from anki.collection import ImportAnkiPackageRequest

from course import Course
from exercises import load_bank
from exercises.inline import plain
from exporting.collecting import collect
from exporting.formats.anki import FORMAT
from exporting.model import Collection
from exporting.question import Answer, Gap, Gapped, GappedLine, Question
from exporting.version_times import VersionTooLargeError, time_of
from tests.exporting.banks import COURSES, SHISHUO, items, picks
from tests.exporting.test_gift import NASTY, made, words


class Learner:
    """A learner with an Anki collection."""

    def __init__(self, folder) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.anki = Anki(str(folder / "collection.anki2"))

    def takes(self, collection: Collection) -> tuple[int, int, int]:
        """Import a package; return the numbers of new, updated and existing notes."""
        file = self.folder / FORMAT.file
        file.write_bytes(FORMAT.write(collection)[0])
        request = ImportAnkiPackageRequest(package_path=str(file))
        log = self.anki.import_anki_package(request).log
        assert not log.conflicting
        assert not log.missing_notetype
        assert not log.missing_deck
        assert not log.empty_first_field
        return len(log.new), len(log.updated), len(log.duplicate)

    def notes(self, item_id: str) -> list:
        """Return the notes of an item, in order."""
        found = map(self.anki.get_note, self.anki.find_notes(""))
        mine = [note for note in found if re.fullmatch(rf"{item_id}(\.\d)?", note["题号"])]
        return sorted(mine, key=itemgetter("题号"))


def of(course: Course) -> Collection:
    return collect(course, load_bank(course))


@pytest.fixture
def learner(tmp_path):
    one = Learner(tmp_path / "anki")
    yield one
    one.anki.close()


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.settings.id)
def test_every_item_comes_over_with_question_and_answer(course, learner):
    new, updated, _ = learner.takes(of(course))
    assert new == learner.anki.note_count()
    assert updated == 0
    for item in items(course).values():
        notes = learner.notes(item.id)
        assert notes, item.id
        for note in notes:
            assert words(note["正面"]).startswith(plain(item.stem))
            assert words(note["提示"]) == plain(item.hint or "")
            assert note["版本"] == item.version
            assert f"{course.settings.id}_{course.settings.version}" in note.tags
            for sentence in item.sentences:
                assert sentence.text in words(note["出处"])
        fronts = "".join(words(note["正面"]) for note in notes)
        backs = "".join(words(note["背面"]) for note in notes)
        for answer in item.answers():
            if item.kind not in {"cloze", "tree", "true-false", "evidence"}:
                assert plain(answer) in backs
        for reason in item.reasons():
            last = plain(reason.text).rpartition("：")[2]
            assert last in backs
        if item.kind == "flashcard":
            assert item.front in fronts
            assert not any(entry in fronts for entry in item.back)


def test_options_stand_in_front_and_are_marked_behind(learner):
    learner.takes(of(SHISHUO))
    for item in items(SHISHUO).values():
        if item.kind in {"single", "multiple", "evidence", "mark", "scenario"}:
            for note, wanted in zip(learner.notes(item.id), picks(item), strict=True):
                for letter, (text, share, _) in zip("ABCDEFGHIJKL", wanted, strict=False):
                    assert f"{letter}. {plain(text)}" in words(note["正面"])
                    mark = "√" if share > 0 else "×"
                    assert f"{mark} {letter}. {plain(text)}" in words(note["背面"])


def test_gaps_are_a_card_each_and_hide_their_words(learner):
    learner.takes(of(SHISHUO))
    for item in items(SHISHUO).values():
        if item.kind in {"cloze", "tree"}:
            (note,) = learner.notes(item.id)
            cards = note.cards()
            assert len(cards) == len(item.gaps)
            for card, gap in zip(cards, item.gaps, strict=True):
                assert '<span class="cloze" data-cloze=' in card.question()
                assert f'data-ordinal="{card.ord + 1}">{gap.answer[0]}</span>' in card.answer()


def test_the_same_again_adds_nothing(learner):
    new, *_ = learner.takes(of(SHISHUO))
    assert learner.takes(of(SHISHUO)) == (0, 0, new)


def test_a_newer_edition_updates_the_cards_that_are_there(learner):
    first = of(SHISHUO)
    new, *_ = learner.takes(first)
    sections = [
        replace(section, items=tuple(replace(item, hint="改过的提示") for item in section.items))
        for section in first.sections
    ]
    edited = replace(first, sections=tuple(sections))
    assert learner.takes(edited) == (0, 0, new)
    assert learner.takes(replace(edited, version=f"{first.version}.1")) == (0, new, 0)
    assert learner.anki.note_count() == new
    decks = [deck.name for deck in learner.anki.decks.all_names_and_ids()]
    assert len(decks) == len(first.sections) + len(["Default", first.title])
    for item in items(SHISHUO):
        assert {note["提示"] for note in learner.notes(item)} == {"改过的提示"}


def test_two_courses_stand_side_by_side(learner):
    one, other = (learner.takes(of(course))[0] for course in COURSES)
    assert learner.anki.note_count() == one + other


def test_a_later_version_has_a_later_time():
    versions = [
        "0.1.0", "0.1.1", "0.1.1000", "0.1.1001", "0.2", "1", "1.0.1", "1.10", "1.100", "1.101", "2",
        "2023", "2023.2", "2024", "2026.1128", "2026.1129", "20261128", "20261128.1", "20261129",
        "99999999.9999.9999",
    ]  # fmt: skip
    times = [time_of(version) for version in versions]
    assert times == sorted(set(times))
    assert max(times) < 2**63


def test_a_version_without_a_later_time_is_refused():
    for version in ("100000000", "1.10000", "1.0.10000", "20261128.153000"):
        with pytest.raises(VersionTooLargeError, match=f"version“{version}”：.*请改短"):
            time_of(version)


def test_versions_that_are_dates_update_the_cards(learner):
    first = of(SHISHUO)
    new, *_ = learner.takes(replace(first, version="20261128"))
    assert learner.takes(replace(first, version="20261128")) == (0, 0, new)
    assert learner.takes(replace(first, version="20261129")) == (0, new, 0)


def test_ids_are_no_times_in_the_future(tmp_path):
    content, _ = FORMAT.write(replace(of(SHISHUO), version="20261128"))
    file = tmp_path / "collection.anki2"
    file.write_bytes(ZipFile(BytesIO(content)).read(file.name))
    base = sqlite3.connect(file)
    for table in ("notes", "cards"):
        (last,) = base.execute(f"SELECT max(id) FROM {table}").fetchone()
        assert last < 1000 * time_of("0.1.1")
    base.close()


def test_signs_of_gaps_come_back_as_they_were(learner):
    hard = f"{NASTY} {{{{c2::x}}}} ::"
    gap = Gap((Answer(hard, 1, hard),), hard)
    body = Gapped((GappedLine((hard, 0, hard)),), (gap,), typed=True)
    learner.takes(made(Question((), body, 1)))
    (note,) = learner.notes("c01-a")
    (card,) = note.cards()
    shown = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), words(card.answer()))
    assert shown.count(hard) >= 5


def test_nothing_in_the_package_says_when_it_was_made():
    entries = ZipFile(BytesIO(FORMAT.write(of(SHISHUO))[0])).infolist()
    assert "collection.anki2" in [entry.filename for entry in entries]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
