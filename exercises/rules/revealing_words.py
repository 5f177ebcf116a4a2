"""Rules on revealing words: absolute ones, and negations that are easily overlooked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from exercises.bank import Bank
from exercises.inline import plain, runs
from exercises.item import Item
from exercises.quoting import unquoted
from exercises.rules.rule import Finding, at_bank, at_item, is_too_many, listed, rule, share
from exercises.rules.scope import Scope

ABSOLUTE: Final = ("必须", "一律", "完全", "只有", "任何", "所有")

_NEGATION: Final = re.compile(
    r"不(?:属于|是|在|包括|包含|含|符合|合|正确|准确|恰当|对|妥|当|应|该|宜|能|需|必|可|要求|要)"
    r"|没有|未|并非|错误|有误|除.*外"
)
#: A sentence that asks; negations elsewhere do not invert the question.
_ASKING: Final = re.compile(r"？|是$|[哪谁]|什么|选出|找出")
#: Words that name what is asked for, in a clause of such a sentence.
_NAMING: Final = re.compile(r"[哪谁]|什么|下列|以下|选出|找出|的$")
_TITLE: Final = re.compile(r"《[^《》]*》")
#: Phrases with a negation or question word that do not invert the question.
_HARMLESS: Final = re.compile(r"为什么|为何|(\w)不\1\w?|是不是|不同|不一|不仅|不止|不但")


@dataclass(frozen=True)
class Cues:
    """Ids of items with a word in their keys, and of those with it in their distractors."""

    keys: list[str]
    distractors: list[str]


def absolute_words(bank: Bank, words: tuple[str, ...] = ABSOLUTE) -> Cues:
    """Find the items with one of the words in their keys, or in their distractors.

    A statement counts as a key if it is true, and as a distractor if it is false. Items are
    counted, not options: a word in all four options of an item is one cue.
    """

    def holding(*, right: bool) -> list[str]:
        return [
            item.id
            for item in bank
            if any(
                claim.right is right and any(word in claim.text for word in words)
                for claim in item.claims()
            )
        ]

    return Cues(holding(right=True), holding(right=False))


def negative(text: str) -> bool:
    """Return whether a stem asks for what is not the case.

    It does if, in a sentence that asks, the clause that names what is asked for is negated:
    下列哪一项不属于…, 文中没有提到的，是哪一项. A negation in the situation before the question, in
    a quotation or in 为什么不… does not invert the question.
    """
    return any(True for _ in _negated_clauses(plain(text)))


def negation_stands_out(text: str) -> bool:
    """Return whether the negation in a stem is emphasised (``**不**属于``)."""
    return any(run.strong and re.search(r"[不没未非误除]", run.text) for run in runs(text))


def negative_items(bank: Bank) -> list[Item]:
    """Return the items that ask for what is not the case."""
    return [item for item in bank if any(negative(text) for text in item.asked())]


def _negated_clauses(text: str) -> Iterator[str]:
    bare = _HARMLESS.sub("", _TITLE.sub("", unquoted(text)))
    for sentence in re.split(r"[。！；]|(?<=？)", bare):
        if not _ASKING.search(sentence):
            continue
        for clause in re.split(r"[，：]", sentence):
            if _NAMING.search(clause) and _NEGATION.search(clause):
                yield clause


@rule(
    "absolute-words",
    "绝对化用语（必须、一律、完全、只有、任何、所有）不能只在干扰项里："
    "干扰项有这类词的题，不超过正确项有这类词的题的 {most} 倍",
    mend="请改掉几处干扰项里的绝对化用语",
    most=2,
)
def absolute_words_tell(scope: Scope, *, most: float) -> Iterator[Finding]:
    """Report a bank in which absolute words mark the distractors."""
    cues = absolute_words(scope.bank)
    if len(cues.distractors) > most * len(cues.keys):
        what = (
            f"干扰项有绝对化用语的 {len(cues.distractors)} 题（{listed(cues.distractors)}），"
            f"正确项有的 {len(cues.keys)} 题（{listed(cues.keys) or '无'}）"
        )
        yield Finding(at_bank(scope), what)


@rule(
    "negative-share",
    "否定式题干（问哪一项不是、不属于）不超过 {most:.0%}",
    mend="请把几题改成正面提问",
    most=0.15,
)
def negative_share(scope: Scope, *, most: float) -> Iterator[Finding]:
    """Report a bank with too many negative stems."""
    ids = [item.id for item in negative_items(scope.bank)]
    total = len(scope.bank)
    if is_too_many(len(ids), total, most):
        portion = share(len(ids), total)
        yield Finding(at_bank(scope), f"否定式题干有 {portion}：{listed(ids)}")


@rule(
    "negative-emphasis",
    "否定式题干的否定词加重显示",
    mend="请把否定词写作 **不**、**没有**，或改成正面提问",
)
def negative_emphasis(scope: Scope) -> Iterator[Finding]:
    """Report negations that are not emphasised."""
    for item in scope.bank:
        for text in item.asked():
            if negative(text) and not negation_stands_out(text):
                yield Finding(at_item(scope, item.id), f"“{text}”的否定词没有加重")
