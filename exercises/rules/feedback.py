"""The rule on feedback: it addresses the learner's choice first, and cites the place after that."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from exercises.item import Item
from exercises.quoting import quotations, unquoted
from exercises.rules.place_numbers import PLACE
from exercises.rules.rule import Finding, at_bank, is_too_many, listed, rule, share
from exercises.rules.scope import Scope

#: How many items are named, those with most such feedback first.
_NAMED: Final = 20
_THIS: Final = "[这那此]一?[句段处项条]?话?"
#: A clause that only says where words are.
_PLACING: Final = re.compile(
    f"{PLACE}|[说讲谈]的?是|用它|用来说|出自|见于|引述的?是|原文|[前后上下]一句|别处"
    "|没有[说提谈]到|[接排]在"
)
_AT_THE_END: Final = re.compile(rf"[（(，]?见?{PLACE}(?:、{PLACE})*[）)]?。?$")
#: A clause this short says nothing by itself: 意思近, 后半不错.
_FEW: Final = 6


def feedbacks(item: Item) -> list[str]:
    """Return all feedback texts of an item: on options, gaps, cards and foreseen mistakes."""
    return list(_feedbacks(item.model_dump()))


def _feedbacks(part: Any, field: str = "") -> Iterator[str]:
    if isinstance(part, str):
        if field == "feedback":
            yield part
    elif isinstance(part, dict):
        for name, inner in part.items():
            # `wrong` maps foreseen mistakes to their feedback.
            yield from _feedbacks(inner, "feedback" if field == "wrong" else name)
    elif isinstance(part, (list, tuple)):
        for inner in part:
            yield from _feedbacks(inner, field)


@cache
def _beginning(called: str) -> re.Pattern[str]:
    text = re.escape(called)
    place = f"(?:{PLACE}|原文|导言)"
    return re.compile(
        rf"[（(]?(?:见(?:第|原文|导言|[本同前后上下“])|{PLACE}|原文|{text}在?{PLACE}|{text}的(?:原文|原话|引导语)"
        rf"|(?:{_THIS})?[说讲谈]的?是"
        rf"|(?:{_THIS}|“[^”]*”|[^，。；：]{{0,10}})就?(?:在|出自|见于|出于|见)(?:{text}的?)?{place})"
    )


def only_places(feedback: str, called: str) -> bool:
    """Return whether feedback begins with a place in the text, or says nothing else.

    A quotation, or a longer clause that is not about a place, counts as a reason.

    Parameters
    ----------
    feedback
        The feedback.
    called
        The course's name for its text.
    """
    if _beginning(called).match(feedback):
        return True
    rest = _AT_THE_END.sub("", feedback)
    if quotations(rest):
        return False
    clauses = [clause for clause in re.split(r"[，。；：]", unquoted(rest)) if clause]
    placing = [bool(_PLACING.search(clause)) for clause in clauses]
    short = [len(clause) <= _FEW for clause in clauses]
    return any(placing) and all(map(max, placing, short))


@rule(
    "feedback-place",
    "说明先对学员的选择说话，再注出处："
    "一开头就是第几段、原文、见、说的是，或者只说在哪里、说的是什么的说明，不超过 {most:.0%}",
    mend="请先写这样选会怎样、忽略了什么、为什么对，出处放到末尾",
    most=0.10,
)
def feedback_place(scope: Scope, *, most: float) -> Iterator[Finding]:
    """Report a bank whose feedback sends readers to a place instead of giving a reason."""
    every = [(item.id, text) for item in scope.bank for text in feedbacks(item)]
    called = scope.bank.speech.called
    placing = Counter(id_ for id_, text in every if only_places(text, called))
    found = placing.total()
    if is_too_many(found, len(every), most):
        portion = share(found, len(every), "条")
        names = listed(f"{id_}（{n} 条）" for id_, n in placing.most_common(_NAMED))
        yield Finding(at_bank(scope), f"这样的说明有 {portion}，最多的是：{names}")
