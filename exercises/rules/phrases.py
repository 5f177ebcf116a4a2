"""The rule on terse phrases that are stiff to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exercises.inline import plain
from exercises.item import Item
from exercises.quoting import unquoted
from exercises.rules.rule import Finding, at_item, rule
from exercises.rules.scope import Scope


def stiff_phrase(item: Item, called: str) -> str:
    """Return the first 合不合…, 合于… or 合乎… in stems and options, followed by the text's name.

    Parameters
    ----------
    item
        The item.
    called
        The course's name for its text.
    """
    pattern = re.compile(f"合(?:不合|于|乎)(?:{re.escape(called)}|原文)")
    texts = [*item.asked(), *(claim.text for claim in item.claims())]
    found = (pattern.search(unquoted(plain(text))) for text in texts)
    return next((match[0] for match in found if match), "")


@rule(
    "stiff-phrase",
    "题干和选项不写合不合、合于、合乎原文（课程怎样称呼原文，就照怎样查）",
    mend="请写“是否符合……原意”“哪些符合……的要求”",
)
def stiff_phrases(scope: Scope) -> Iterator[Finding]:
    """Report stems and options that use such a phrase."""
    for item in scope.bank:
        if phrase := stiff_phrase(item, scope.bank.speech.called):
            yield Finding(at_item(scope, item.id), f"题干或选项写了“{phrase}”")
