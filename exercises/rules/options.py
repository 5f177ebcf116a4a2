"""The rule on options that only sum up the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from exercises.rules.rule import Finding, at_item, rule
from exercises.rules.scope import Scope

#: 以上都对, 上述各项均不正确, 全部正确, 都不是 … as the whole of an option.
_SWEEPING: Final = re.compile(
    r"(?:(?:以上|上述|前述|前面).{0,6}|全部|全|都|均|皆|各项都|各项均)"
    r"不?(?:对|错|错误|正确|是|符合|成立)"
)


@rule("all-of-the-above", "选项不写“以上都对”“以上都不对”之类", mend="请换成一个具体的选项")
def all_of_the_above(scope: Scope) -> Iterator[Finding]:
    """Find options, of whatever kind's lists, that only sum up the others."""
    for item in scope.bank:
        for text in _texts(item.face()):
            if _SWEEPING.fullmatch(text.rstrip("。")):
                yield Finding(at_item(scope, item.id), f"“{text}”概括了其他选项")


def _texts(face: Any) -> Iterator[str]:
    """Walk all texts that an item shows beyond its stem."""
    if isinstance(face, str):
        yield face
    elif isinstance(face, (list, dict)):
        for part in face.values() if isinstance(face, dict) else face:
            yield from _texts(part)
