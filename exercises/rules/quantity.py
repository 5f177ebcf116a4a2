"""Rules on how many items there are: in a chapter, in all, of a kind, of an objective."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from exercises.kinds.registry import kinds
from exercises.rules.rule import Finding, Place, at_bank, rule
from exercises.rules.scope import Course

#: The plan of the course: items that each chapter has at least.
MINIMA: Final = {
    "intro": 8,
    "c01": 8,
    "c02": 20,
    "c03": 12,
    "c04": 7,
    "c05": 8,
    "c06": 16,
    "c07": 4,
    "c08": 10,
    "c09": 10,
    "c10": 10,
    "c11": 8,
    "c12": 9,
    "c13": 5,
    "across": 20,
}


@rule(
    "chapter-minimum",
    "每章的题数不少于编写计划：" + "，".join(f"{id_} {{{id_}}}" for id_ in MINIMA),
    mend="请补题",
    **MINIMA,
)
def chapter_minimum(course: Course, **minima: int) -> Iterator[Finding]:
    """Find chapters with too few items, or with no file at all."""
    chapters = {chapter.id: chapter for chapter in course.bank.chapters}
    for id_, least in minima.items():
        if id_ not in chapters:
            yield Finding(at_bank(course), f"没有 {id_} 这一章的题库文件，应有 {least} 题")
        elif len(chapters[id_].items) < least:
            what = f"本章 {len(chapters[id_].items)} 题，至少应有 {least} 题"
            yield Finding(Place(chapters[id_].file, 1), what)


@rule("total", "全书（学习指南的例题不计）至少 {least} 题", mend="请补题", least=160)
def total(course: Course, *, least: int) -> Iterator[Finding]:
    """Find a bank that is too small."""
    found = sum(len(chapter.items) for chapter in course.taught)
    if found < least:
        yield Finding(at_bank(course), f"共 {found} 题，至少应有 {least} 题")


@rule("kind-minimum", "每种题型（学习指南的例题不计）至少 {least} 题", mend="请补题", least=3)
def kind_minimum(course: Course, *, least: int) -> Iterator[Finding]:
    """Find kinds that are hardly used."""
    found = Counter(item.kind for chapter in course.taught for item in chapter.items)
    for kind, item_class in kinds().items():
        if found[kind] < least:
            what = f"{item_class.label}（{kind}）有 {found[kind]} 题，至少应有 {least} 题"
            yield Finding(at_bank(course), what)


@rule(
    "objective-minimum",
    "每个学习目标至少有 {least} 题考到",
    mend="请补题，或把这个目标并入另一个",
    least=2,
)
def objective_minimum(course: Course, *, least: int) -> Iterator[Finding]:
    """Find objectives that are hardly tested."""
    for chapter in course.bank.chapters:
        tested = Counter(item.objective for item in chapter.items)
        for objective in chapter.objectives:
            if tested[objective.id] < least:
                place = Place(chapter.file, chapter.lines.get(objective.id, 1))
                found = tested[objective.id]
                yield Finding(place, f"学习目标 {objective.id} 有 {found} 题，至少应有 {least} 题")
