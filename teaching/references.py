"""Checks the references in teaching data against the course."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from course import Course
from exercises import Bank, load_bank
from exercises.papers import read_blueprints
from teaching.lesson_plans import Plan, Stage
from teaching.notes import Notes
from teaching.scheme import Scheme
from teaching.wrong_answers import wrong_answer

#: Refers to the deck of the whole course instead of a chapter's.
WHOLE: Final = "whole"
#: Refers to the worksheets of all roles.
ALL: Final = "all"

#: How many known values a message lists if none is similar.
_SHOWN: Final = 8

#: Faults: the path in the data, and a message.
Found: TypeAlias = Iterator[tuple[tuple[int | str, ...], str]]


@dataclass(frozen=True)
class Known:
    """What plans can refer to; None (unknown) if the file that defines it has faults."""

    chapters: Mapping[str, list[str]]
    objectives: set[str]
    items: set[str]
    cases: set[str]
    roles: set[str]
    forms: set[str] | None
    papers: set[str] | None

    def plan_faults(self, plan: Plan) -> Found:
        """Find references of a plan to things that do not exist."""
        for place, aim in enumerate(plan.aims):
            yield from unknown(
                ("aims", place, "objective"), (aim.objective,), self.objectives, "学习目标"
            )
        for number, session in enumerate(plan.sessions):
            for place, stage in enumerate(session.stages):
                path = ("sessions", number, "stages", place)
                for field, message in self._stage_faults(stage):
                    yield (*path, *field), message

    def _stage_faults(self, stage: Stage) -> Found:
        for place, read in enumerate(stage.read):
            at = ("read", place)
            yield from unknown((*at, "chapter"), (read.chapter,), set(self.chapters), "章")
            titles = set(self.chapters.get(read.chapter, [read.section]))
            if read.section:
                yield from unknown((*at, "section"), (read.section,), titles, "节")
        for field, known, noun in (
            ("items", self.items, "题目"),
            ("slides", {*self.chapters, WHOLE}, "课件"),
            ("groups", self.cases, "小组案例"),
            ("worksheets", {*self.roles, ALL}, "岗位"),
            ("forms", self.forms, "表"),
            ("papers", self.papers, "试卷"),
        ):
            yield from unknown((field,), getattr(stage, field), known, noun)


def unknown(
    path: tuple[int | str, ...], given: tuple[str, ...], known: set[str] | None, noun: str
) -> Found:
    """Find unknown values, and suggest the most similar known one, or list the known ones."""
    for value in given:
        if known is not None and value not in known:
            yield path, f"没有{noun} {value}{_advice(value, sorted(known))}"


def _advice(value: str, known: Sequence[str]) -> str:
    if "，" in value:
        return "；几项之间请用英文逗号"
    if near := difflib.get_close_matches(value, known, n=1, cutoff=0.5):
        return f"；最接近的是 {near[0]}"
    if not known:
        return "；这门课还没有"
    shown = "、".join(known[:_SHOWN]) + (" 等" if len(known) > _SHOWN else "")
    return f"；可以写 {shown}"


def notes_faults(bank: Bank, notes: Notes) -> Found:
    """Find references of notes to items and options that do not exist."""
    known = {item.id for item in bank}
    for place, mistake in enumerate(notes.mistakes):
        path = ("mistakes", place)
        yield from unknown((*path, "item"), (mistake.item,), known, "题目")
        if mistake.item in known and wrong_answer(bank.item(mistake.item), mistake.wrong) is None:
            yield (
                (*path, "wrong"),
                f"题目 {mistake.item} 没有哪个错的选项含有“{mistake.wrong}”；请照抄选项里的几个字",
            )


def scheme_faults(course: Course, scheme: Scheme) -> Found:
    """Find references of a scheme to blueprints and chapters that do not exist."""
    known = {blueprint.id for blueprint in read_blueprints(course)}
    for field in ("weights", "papers"):
        for place, entry in enumerate(getattr(scheme, field)):
            if entry.blueprint:
                yield from unknown(
                    (field, place, "blueprint"), (entry.blueprint,), known, "命题蓝图"
                )
    if scheme.before_after:
        chapters = {chapter.id for chapter in load_bank(course).chapters}
        yield from unknown(
            ("before_after", "chapters"), scheme.before_after.chapters, chapters, "章"
        )
