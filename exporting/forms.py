"""Convert items of the bank to their neutral form.

Kinds that only offer options are read from their rubrics. Each other kind has a function, found by
the item's class; a kind without one has no neutral form and is listed as lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import singledispatch
from typing import Final

from exercises.choice.item import ChoiceItem
from exercises.gaps.gap import Gap as BankGap
from exercises.gaps.gap import cut
from exercises.item import Item
from exercises.kinds.categorise import Item as Categorise
from exercises.kinds.cloze import Item as Cloze
from exercises.kinds.evidence import Item as Evidence
from exercises.kinds.flashcard import Item as Flashcard
from exercises.kinds.mark import Item as Mark
from exercises.kinds.matching import Item as Matching
from exercises.kinds.ordering import Item as Ordering
from exercises.kinds.scenario import Item as Scenario
from exercises.kinds.short import Item as Short
from exercises.kinds.tree import Item as Tree
from exercises.kinds.true_false import Item as TrueFalse
from exercises.rubric import Outcome, Slot
from exporting.question import (
    FULL,
    NONE,
    Answer,
    Card,
    Essay,
    Gap,
    Gapped,
    GappedLine,
    Judge,
    Line,
    Match,
    Order,
    Pair,
    Pick,
    Question,
)

#: The questions of an item, and what is lost in all formats.
Form = tuple[tuple[Question, ...], tuple[str, ...]]

_GATE: Final = "判断和依据成了两道题，要连着出；不再是判断正确、依据才计分"


@singledispatch
def form(item: Item) -> Form:
    """Convert an item to its neutral form.

    Parameters
    ----------
    item
        The item.

    Returns
    -------
    (tuple of Question, tuple of str)
        Its questions, none if the kind has no neutral form; and what is lost in all formats.
    """
    return (), (f"{item.own_label}没有可以导出的形式",)


def _one(slot: Slot, texts: Sequence[str], *, shuffle: bool) -> Pick:
    """Convert a slot whose values are the options."""
    most = max(outcome.points for outcome in slot.values.values())
    outcomes = list(slot.values.values())
    return Pick(
        tuple(
            Answer(text, Fraction(outcome.points, most), outcome.feedback)
            for text, outcome in zip(texts, outcomes, strict=True)
        ),
        shuffle=shuffle,
    )


def _several(slots: Iterable[Slot], texts: Sequence[str], *, shuffle: bool) -> Pick:
    """Convert slots that are one option each; with a single key, only one may be picked."""
    picked: list[Outcome] = [next(iter(slot.values.values())) for slot in slots]
    most = sum(outcome.points for outcome in picked if outcome.points > 0)
    one = sum(outcome.points > 0 for outcome in picked) == 1
    return Pick(
        tuple(
            Answer(
                text,
                max(NONE, credit) if one else credit,
                outcome.feedback,
            )
            for text, outcome in zip(texts, picked, strict=True)
            for credit in [Fraction(outcome.points, most)]
        ),
        several=not one,
        shuffle=shuffle,
    )


@form.register
def _(item: ChoiceItem) -> Form:
    slots, texts = list(item.rubric().slots.values()), [option.text for option in item.options]
    read = _one(slots[0], texts, shuffle=item.shuffle) if len(slots) == 1 else None
    body = read or _several(slots, texts, shuffle=item.shuffle)
    return (Question((Line(item.stem),), body, item.rubric().max),), ()


@form.register
def _(item: Evidence) -> Form:
    decision, *grounds = item.rubric().slots.values()
    passage = tuple(
        Line(f"{entry.found.label}：{entry.found.text}", quoted=True) for entry in item.passage
    )
    options = [option.text for option in item.options]
    sentences = [f"{entry.found.label}：{entry.found.text}" for entry in item.passage]
    decided = _one(decision, options, shuffle=item.shuffle)
    asked = Line(f"（接上一题的判断）{item.asks_for_grounds}")
    rests = _several(grounds, sentences, shuffle=False)
    return (
        Question((Line(item.stem), *passage), decided, 1),
        Question(
            (Line(item.stem), asked),
            rests,
            item.rubric().max - 1,
        ),
    ), (_GATE,)


@form.register
def _(item: TrueFalse) -> Form:
    body = Judge(
        item.verdict,
        item.feedback,
        tuple(
            Answer(correction.text, FULL if correction.key else NONE, correction.feedback)
            for correction in item.corrections
        ),
    )
    prompt = (Line(item.stem), Line(item.statement, quoted=True))
    return (Question(prompt, body, item.rubric().max),), ()


def _gap(gap: BankGap, words: Sequence[str] | None, slot: Slot) -> Gap:
    if words is not None:
        right = gap.answer[0]
        answers = [
            Answer(word, FULL, gap.feedback)
            if word == right
            else Answer(word, NONE, slot.values[word].feedback)
            for word in words
        ]
    else:
        answers = [Answer(text, FULL, gap.feedback) for text in gap.answer]
        answers += [Answer(text, NONE, reason) for text, reason in gap.wrong.items()]
    return Gap(tuple(answers), gap.feedback)


def _pieces(text: str) -> tuple[str | int, ...]:
    return tuple(piece - 1 if isinstance(piece, int) else piece for piece in cut(text))


def _gapped(item: Cloze | Tree, lines: Iterable[GappedLine]) -> Form:
    words, slots = item.word_list(), item.rubric().slots.values()
    gaps = (_gap(gap, words, slot) for gap, slot in zip(item.gaps, slots, strict=True))
    body = Gapped(tuple(lines), tuple(gaps), typed=words is None)
    return (Question((Line(item.stem),), body, item.rubric().max),), ()


@form.register
def _(item: Cloze) -> Form:
    return _gapped(item, [GappedLine(_pieces(item.text))])


@form.register
def _(item: Tree) -> Form:
    walked = item.tree.walk()
    return _gapped(item, [GappedLine(_pieces(branch.text), depth) for depth, branch in walked])


@form.register
def _(item: Matching) -> Form:
    pairs = tuple(Pair(entry.text, entry.option, entry.feedback) for entry in item.premises)
    mistaken = tuple(
        Pair(entry.text, option, reason)
        for entry in item.premises
        for option, reason in entry.wrong.items()
    )
    prompt = (Line(item.stem), Line(item.direction))
    return (Question(prompt, Match(pairs, item.distractors, mistaken), len(pairs)),), ()


@form.register
def _(item: Categorise) -> Form:
    pairs = tuple(Pair(card.text, card.group, card.feedback) for card in item.cards)
    mistaken = [Pair("", group.name, group.feedback) for group in item.groups]
    mistaken += [
        Pair(card.text, name, reason) for card in item.cards for name, reason in card.wrong.items()
    ]
    prompt = (Line(item.stem), Line(item.direction))
    return (Question(prompt, Match(pairs, mistaken=tuple(mistaken)), len(pairs)),), ()


@form.register
def _(item: Ordering) -> Form:
    places = {step.text: place for place, step in enumerate(item.steps)}
    steps = tuple(
        Pair(step.text, str(place), step.feedback) for place, step in enumerate(item.steps, start=1)
    )
    body = Order(steps, tuple(places[step.text] for _, step in item.lettered()))
    return (Question((Line(item.stem), Line(item.direction)), body, len(steps)),), ()


@form.register
def _(item: Mark) -> Form:
    text = item.paragraphs
    spans = [part["text"] for part in item.face()["segments"] if "span" in part]
    picked = _several(item.rubric().slots.values(), spans, shuffle=False)
    body = replace(picked, spans=True)
    passage = tuple(Line(paragraph, quoted=True) for paragraph in text)
    what = "拟稿里有毛病的地方" if item.draft else "回答问题的词语"
    asked = Line(f"选出{what}（不止一处）。")
    return (Question((Line(item.stem), *passage, asked), body, item.rubric().max),), ()


@form.register
def _(item: Scenario) -> Form:
    def step(number: int) -> Question:
        decision = item.steps[number]
        slot = item.rubric().slots[str(number + 1)]
        texts = [option.text for option in decision.options]
        read = _one(slot, texts, shuffle=item.shuffle)
        answers = tuple(
            Answer(answer.text, answer.credit, f"{answer.feedback}（接着：{option.consequence}）")
            for answer, option in zip(read.answers, decision.options, strict=True)
        )
        prompt = (Line(item.stem), Line(decision.scene), Line(decision.question))
        return Question(prompt, Pick(answers, shuffle=read.shuffle), 1)

    lost = f"{len(item.steps)} 步各成一题，平台不一定依次出示"
    return tuple(step(number) for number in range(len(item.steps))), (lost,)


@form.register
def _(item: Short) -> Form:
    points = tuple(
        Answer(point.text, Fraction(1, len(item.points)), point.feedback) for point in item.points
    )
    prompt = (Line(item.stem), Line("用自己的话写下回答。"))
    return (Question(prompt, Essay(points, item.lines), len(points)),), ()


@form.register
def _(item: Flashcard) -> Form:
    body = Card(item.front, item.back)
    return (Question((Line(item.stem),), body, 1, (item.feedback,)),), ()
