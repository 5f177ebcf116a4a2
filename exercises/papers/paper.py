"""A paper, drawn for print or for a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from exercises.bank import Bank
from exercises.item import Item
from exercises.papers.blueprint import Blueprint
from exercises.papers.chosen import Chosen, with_chosen
from exercises.papers.plan import Plan, compile_plan
from exercises.papers.sample import draw, normalise_seed, options_seed
from exercises.papers.shuffle import shuffle

T = TypeVar("T")


@dataclass(frozen=True)
class Question:
    """An item on a paper.

    Parameters
    ----------
    number
        Its number on the paper, from 1.
    item
        The item.
    points
        Points for full marks.
    seed
        Seed for shuffling its options, steps or cards.
    """

    number: int
    item: Item
    points: int
    seed: str

    def shuffled(self, values: Sequence[T]) -> list[T]:
        """Put the item's options, words, steps or cards into the paper's order.

        Twin of ``context.shuffled`` in the kinds' ``view.js``: given the same list in the bank's
        order, it returns the order of the test on the page. Items with ``shuffle: false`` keep the
        bank's order instead.
        """
        return shuffle(values, self.seed)


@dataclass(frozen=True)
class Paper:
    """A paper.

    Parameters
    ----------
    title
        Its title, such as 结业测试.
    minutes
        Suggested time.
    code
        Its code, ``BLUEPRINT-SEED-VERSION``: typing it on the page of
        the same version of the book produces form A of this paper.
    form
        ``A`` or ``B``: the same items in another order.
    questions
        Its items in order: grouped by kind.
    """

    title: str
    minutes: int
    code: str
    form: str
    questions: tuple[Question, ...]

    @property
    def total(self) -> int:
        """Points of the whole paper."""
        return sum(question.points for question in self.questions)


def sample(
    blueprint: Blueprint,
    bank: Bank,
    seed: str | int,
    form: str = "A",
    chosen: Chosen = Chosen(),  # ruff: ignore[function-call-in-default-argument] (frozen)
) -> Paper:
    """Draw a paper.

    Parameters
    ----------
    blueprint
        The specification of the paper.
    bank
        The bank to draw from.
    seed
        A number or any text.
    form
        ``A``, or ``B`` for the parallel paper: the same items in
        another order within each kind, with the options in another order.
    chosen
        Items picked by hand, to be included or excluded.

    Returns
    -------
    Paper
        The same for the same arguments, in Python and on the page.

    Raises
    ------
    BlueprintError
        If the bank cannot meet the blueprint.
    ChosenError
        If it cannot meet it with the items picked.
    """
    plan = compile_plan(blueprint, bank)
    return drawn(with_chosen(plan, chosen, bank) if chosen else plan, bank, seed, form)


def drawn(plan: Plan, bank: Bank, seed: str | int, form: str = "A") -> Paper:
    """Draw a paper from a plan, as :func:`sample` does from a blueprint."""
    seed = normalise_seed(str(seed))
    questions = tuple(
        Question(
            number,
            bank.item(one.candidate.id),
            one.points,
            options_seed(plan, seed, form, one.candidate.id),
        )
        for number, one in enumerate(draw(plan, seed, form), start=1)
    )
    return Paper(plan.title, plan.minutes, f"{plan.id}-{seed}-{plan.version}", form, questions)
