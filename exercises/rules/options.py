"""Rules on options that sum up the others, and on options combined from two facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from exercises.inline import plain
from exercises.item import Claim
from exercises.rules.rule import Finding, at_bank, at_item, listed, rule
from exercises.rules.scope import Scope

#: 以上都对, 上述各项均不正确, 全部正确, 都不是 … as a whole option.
_SWEEPING: Final = re.compile(
    r"(?:(?:以上|上述|前述|前面).{0,6}|全部|全|都|均|皆|各项都|各项均)"
    r"不?(?:对|错|错误|正确|是|符合|成立)"
)

_FOUR: Final = 4
_TWO: Final = 2
#: Words that join a clause to the previous one: 供各地借鉴, 再供各地借鉴.
_JOINT: Final = re.compile(r"^[再也又并则就还而]")


@rule("all-of-the-above", "选项不写“以上都对”“以上都不对”之类", mend="请换成一个具体的选项")
def all_of_the_above(scope: Scope) -> Iterator[Finding]:
    """Report options, in any kind of list, that only sum up the others."""
    for item in scope.bank:
        for text in _texts(item.face()):
            if _SWEEPING.fullmatch(text.rstrip("。")):
                yield Finding(at_item(scope, item.id), f"“{text}”概括了其他选项")


def _texts(face: Any) -> Iterator[str]:
    """Yield all texts that an item shows besides its stem."""
    if isinstance(face, str):
        yield face
    elif isinstance(face, (list, dict)):
        for part in face.values() if isinstance(face, dict) else face:
            yield from _texts(part)


def two_by_two(options: list[Claim]) -> bool:
    """Return whether four options combine two facts, each in two versions.

    Clauses shared by all options are ignored.

    Parameters
    ----------
    options
        The options of a choice.
    """
    if len(options) != _FOUR or sum(option.right for option in options) != 1:
        return False
    parts = [
        {_JOINT.sub("", part) for part in re.split(r"[，；。]", plain(option.text)) if part}
        for option in options
    ]
    times = Counter(chain.from_iterable(parts))
    facts = [{part for part in each if times[part] < _FOUR} for each in parts]
    return all(len(each) == _TWO and all(times[part] == _TWO for part in each) for each in facts)


def two_by_two_items(scope: Scope) -> list[str]:
    """Return the ids of items with a choice that combines two facts, each in two versions."""
    return [item.id for item in scope.bank if any(map(two_by_two, item.choices()))]


@rule(
    "two-by-two",
    "四个选项由两件事各两种说法拼成的题，不超过 course.yml 里 items.most_two_by_two 所定",
    mend="请把几题的选项改成四种不同的做法或看法",
)
def two_by_two_share(scope: Scope) -> Iterator[Finding]:
    """Report a bank with too many choices in which each half of the key can be guessed."""
    most = scope.wanted.most_two_by_two
    ids = two_by_two_items(scope)
    if most is not None and len(ids) > most:
        what = f"这样拼成的有 {len(ids)} 题，至多 {most} 题：{listed(ids)}"
        yield Finding(at_bank(scope), what)
