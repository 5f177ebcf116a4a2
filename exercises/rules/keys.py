"""Rules on the position and length of keys, so that they are no help in guessing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from statistics import median
from string import ascii_uppercase
from typing import Final

from exercises.bank import Bank
from exercises.inline import plain
from exercises.item import Claim, Item
from exercises.rules.rule import Finding, at_bank, at_item, is_too_many, listed, rule, share, uneven
from exercises.rules.scope import Scope

PLACES: Final = ascii_uppercase[:4]


def key_places(bank: Bank) -> list[tuple[Item, str]]:
    """Return the letter of the key of each single choice, in the bank's order."""
    return [
        (item, ascii_uppercase[[option.right for option in options].index(True)])
        for item in bank
        if item.kind == "single"
        for options in item.choices()
    ]


def four_option_places(bank: Bank) -> dict[str, list[str]]:
    """Return the ids of the single choices with four options, by the letter of their key."""
    found: dict[str, list[str]] = {place: [] for place in PLACES}
    for item, place in key_places(bank):
        if len(item.choices()[0]) == len(PLACES):
            found[place].append(item.id)
    return found


def one_key_choices(bank: Bank) -> list[tuple[Item, list[Claim]]]:
    """Return all choices with exactly one key, including steps of scenarios and corrections."""
    return [
        (item, options)
        for item in bank
        for options in item.choices()
        if sum(option.right for option in options) == 1
    ]


def shared_menus(bank: Bank) -> list[list[tuple[Item, str]]]:
    """Return the choices that share a list of options: items and keys, grouped by the list."""
    found: dict[frozenset[str], list[tuple[Item, str]]] = {}
    for item, options in one_key_choices(bank):
        menu = frozenset(plain(option.text) for option in options)
        key = next(plain(option.text) for option in options if option.right)
        found.setdefault(menu, []).append((item, key))
    return [choices for choices in found.values() if len(choices) > 1]


def length(claim: Claim) -> int:
    """Return the number of characters of an option as displayed."""
    return len(plain(claim.text))


def key_is_longest(options: list[Claim]) -> bool:
    """Return whether the key is longer than every other option."""
    longest = max(length(option) for option in options if not option.right)
    return any(option.right and length(option) > longest for option in options)


def key_ratio(options: list[Claim]) -> float:
    """Return the length of the longest key relative to the median length of all options."""
    keys = [length(option) for option in options if option.right]
    return max(keys, default=0) / median(length(option) for option in options)


@rule(
    "key-position",
    "四个选项的单选题，正确项在 A、B、C、D 各占 {least:.0%}—{most:.0%}（满 {fewest} 题才查）",
    mend="请调换其中几题的选项次序",
    least=0.15,
    most=0.40,
    fewest=8,
)
def key_position(scope: Scope, *, least: float, most: float, fewest: int) -> Iterator[Finding]:
    """Report positions that have the key too rarely or too often."""
    for place, portion in uneven(four_option_places(scope.bank), least, most, fewest):
        yield Finding(at_bank(scope), f"正确项在 {place} 的有 {portion}")


@rule(
    "key-run",
    "按题库次序，相连的单选题正确项在同一位置的不超过 {most} 题",
    mend="请调换其中一题的选项次序",
    most=3,
)
def key_run(scope: Scope, *, most: int) -> Iterator[Finding]:
    """Report runs of keys in the same position."""
    for place, run in groupby(key_places(scope.bank), key=itemgetter(1)):
        ids = [item.id for item, _ in run]
        if len(ids) > most:
            what = f"相连 {len(ids)} 题的正确项都在 {place}：{listed(ids)}"
            yield Finding(at_item(scope, ids[most]), what)


@rule(
    "menu-key",
    "几处合用一份选项的，正确项同是一项的不超过 {most:.0%}（满 {fewest} 处才查）",
    mend="请改几题的情形，使正确项散在各项",
    most=0.50,
    fewest=3,
)
def menu_key(scope: Scope, *, most: float, fewest: int) -> Iterator[Finding]:
    """Report a shared list of options in which one option is a good guess in all cases."""
    for choices in shared_menus(scope.bank):
        key, times = Counter(key for _, key in choices).most_common(1)[0]
        if len(choices) >= fewest and times / len(choices) > most:
            ids = [item.id for item, right in choices if right == key]
            what = f"合用的选项里，“{key}”是正确项的有 {share(times, len(choices), '处')}"
            yield Finding(at_item(scope, ids[-1]), f"{what}：{listed(ids)}")


@rule(
    "key-longest",
    "只有一个正确项的题（情境题按步、判断题按改法计），正确项独为最长的不超过 {most:.0%}",
    mend="请缩短几题的正确项，或把干扰项写得一样具体",
    most=0.35,
)
def key_longest(scope: Scope, *, most: float) -> Iterator[Finding]:
    """Report a bank in which the longest option is too often the key."""
    choices = one_key_choices(scope.bank)
    ids = [item.id for item, options in choices if key_is_longest(options)]
    if is_too_many(len(ids), len(choices), most):
        portion = share(len(ids), len(choices), "处")
        names = listed(Counter(ids))
        yield Finding(at_bank(scope), f"正确项独为最长的有 {portion}：{names}")


@rule(
    "key-length",
    "正确项的长度不超过本题各选项长度中位数的 {most} 倍",
    mend="请缩短正确项，或把干扰项写得一样具体",
    most=1.5,
)
def key_length(scope: Scope, *, most: float) -> Iterator[Finding]:
    """Report keys that are much longer than the item's options."""
    for item in scope.bank:
        for options in item.choices():
            middle = median(length(option) for option in options)
            for option in options:
                if option.right and length(option) > most * middle:
                    lengths = f"{length(option)} 字，各选项的中位数是 {middle:g} 字"
                    what = f"正确项“{plain(option.text)}”有 {lengths}"
                    yield Finding(at_item(scope, item.id), what)
