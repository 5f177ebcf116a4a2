"""The rule that no item answers its neighbour on the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations

from exercises.item import Item
from exercises.normalise import normalise
from exercises.rules.rule import Finding, at_item, rule
from exercises.rules.scope import Scope


def told(item: Item, other: Item, *, shortest: int) -> list[str]:
    """Give those answers of an item, of so many characters, that another's stem says."""
    stems = [normalise(text) for text in other.asked()]
    answers = {answer: normalise(answer) for answer in item.answers()}
    return [
        answer
        for answer, words in answers.items()
        if len(words) >= shortest and any(words in stem for stem in stems)
    ]


@rule(
    "giveaway",
    "一题的题干（含情境、说法、记忆卡正面）不写出同页另一题的答案（{shortest} 字以上）",
    mend="请改写题干，或把题移到别的章",
    shortest=4,
)
def giveaway(scope: Scope, *, shortest: int) -> Iterator[Finding]:
    """Find stems that hold the answer to another item of the page.

    Quotations on which an item works (a cloze's text, a text to mark) are left out:
    the page itself holds the speech. So are pairs (matching, categorise, ordering),
    whose words all stand in their own lists.
    """
    pages: defaultdict[str, list[Item]] = defaultdict(list)
    for chapter in scope.bank.chapters:
        pages[chapter.page].extend(chapter.items)
    for items in pages.values():
        for item, other in permutations(items, 2):
            for answer in told(item, other, shortest=shortest):
                what = f"题干写出了 {item.id} 的答案“{answer.strip('“”')}”"
                yield Finding(at_item(scope, other.id), what)
