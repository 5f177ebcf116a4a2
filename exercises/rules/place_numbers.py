"""Rules on citing places by number: readers should know the content, not where it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from exercises.inline import plain
from exercises.item import Item
from exercises.quoting import unquoted
from exercises.rules.rule import Finding, at_bank, at_item, is_too_many, listed, rule, share
from exercises.rules.scope import Scope

_NUMBER: Final = "[0-9零一二三四五六七八九十百]+"
#: 第10段, 第七句, 第3、4句, 第三章; not 第一句话, which also means what somebody says first.
PLACE: Final = rf"第{_NUMBER}(?:[—–、至到和]第?{_NUMBER})*(?:自然段|段|句(?!话)|章|节)"
_NUMBERED: Final = re.compile(rf"{PLACE}|\bp\d+(?:\.s\d+)?(?!\w)", re.ASCII)


def numbered_place(texts: Iterable[str]) -> str:
    """Return the first place that is cited by number outside of a quotation.

    Parameters
    ----------
    texts
        Texts of an item.

    Returns
    -------
    str
        Such as 第10段; empty if there is none.
    """
    found = (_NUMBERED.search(unquoted(plain(text))) for text in texts)
    return next((match[0] for match in found if match), "")


def scenes(item: Item) -> list[str]:
    """Return the scenes and questions of a scenario's steps; for other kinds nothing."""
    return item.asked()[1:] if item.kind == "scenario" else []


@rule(
    "numbers-in-stems",
    "题干（含说法、情境、提问）写出第几段、第几句、第几章的题不超过 {most:.0%}",
    mend="请改用原文的一个短语提示，放在“”里，或者直接写情形",
    most=0.05,
)
def numbers_in_stems(scope: Scope, *, most: float) -> Iterator[Finding]:
    """Report a bank whose stems cite too many places by number."""
    named = {item.id: place for item in scope.bank if (place := numbered_place(item.asked()))}
    total = len(scope.bank)
    if is_too_many(len(named), total, most):
        portion = share(len(named), total)
        names = listed(f"{id_}（{place}）" for id_, place in named.items())
        yield Finding(at_bank(scope), f"题干写出段、句、章的编号的有 {portion}：{names}")


@rule(
    "numbers-in-steps",
    "情境题各步的情境和提问不写照第几段、按第几句",
    mend="请只凭情境来问，依据写在说明里",
)
def numbers_in_steps(scope: Scope) -> Iterator[Finding]:
    """Report steps that cite the sentence by which to decide."""
    for item in scope.bank:
        if place := numbered_place(scenes(item)):
            yield Finding(at_item(scope, item.id), f"情境的一步写出了“{place}”")
