"""Rules on what items ask for: judgement rather than where, or by whom, something is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from exercises.inline import plain
from exercises.item import TASKS, Item, Task
from exercises.quoting import unquoted
from exercises.rules.rule import Finding, at_bank, at_item, listed, rule
from exercises.rules.scope import Scope

#: Tasks that ask for judgement.
THINKING: Final[tuple[Task, ...]] = ("weigh", "reason", "force", "draft", "silence")

_WHICH: Final = "哪[一两几些个]{0,2}"
_SAID: Final = "(?:说到|提到|讲到|谈到|写到|出现|列出|举出|引到|引述)"
#: Sentences that ask or instruct; a description of a situation may mention places, too.
_ASKS: Final = re.compile(r"？|排|划出|选出|注明|说出")


@cache
def _patterns(called: str) -> dict[Task, re.Pattern[str]]:
    """Return patterns of stems that ask for a place or a speaker, given the text's name."""
    text = f"(?:{re.escape(called)}|原文|全文|目录)"
    place = (
        f"{_WHICH}(?:段|章|节|处|页|小?标题|题目)|何处|出处|翻到哪|接着哪",
        "第几[段句章节处页次]",
        f"(?:{_SAID}|用)[了过]?(?:几|多少)[次处回]|(?<!好)(?:几|多少)[次处]{_SAID}",
        f"{_SAID}[^，。？；]{{0,6}}(?:先后|次序|顺序)|{text}的(?:先后|次序|顺序)[^。？]*排",
        f"最?[先早后晚]{_SAID}过?的?[^，。]{{0,8}}[哪什何]",
        "(?:出自|在|属于|归)[^，。？；]{0,12}哪一点|哪一点里",
        f"{_WHICH}[个项件]?(?:方面|工作|要求|任务|事)[里中时下]所?[说讲用引举提列]",
    )
    speaker = (
        "是谁(?:在[^，。？]{0,10})?(?:说|讲|提出|强调|指出)|(?<!同)谁[说讲]的|由谁[^，。？]{0,6}(?:提出|说|强调)",
        "谁的(?:话|原话|评价|说法)|谁(?:强调|指出)",
        f"(?:出自|引自)(?:谁|何人|哪[一几]?[个位方])|{_WHICH}[项句条]?[^，。？]{{0,8}}引述",
        "划出[^，。？]{0,4}引述",
    )
    return {"place": re.compile("|".join(place)), "speaker": re.compile("|".join(speaker))}


def evident_task(item: Item, called: str) -> tuple[Task, str] | None:
    """Return the task that the wording of a stem implies, and the sentence that implies it.

    Parameters
    ----------
    item
        An item, with or without a task.
    called
        The course's name for its text.

    Returns
    -------
    tuple or None
        ``place`` or ``speaker`` with the sentence; None if the stem asks for neither.
    """
    for task, pattern in _patterns(called).items():
        for text in item.asked():
            for sentence in re.split(r"(?<=[。？；])", unquoted(plain(text))):
                if _ASKS.search(sentence) and pattern.search(sentence):
                    return task, sentence
    return None


@rule(
    "untagged-task",
    "题干问在何处、何标题下、第几次、什么次序，或者问谁说的，都写明 task",
    mend="请写明 task（问在何处的写 place，问谁说的写 speaker），或改问内容",
)
def untagged_task(scope: Scope) -> Iterator[Finding]:
    """Report items that ask for a place or a speaker without declaring the task."""
    for item in scope.bank:
        found = evident_task(item, scope.bank.speech.called)
        if item.task is None and found:
            what = f"“{found[1]}”问的是{TASKS[found[0]]}，却没有写 task: {found[0]}"
            yield Finding(at_item(scope, item.id), what)


@rule(
    "task-maximum",
    "问在何处（task: place）、问谁说的（task: speaker）的题，各不超过 course.yml 里 "
    "items.most_place、items.most_speaker 所定",
    mend="请换掉几题，改问内容、理由、做法",
)
def task_maximum(scope: Scope) -> Iterator[Finding]:
    """Report a bank that asks too often where, or by whom, something is said."""
    bounds: Mapping[Task, int | None] = {
        "place": scope.wanted.most_place,
        "speaker": scope.wanted.most_speaker,
    }
    for task, most in bounds.items():
        ids = [item.id for item in scope.bank if item.task == task]
        if most is not None and len(ids) > most:
            what = f"问{TASKS[task]}（{task}）的有 {len(ids)} 题，至多 {most} 题：{listed(ids)}"
            yield Finding(at_bank(scope), what)


@rule(
    "task-minimum",
    "权衡、理由、要求的分别、文稿的毛病、原文没有规定的题"
    "（task 写 weigh、reason、force、draft、silence），共不少于 course.yml 里 items.thinking 所定",
    mend="请补这几类题，或改 course.yml 的 items.thinking",
)
def task_minimum(scope: Scope) -> Iterator[Finding]:
    """Report a bank that asks for too little judgement."""
    least = scope.wanted.thinking
    found = sum(item.task in THINKING for item in scope.bank)
    if found < least:
        yield Finding(at_bank(scope), f"这几类题共有 {found} 题，至少应有 {least} 题")
