"""The report as data; ``python -m exercises report --json`` prints it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from statistics import mean
from typing import Final

from exercises.bank import Bank, Chapter, Objective
from exercises.item import LEVELS, TASKS, Item
from exercises.kinds.registry import kinds
from exercises.rules.balance import key_counts, statements
from exercises.rules.coverage import untouched
from exercises.rules.keys import (
    four_option_places,
    key_is_longest,
    key_places,
    key_ratio,
    length,
    one_key_choices,
)
from exercises.rules.options import two_by_two_items
from exercises.rules.revealing_words import ABSOLUTE, Cues, absolute_words, negative_items
from exercises.rules.scope import Scope

#: How many items with the longest keys are named.
_WIDEST: Final = 5


@dataclass(frozen=True)
class ObjectiveFigures:
    """One objective and its items."""

    id: str
    text: str
    total: int
    items: dict[str, dict[str, list[str]]]
    """Ids of the items, by level and then by kind."""


@dataclass(frozen=True)
class ChapterFigures:
    """One chapter: its items by level and by objective, and how many it should have."""

    id: str
    number: str
    title: str
    items: int
    minimum: int
    levels: dict[str, int]
    objectives: list[ObjectiveFigures]


@dataclass(frozen=True)
class LengthFigures:
    """Lengths of options, in characters, in choices with one key."""

    choices: int
    key_mean: float
    distractor_mean: float
    key_longest: list[str]
    widest: dict[str, float]
    """Length of the longest key relative to the median option, by item; any kind of choice."""


@dataclass(frozen=True)
class SentenceFigures:
    """Which sentences of the speech items ask about."""

    total: int
    untouched: dict[str, str]
    """Text by id of each sentence that no item cites as source."""
    least: float
    """The share of sentences that some item should cite."""


@dataclass(frozen=True)
class AskingFigures:
    """What items ask for, and patterns that help guessing."""

    tasks: dict[str, int]
    thinking: int
    """Minimum number of items with tasks that ask for judgement."""
    two_by_two: list[str]
    statements: int
    true: int
    key_counts: dict[int, int]
    """Number of multiple choices by their number of keys; the last entry includes all above."""


@dataclass(frozen=True)
class Figures:
    """The whole report."""

    items: int
    levels: dict[str, int]
    kinds: dict[str, int]
    chapters: list[ChapterFigures]
    key_positions: dict[str, int]
    longest_run: int
    lengths: LengthFigures
    absolute_words: dict[str, Cues]
    negative_stems: list[str]
    sentences: SentenceFigures
    asking: AskingFigures


def figures(scope: Scope) -> Figures:
    """Measure a bank.

    Parameters
    ----------
    scope
        The bank, which may break item-writing rules, and its course.

    Returns
    -------
    Figures
        All figures of the report.
    """
    bank, minima = scope.bank, scope.wanted.chapters
    planned = list(minima)
    # Chapters without a minimum come last.
    chapters = sorted(
        bank.chapters, key=lambda each: planned.index(each.id) if each.id in minima else len(minima)
    )
    return Figures(
        items=len(bank),
        levels=_levels(bank),
        kinds=_kinds(item for chapter in scope.taught for item in chapter.items),
        chapters=[_chapter(chapter, minima.get(chapter.id, 0)) for chapter in chapters],
        key_positions={place: len(ids) for place, ids in four_option_places(bank).items()},
        longest_run=max(
            (len(list(run)) for _, run in groupby(place for _, place in key_places(bank))),
            default=0,
        ),
        lengths=_lengths(bank),
        absolute_words={word: absolute_words(bank, (word,)) for word in ABSOLUTE},
        negative_stems=[item.id for item in negative_items(bank)],
        sentences=SentenceFigures(
            len(bank.speech.sentences),
            {sentence.id: sentence.text for sentence in untouched(bank)},
            scope.wanted.coverage,
        ),
        asking=_asking(scope),
    )


def _asking(scope: Scope) -> AskingFigures:
    counted = Counter(item.task for item in scope.bank)
    judged = statements(scope)
    return AskingFigures(
        tasks={task: counted[task] for task in TASKS},
        thinking=scope.wanted.thinking,
        two_by_two=two_by_two_items(scope),
        statements=len(judged),
        true=sum(judged.values()),
        key_counts={number: len(ids) for number, ids in key_counts(scope).items()},
    )


def _levels(items: Iterable[Item]) -> dict[str, int]:
    counted = Counter(item.level for item in items)
    return {level: counted[level] for level in LEVELS}


def _kinds(items: Iterable[Item]) -> dict[str, int]:
    counted = Counter(item.kind for item in items)
    return {kind: counted[kind] for kind in kinds()}


def _chapter(chapter: Chapter, minimum: int) -> ChapterFigures:
    return ChapterFigures(
        id=chapter.id,
        number=chapter.number,
        title=chapter.title,
        items=len(chapter.items),
        minimum=minimum,
        levels=_levels(chapter.items),
        objectives=[_objective(chapter, objective) for objective in chapter.objectives],
    )


def _objective(chapter: Chapter, objective: Objective) -> ObjectiveFigures:
    items = [item for item in chapter.items if item.objective == objective.id]
    return ObjectiveFigures(
        id=objective.id,
        text=objective.text,
        total=len(items),
        items={
            level: {
                kind: [item.id for item in items if (item.level, item.kind) == (level, kind)]
                for kind in dict.fromkeys(item.kind for item in items if item.level == level)
            }
            for level in LEVELS
            if any(item.level == level for item in items)
        },
    )


def _lengths(bank: Bank) -> LengthFigures:
    choices = one_key_choices(bank)
    options = [option for _, given in choices for option in given]
    keys = [length(option) for option in options if option.right]
    distractors = [length(option) for option in options if not option.right]
    ratios = {item.id: max(map(key_ratio, given)) for item in bank if (given := item.choices())}
    widest = sorted(ratios, key=ratios.__getitem__, reverse=True)[:_WIDEST]
    return LengthFigures(
        choices=len(choices),
        key_mean=round(mean(keys), 1) if keys else 0,
        distractor_mean=round(mean(distractors), 1) if distractors else 0,
        key_longest=[item.id for item, given in choices if key_is_longest(given)],
        widest={id_: round(ratios[id_], 2) for id_ in widest},
    )
