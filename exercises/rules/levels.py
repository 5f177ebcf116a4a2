"""Rules on the levels: not all recall, and enough of it applied."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from exercises.rules.rule import Finding, Place, at_bank, rule
from exercises.rules.scope import Scope

#: The levels from apply upwards.
HIGHER: Final = ("apply", "analyse")


@rule(
    "remember-share",
    "每章识记（remember）的题不超过 {most:.0%}",
    mend="请改几题，或加理解、应用、分析的题",
    most=0.60,
)
def remember_share(scope: Scope, *, most: float) -> Iterator[Finding]:
    """Find chapters that are all recall."""
    for chapter in scope.bank.chapters:
        recall = sum(item.level == "remember" for item in chapter.items)
        total = len(chapter.items)
        if total and recall / total > most:
            what = f"识记的有 {recall} / {total} 题（{recall / total:.0%}）"
            yield Finding(Place(chapter.file, 1), what)


@rule(
    "apply-share",
    "全书应用、分析（apply、analyse）的题至少 {least:.0%}",
    mend="请加应用或分析的题",
    least=0.20,
)
def apply_share(scope: Scope, *, least: float) -> Iterator[Finding]:
    """Find a course that applies too little."""
    higher = sum(item.level in HIGHER for item in scope.bank)
    total = len(scope.bank)
    if total and higher / total < least:
        what = f"应用、分析的只有 {higher} / {total} 题（{higher / total:.0%}）"
        yield Finding(at_bank(scope), what)
