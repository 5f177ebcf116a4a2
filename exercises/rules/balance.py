"""Rules on judged statements, numbers of keys and corrections: habits by which one guesses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from exercises.inline import runs
from exercises.item import Item
from exercises.normalise import normalise
from exercises.rules.rule import Finding, at_bank, at_item, listed, rule, share, uneven
from exercises.rules.scope import Scope

#: Numbers of keys as the rule counts them: from four on, they are one.
_MANY: Final = 4
_NUMBERS: Final = {2: "2 个", 3: "3 个", _MANY: "4 个以上"}


def statements(scope: Scope) -> dict[str, bool]:
    """Give whether the statement of each true-or-false item is true, by the item's id."""
    return {item.id: item.claims()[0].right for item in scope.bank if item.kind == "true-false"}


def key_counts(scope: Scope) -> dict[int, list[str]]:
    """Give the ids of the multiple choices by their numbers of keys: 2, 3, 4 for all above."""
    found: dict[int, list[str]] = {number: [] for number in _NUMBERS}
    for item in scope.bank:
        if item.kind == "multiple":
            (options,) = item.choices()
            found[min(_MANY, sum(option.right for option in options))].append(item.id)
    return found


def replacements(item: Item) -> list[str]:
    """Give the words that the corrections of a true-or-false item put in."""
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
    """Find a bank in which one of the two judgements is the better guess."""
    given = statements(scope)
    right = [id_ for id_, is_true in given.items() if is_true]
    total = len(given)
    if total >= fewest and not least <= len(right) / total <= most:
        told = share(len(right), total)
        yield Finding(at_bank(scope), f"说法对的有 {told}：{listed(right) or '无'}")


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
    """Find a bank whose number of keys can be guessed."""
    for number, told in uneven(key_counts(scope), least, most, fewest):
        yield Finding(at_bank(scope), f"正确项有 {_NUMBERS[number]}的多选题有 {told}")


@rule(
    "correction-twice",
    "两道判断题的改法不换上同样的词（{shortest} 字以上）",
    mend="请改写其中一处的 to",
    shortest=4,
)
def correction_twice(scope: Scope, *, shortest: int) -> Iterator[Finding]:
    """Find corrections that another item has, too; those of one item its schema holds."""
    seen: defaultdict[str, list[str]] = defaultdict(list)
    for item in scope.bank:
        for words in dict.fromkeys(map(normalise, replacements(item))):
            if len(words) >= shortest and (before := seen[words]):
                what = f"改法里的“{words}”，{before[0]} 也有"
                yield Finding(at_item(scope, item.id), what)
            seen[words].append(item.id)
