"""A right and a wrong answer of every item, from the bank's own fields, for its items in QTI.

Where credit is partial the wrong one is nearly right. Nothing here knows `exporting`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from exercises.inline import plain
from exercises.item import Item
from tests.exporting.banks import pairs, picks

Q = "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}"
FREE = "想到什么写什么"


@dataclass
class Play:
    """An answer, with what is to come of it.

    Parameters
    ----------
    responses
        The response variables.
    score, full
        The points that it earns, and the most that can be.
    said
        What is to be said of it.
    unsaid
        What is not, since it is about other answers.
    """

    responses: list[dict[str, Any]]
    score: float
    full: float
    said: list[str]
    unsaid: list[str]


def words(node: ET.Element) -> str:
    """Give the text of an element."""
    return "".join(node.itertext())


def named(parent: ET.Element, *tags: str) -> dict[str, str]:
    """Give the names of what can be picked, by its text."""
    return {
        words(node): node.attrib["identifier"]
        for node in parent.iter()
        if node.tag.removeprefix(Q) in tags
    }


def plays(item: Item, questions: list[ET.Element]) -> Iterator[tuple[ET.Element, list[Play]]]:
    """Give for each question of an item a right answer and a wrong one."""
    if item.kind in {"single", "multiple", "mark", "scenario", "evidence"}:
        for node, options in zip(questions, picks(item), strict=True):
            yield node, _picked(node, options)
        return
    (node,) = questions
    if item.kind == "true-false":
        yield node, _judged(item, node)
    elif item.kind in {"matching", "categorise"}:
        yield node, _paired(item, node)
    elif item.kind == "ordering":
        yield node, _ordered(item, node)
    elif item.kind in {"cloze", "tree"}:
        yield node, _filled(item, node)
    else:
        entries = item.back if item.kind == "flashcard" else [p.text for p in item.points]
        said = [plain(entry) for entry in entries]
        full = 1 if item.kind == "flashcard" else len(entries)
        yield node, [Play([_variable("RESPONSE", FREE)], 0, full, said, [])]


def _variable(name: str, value: object, **order: object) -> dict[str, Any]:
    several = isinstance(value, list)
    cardinality = "multiple" if several else "single"
    return {"identifier": name, "cardinality": cardinality, "value": value, "state": order or None}


def _order(node: ET.Element, tag: str) -> list[str]:
    return [choice.attrib["identifier"] for choice in node.iter(f"{Q}{tag}")]


def _picked(node: ET.Element, options) -> list[Play]:
    names = named(node, "qti-simple-choice", "qti-hottext")
    order = [names[plain(text)] for text, _, _ in options]
    keys = [entry for entry in options if entry[1] > 0]
    wrong = next(entry for entry in options if entry[1] <= 0)

    def answer(picked) -> Play:
        chosen = [names[plain(text)] for text, _, _ in picked]
        reasons = {plain(reason) for _, _, reason in picked}
        others = {plain(reason) for _, _, reason in options} - reasons
        share = max(0, sum(share for _, share, _ in picked))
        value = chosen if len(keys) > 1 else chosen[0]
        return Play(
            [_variable("RESPONSE", value, order=order)],
            float(share * len(keys)),
            len(keys),
            list(reasons),
            list(others),
        )

    return [answer(keys), answer([*keys, wrong] if len(keys) > 1 else [wrong])]


def _judged(item: Item, node: ET.Element) -> list[Play]:
    both = list(node.iter(f"{Q}qti-choice-interaction"))
    verdicts, ways = (named(one, "qti-simple-choice") for one in both)
    orders = [_order(one, "qti-simple-choice") for one in both]
    names = [one.attrib["response-identifier"] for one in both]

    def answer(verdict: str, way: str, score: int, said: list[str]) -> Play:
        values = (verdicts[verdict], ways[way])
        made = zip(names, values, orders, strict=True)
        responses = [_variable(name, value, order=order) for name, value, order in made]
        unsaid = [plain(one.feedback) for one in item.corrections if plain(one.text) != way]
        return Play(
            responses, score, 1 if item.verdict else 2, [*said, plain(item.feedback)], unsaid
        )

    wrong = next(one for one in item.corrections if not one.key)
    if item.verdict:
        way = plain(wrong.text)
        said = [plain(wrong.feedback)]
        return [answer("对（√）", "不用改", 1, []), answer("错（×）", way, 0, said)]
    key = next(one for one in item.corrections if one.key)
    return [
        answer("错（×）", plain(key.text), 2, [plain(key.feedback)]),
        answer("错（×）", plain(wrong.text), 1, [plain(wrong.feedback)]),
    ]


def _paired(item: Item, node: ET.Element) -> list[Play]:
    left, right = (
        named(one, "qti-simple-associable-choice") for one in node.iter(f"{Q}qti-simple-match-set")
    )
    orders = [list(left.values()), list(right.values())]
    wanted = [(left[plain(a)], right[plain(b)]) for a, b in pairs(item) if a]
    other = next(name for name in right.values() if name != wanted[0][1])
    sides = getattr(item, "premises", None) or item.cards
    reasons = [one.feedback for one in (*sides, *getattr(item, "groups", ()))]
    reasons += [reason for one in sides for reason in one.wrong.values()]
    said = list(map(plain, reasons))

    def answer(chosen, score: int) -> Play:
        values = [f"{a} {b}" for a, b in chosen]
        variable = _variable("RESPONSE", values, orders=orders)
        return Play([variable], score, len(wanted), said, [])

    nearly = [(wanted[0][0], other), *wanted[1:]]
    return [answer(wanted, len(wanted)), answer(nearly, len(wanted) - 1)]


def _ordered(item: Item, node: ET.Element) -> list[Play]:
    names = named(node, "qti-simple-choice")
    right = [names[plain(step.text)] for step in item.steps]
    assert right != _order(node, "qti-simple-choice"), "the order offered is the right one"
    said = [plain(step.feedback) for step in item.steps]

    def answer(order: list[str], score: int) -> Play:
        variable = _variable("RESPONSE", order, order=order) | {"cardinality": "ordered"}
        return Play([variable], score, len(right), said, [])

    swapped = [*right[:-2], right[-1], right[-2]]
    return [answer(right, len(right)), answer(swapped, len(right) - 2)]


def _filled(item: Item, node: ET.Element) -> list[Play]:
    full = len(item.gaps)
    if not item.word_list():
        right = [_variable(f"GAP{n}", gap.answer[-1]) for n, gap in enumerate(item.gaps, start=1)]
        first = item.gaps[0]
        text, reason = next(iter(first.wrong.items()), ("×", first.feedback))
        wrong = [_variable("GAP1", text), *right[1:]]
        return [
            Play(right, full, full, [plain(gap.feedback) for gap in item.gaps], []),
            Play(wrong, full - 1, full, [plain(reason)], []),
        ]
    lists = list(node.iter(f"{Q}qti-inline-choice-interaction"))
    names = [named(one, "qti-inline-choice") for one in lists]
    responses = [one.attrib["response-identifier"] for one in lists]

    def answer(chosen: list[str], score: int, said: list[str], unsaid: list[str]) -> Play:
        made = zip(responses, names, chosen, strict=True)
        variables = [
            _variable(response, known[plain(word)], order=list(known.values()))
            for response, known, word in made
        ]
        return Play(variables, score, full, said, unsaid)

    words_ = [gap.answer[0] for gap in item.gaps]
    reasons = [plain(gap.feedback) for gap in item.gaps]
    other = next(word for word in item.word_list() if word != words_[0])
    slot = next(iter(item.rubric().slots.values()))
    said = [plain(slot.values[other].feedback)]
    return [
        answer(words_, full, reasons, []),
        answer([other, *words_[1:]], full - 1, said, []),
    ]
