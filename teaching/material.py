"""All data that the box is made from, read and checked against the rest of the course."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from course import Course, Fault
from course.checked import read_checked
from exercises import Bank, load_bank
from publishing.outline.close_readings import FILE as CLOSE_READINGS
from publishing.outline.close_readings import CloseReading, CloseReadings
from publishing.outline.demands import FILE as DEMANDS
from publishing.outline.demands import Demands
from publishing.outline.pairs import FILE as PAIRS
from publishing.outline.pairs import Pair, Pairs
from speech import Speech
from teaching.blank_forms import Form, Forms
from teaching.chapter_contents import ChapterPage, read_chapters
from teaching.data import FOLDER, Review, TeachingError, read_file, read_folder
from teaching.lesson_plans import Plan
from teaching.notes import Notes
from teaching.references import Known, notes_faults, scheme_faults, unknown
from teaching.scheme import Scheme

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Material:
    """All data that the box is made from.

    Parameters
    ----------
    course, bank, speech
        The course, its items and its speech.
    chapters
        The pages of all chapters with items.
    readings, pairs, demands
        Parts of the outline; empty or None if the course has none.
    plans, notes, forms
        The teaching data, by file name or id.
    scheme
        The testing scheme, if there is one.
    """

    course: Course
    bank: Bank
    speech: Speech
    chapters: tuple[ChapterPage, ...]
    readings: Mapping[str, CloseReading]
    pairs: tuple[Pair, ...]
    demands: Demands | None
    plans: Mapping[str, Plan]
    notes: Mapping[str, Notes]
    forms: Mapping[str, Form]
    scheme: Scheme | None

    def page(self, chapter: str) -> ChapterPage:
        """Look up a chapter by its id."""
        return next(page for page in self.chapters if page.id == chapter)

    def number(self, item: str) -> str:
        """Return the number of an exercise as readers see it, such as 练习 3-2."""
        chapter = self.bank.chapter_of(item)
        number = self.page(chapter.id).numbers().get(item, "")
        return f"练习 {number}" if number else item


def load_material(course: Course) -> Material:
    """Read all data.

    Raises
    ------
    TeachingError
        If the teaching data have faults; it holds all of them.
    FaultyError
        If the bank, the contents or the outline have faults.
    """
    bank = load_bank(course)
    chapters = read_chapters(course, bank)
    readings = _outline(course, bank, CLOSE_READINGS, CloseReadings)
    pairs = _outline(course, bank, PAIRS, Pairs)
    demands = _outline(course, bank, DEMANDS, Demands)
    faults: list[Fault] = []
    notes = read_folder(course, "notes", Notes, partial(notes_faults, bank), faults)
    faults += _misnamed(course, notes, chapters)
    forms = _file(course, "forms.yml", Forms, lambda _: iter(()), faults)
    scheme = _file(course, "scheme.yml", Scheme, partial(scheme_faults, course), faults)
    known = Known(
        chapters={page.id: [section.title for section in page.sections] for page in chapters},
        objectives={objective.id for page in chapters for objective in page.chapter.objectives},
        items={item.id for item in bank},
        cases={file.stem for file in (course.root / FOLDER / "notes").glob("*.yml")},
        roles=set(demands.roles) if demands else set(),
        forms=set(forms.forms) if forms else _none(course, "forms.yml"),
        papers=_papers(scheme) if scheme else _none(course, "scheme.yml"),
    )
    plans = read_folder(course, "plans", Plan, known.plan_faults, faults)
    if faults:
        raise TeachingError(faults)
    return Material(
        course=course,
        bank=bank,
        speech=bank.speech,
        chapters=chapters,
        readings=readings.readings if readings else {},
        pairs=pairs.pairs if pairs else (),
        demands=demands,
        plans=plans,
        notes=notes,
        forms=forms.forms if forms else {},
        scheme=scheme,
    )


def _none(course: Course, name: str) -> set[str] | None:
    """Return an empty set if a file is missing; None (unknown) if it exists but has faults."""
    return None if (course.root / FOLDER / name).exists() else set()


def _papers(scheme: Scheme) -> set[str]:
    return {"final", *(("before", "after") if scheme.before_after else ())}


def _misnamed(
    course: Course, notes: Mapping[str, Notes], chapters: tuple[ChapterPage, ...]
) -> Iterator[Fault]:
    known = {page.id for page in chapters}
    for name in notes:
        for _, message in unknown((), (name,), known, "章"):
            file = course.shown(course.root / FOLDER / "notes" / f"{name}.yml")
            yield Fault(file, 1, "", "", f"文件名应是章的编号：{message}")


def _outline(course: Course, bank: Bank, name: str, schema: type[Model]) -> Model | None:
    """Read a file of the outline, if the course has it."""
    file: Path = course.outline / name
    if not file.exists():
        return None
    return read_checked(
        file, schema, TeachingError, shown=course.shown(file), context=bank.speech
    ).value


def _file(
    course: Course, name: str, schema: type[Model], review: Review[Any], faults: list[Fault]
) -> Model | None:
    file = course.root / FOLDER / name
    if not file.exists():
        return None
    checked = read_file(course, file, schema, review, faults)
    return checked.value if checked else None
