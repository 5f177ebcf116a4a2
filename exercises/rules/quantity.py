"""Rules on the number of items: per chapter, in total, per kind, per objective."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exercises.kinds.registry import kinds
from exercises.rules.rule import Finding, Place, at_bank, rule
from exercises.rules.scope import Scope


@rule(
    "chapter-minimum",
    "每章的题数不少于 course.yml 里 items.chapters 所定",
    mend="请补题，或改 course.yml 的 items.chapters",
)
def chapter_minimum(scope: Scope) -> Iterator[Finding]:
    """Report chapters with too few items; `check_settings` reports those without a bank file."""
    for chapter in scope.bank.chapters:
        found, least = len(chapter.items), scope.wanted.chapters.get(chapter.id, 0)
        if found < least:
            yield Finding(Place(chapter.file, 1), f"本章 {found} 题，至少应有 {least} 题")


@rule(
    "total",
    "全书的题数（演示题型的一章不计）不少于 course.yml 里 items.total 所定",
    mend="请补题，或改 course.yml 的 items.total",
)
def total(scope: Scope) -> Iterator[Finding]:
    """Report a bank that is too small."""
    found, least = sum(len(chapter.items) for chapter in scope.taught), scope.wanted.total
    if found < least:
        yield Finding(at_bank(scope), f"共 {found} 题，至少应有 {least} 题")


@rule(
    "kind-minimum",
    "每种题型的题数（演示题型的一章不计）不少于 course.yml 里 items.each_kind 所定",
    mend="请补题，或改 course.yml 的 items.each_kind",
)
def kind_minimum(scope: Scope) -> Iterator[Finding]:
    """Report kinds with too few items."""
    found = Counter(item.kind for chapter in scope.taught for item in chapter.items)
    least = scope.wanted.each_kind
    for kind, item_class in kinds().items():
        if found[kind] < least:
            what = f"{item_class.label}（{kind}）有 {found[kind]} 题，至少应有 {least} 题"
            yield Finding(at_bank(scope), what)


@rule(
    "objective-minimum",
    "考到每个学习目标的题数不少于 course.yml 里 items.each_objective 所定",
    mend="请补题，或把这个目标并入另一个",
)
def objective_minimum(scope: Scope) -> Iterator[Finding]:
    """Report objectives with too few items."""
    least = scope.wanted.each_objective
    for chapter in scope.bank.chapters:
        tested = Counter(item.objective for item in chapter.items)
        for objective in chapter.objectives:
            if tested[objective.id] < least:
                place = Place(chapter.file, chapter.lines.get(objective.id, 1))
                found = tested[objective.id]
                yield Finding(place, f"学习目标 {objective.id} 有 {found} 题，至少应有 {least} 题")
