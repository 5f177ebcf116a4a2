"""Rules that no item gives away the answer of another one on its page or after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from math import ceil

from exercises.inline import plain
from exercises.item import Item
from exercises.normalise import normalise
from exercises.rules.reading_order import reading_order
from exercises.rules.rule import Finding, at_item, rule
from exercises.rules.scope import Scope


def told(item: Item, other: Item, *, shortest: int) -> list[str]:
    """Return the answers of an item, of some length at least, that another item's stem contains."""
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
    """Report stems that contain the answer of another item on the page.

    Quotations that an item works on (the text of a cloze or a marking item) are ignored, as the
    page contains the speech anyway. So are pairs (matching, categorising, ordering), whose texts
    are all listed in their own items.
    """
    pages: defaultdict[str, list[Item]] = defaultdict(list)
    for chapter in scope.bank.chapters:
        pages[chapter.page].extend(chapter.items)
    for items in pages.values():
        for item, other in permutations(items, 2):
            for answer in told(item, other, shortest=shortest):
                what = f"题干写出了 {item.id} 的答案“{answer.strip('“”')}”"
                yield Finding(at_item(scope, other.id), what)


def _bare(text: str) -> str:
    return normalise(plain(text))


def longest_run(words: str, shortest: int, text: str) -> str:
    """Return the longest run of some words that a text contains.

    Parameters
    ----------
    words
        The words.
    shortest
        Minimum length of the run.
    text
        The text to search.

    Returns
    -------
    str
        The run; empty if there is none.
    """
    found = ""
    for length in range(shortest, len(words) + 1):
        runs = (words[start : start + length] for start in range(len(words) - length + 1))
        longer = next((run for run in runs if run in text), "")
        if not longer:
            break
        found = longer
    return found


@dataclass(frozen=True)
class _Texts:
    """Texts of items, joined by item."""

    by_item: dict[str, str]

    def find(self, answer: str, shortest: int) -> tuple[str, str]:
        """Return the longest run of an answer that occurs, and the first item it occurs in."""
        run = longest_run(answer, shortest, "\n".join(self.by_item.values()))
        return run, next((id_ for id_, text in self.by_item.items() if run in text), "")


class _AllTexts:
    """Texts of all items, each normalised once.

    Parameters
    ----------
    items
        The items in reading order.
    pages
        Each item's page by its id.
    """

    def __init__(self, items: Sequence[Item], pages: Mapping[str, str]) -> None:
        self._items = items
        self._pages = pages
        self._stems = ["\n".join(map(_bare, item.asked())) for item in items]
        self._answers = [[_bare(answer) for answer in item.answers()] for item in items]
        self._all = [
            "\n".join([stems, *answers])
            for stems, answers in zip(self._stems, self._answers, strict=True)
        ]
        self._menus = [_menus(item) for item in items]

    def to_reader_of(self, place: int) -> _Texts:
        """Return what readers of an item know: all items before it, and later stems of its page."""
        page = self._pages[self._items[place].id]
        before = ((item, self._before(n, place)) for n, item in enumerate(self._items[:place]))
        after = zip(self._items[place + 1 :], self._stems[place + 1 :], strict=True)
        on_page = ((item, text) for item, text in after if self._pages[item.id] == page)
        return _Texts({item.id: text for item, text in (*before, *on_page)})

    def _before(self, earlier: int, place: int) -> str:
        """Return an earlier item's stems and answers, except answers from a list shared by both."""
        shared = self._menus[earlier] & self._menus[place]
        if not shared:
            return self._all[earlier]
        listed = frozenset[str]().union(*shared)
        answers = (answer for answer in self._answers[earlier] if answer not in listed)
        return "\n".join([self._stems[earlier], *answers])


def _menus(item: Item) -> frozenset[frozenset[str]]:
    """Return the lists of options of which an item has one picked, without their order."""
    return frozenset(
        frozenset(_bare(option.text) for option in options)
        for options in item.choices()
        if sum(option.right for option in options) == 1
    )


@rule(
    "told-before",
    "前面（按目录和页面的先后）的题，题干和答案不写出后面一题的答案，同页的题干也不："
    "连续 {shortest} 字以上、又占这个答案的 {part:.0%} 以上就算；"
    "原文有 {common} 句以上都说到的词语不算，学员自评的题（简答、记忆卡）本为重温，也不算；"
    "两题的选项是同一份的，前一题选了哪一项也不算",
    mend="请改问别的，或改写写出答案的题",
    shortest=6,
    part=0.5,
    common=3,
)
def told_before(scope: Scope, *, shortest: int, part: float, common: int) -> Iterator[Finding]:
    """Report items whose answer occurs in another item's stem, or in an earlier item's key.

    If two items share one list of options, the earlier key gives nothing away: the later item lists
    all options anyway, and its own case decides.
    """
    sentences = [_bare(sentence.text) for sentence in scope.bank.speech.sentences]
    items = reading_order(scope)
    pages = {item.id: chapter.page for chapter in scope.bank.chapters for item in chapter.items}
    texts = _AllTexts(items, pages)
    for place, item in enumerate(items):
        if item.self_rated:
            continue
        known = texts.to_reader_of(place)
        for answer in item.answers():
            words = _bare(answer)
            run, other = known.find(words, max(shortest, ceil(part * len(words))))
            if run and sum(run in sentence for sentence in sentences) < common:
                what = f"答案“{answer.strip('“”')}”，{other} 已经写出“{run}”"
                yield Finding(at_item(scope, item.id), what)
