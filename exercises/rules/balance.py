"""Rules on statements, numbers of keys and corrections: patterns that help guessing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from exercises.inline import runs
from exercises.item import Item
from exercises.normalise import normalise
from exercises.rules.rule import Finding, at_bank, at_item, listed, rule, share, uneven
from exercises.rules.scope import Scope

#: From this number of keys on, numbers are not distinguished.
_MANY: Final = 4
_NUMBERS: Final = {2: "2 个", 3: "3 个", _MANY: "4 个以上"}


def statements(scope: Scope) -> dict[str, bool]:
    """Return whether the statement of each true-or-false item is true, by item id."""
    return {item.id: item.claims()[0].right for item in scope.bank if item.kind == "true-false"}


def key_counts(scope: Scope) -> dict[int, list[str]]:
    """Return the ids of the multiple choices by number of keys: 2, 3, and 4 or more."""
    found: dict[int, list[str]] = {number: [] for number in _NUMBERS}
    for item in scope.bank:
        if item.kind == "multiple":
            (options,) = item.choices()
            found[min(_MANY, sum(option.right for option in options))].append(item.id)
    return found


def replacements(item: Item) -> list[str]:
    """Return the replacements in the corrections of a true-or-false item."""
    if item.kind != "true-false":
        return []
    texts = [option.text for options in item.choices() for option in options]
    return [[run.text for run in runs(text) if run.strong][-1] for text in texts]


@rule(
    "true-share",
    "判断题的说法，对的占 {least:.0%}—{most:.0%}（满 {fewest} 题才查）",
    mend="请把几题的说法改对或改错",
    least=0.40,
    most=0.60,
    fewest=8,
)
def true_share(scope: Scope, *, least: float, most: float, fewest: int) -> Iterator[Finding]:
    """Report a bank in which always judging true, or always false, is a good guess."""
    given = statements(scope)
    right = [id_ for id_, is_true in given.items() if is_true]
    total = len(given)
    if total >= fewest and not least <= len(right) / total <= most:
        portion = share(len(right), total)
        yield Finding(at_bank(scope), f"说法对的有 {portion}：{listed(right) or '无'}")


@rule(
    "key-count",
    "多选题的正确项，2 个、3 个、4 个以上的题各占 {least:.0%} 以上，任何一种不超过 {most:.0%}"
    "（满 {fewest} 题才查）",
    mend="请增减几题的正确项",
    least=0.15,
    most=0.60,
    fewest=10,
)
def key_count(scope: Scope, *, least: float, most: float, fewest: int) -> Iterator[Finding]:
    """Report a bank whose number of keys can be guessed."""
    for number, portion in uneven(key_counts(scope), least, most, fewest):
        yield Finding(at_bank(scope), f"正确项有 {_NUMBERS[number]}的多选题有 {portion}")


@rule(
    "correction-twice",
    "两道判断题的改法不换上同样的词（{shortest} 字以上）",
    mend="请改写其中一处的 to",
    shortest=4,
)
def correction_twice(scope: Scope, *, shortest: int) -> Iterator[Finding]:
    """Report replacements shared by two items; within an item the schema checks them."""
    seen: defaultdict[str, list[str]] = defaultdict(list)
    for item in scope.bank:
        for words in dict.fromkeys(map(normalise, replacements(item))):
            if len(words) >= shortest and (before := seen[words]):
                what = f"改法里的“{words}”，{before[0]} 也有"
                yield Finding(at_item(scope, item.id), what)
            seen[words].append(item.id)
