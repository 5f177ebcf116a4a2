"""Rules on cognitive levels: limited recall, and enough application."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from exercises.rules.rule import Finding, Place, at_bank, is_too_many, rule, share
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
    """Report chapters with too many recall items."""
    for chapter in scope.bank.chapters:
        recall = sum(item.level == "remember" for item in chapter.items)
        total = len(chapter.items)
        if is_too_many(recall, total, most):
            what = f"识记的有 {share(recall, total)}"
            yield Finding(Place(chapter.file, 1), what)


@rule(
    "course-recall",
    "全书识记（remember）的题不超过 {most:.0%}（满 {fewest} 题才查）",
    mend="请把几题改成问理由、做法，或换成应用、分析的题",
    most=0.20,
    fewest=25,
)
def course_recall(scope: Scope, *, most: float, fewest: int) -> Iterator[Finding]:
    """Report a course with too many recall items."""
    recall = sum(item.level == "remember" for item in scope.bank)
    total = len(scope.bank)
    if total >= fewest and recall / total > most:
        what = f"识记的有 {share(recall, total)}"
        yield Finding(at_bank(scope), what)


@rule(
    "understand-share",
    "全书理解（understand）的题占 {least:.0%}—{most:.0%}（满 {fewest} 题才查）",
    mend="请增减理解的题；层次照所问的写：说出原文是识记，解释、分辨是理解，断新的情形是应用，两样一起看是分析",
    least=0.30,
    most=0.40,
    fewest=25,
)
def understand_share(scope: Scope, *, least: float, most: float, fewest: int) -> Iterator[Finding]:
    """Report a course with too few or too many items on understanding."""
    found = sum(item.level == "understand" for item in scope.bank)
    total = len(scope.bank)
    if total >= fewest and not least <= found / total <= most:
        what = f"理解的有 {share(found, total)}"
        yield Finding(at_bank(scope), what)


@rule(
    "apply-share",
    "全书应用、分析（apply、analyse）的题至少 {least:.0%}（不满 {fewest} 题的，至少 {small:.0%}）",
    mend="请加应用或分析的题",
    least=0.45,
    small=0.20,
    fewest=25,
)
def apply_share(scope: Scope, *, least: float, small: float, fewest: int) -> Iterator[Finding]:
    """Report a course with too few items on application and analysis."""
    higher = sum(item.level in HIGHER for item in scope.bank)
    total = len(scope.bank)
    if total and higher / total < (least if total >= fewest else small):
        what = f"应用、分析的只有 {share(higher, total)}"
        yield Finding(at_bank(scope), what)
