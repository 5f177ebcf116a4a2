"""Drawing a paper from a plan by a seed.

``exercises/web/src/sample.js`` is this module's twin; ``test_papers_parity``
holds the two together, so a rule is changed in both or in neither.

The rules, in full. `shuffle` is the only source of chance, each use of it
with a text of its own; ``BASE`` is the plan's id, ``/`` and the seed in
normal form.

1. Normal form of a seed: NFKC, without white space and what nobody sees, ASCII letters lower.
2. For draw ``i`` (from 0) the pool is shuffled by ``BASE/draw/i``. One after
   the other is taken the candidate with the fewest sentences that items drawn
   before are already about; among these, of the chapter with the fewest items
   drawn; among these, the first in the shuffled pool.
3. All that were drawn, in the order of drawing, are shuffled by
   ``BASE/order/FORM`` and then sorted (stably) by the plan's order of labels.
4. Options and the like of an item are shuffled by ``BASE/options/FORM/ITEM``.

``FORM`` is ``A``, or ``B`` for a parallel paper: the same items, and within
each kind another order, with other orders of options.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final, NamedTuple

from exercises.normalise import UNSEEN
from exercises.papers.plan import Candidate, Plan
from exercises.papers.shuffle import shuffle

_IGNORED: Final = re.compile(f"[{UNSEEN}]")
_ASCII_LOWER: Final = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


class Drawn(NamedTuple):
    """A drawn item."""

    candidate: Candidate
    points: int


def normalise_seed(seed: str) -> str:
    """Bring a typed seed to the form that counts.

    Parameters
    ----------
    seed
        What the trainer or learner typed.

    Returns
    -------
    str
        NFKC form without white space and what nobody sees, ASCII letters lower.
    """
    return _IGNORED.sub("", unicodedata.normalize("NFKC", seed)).translate(_ASCII_LOWER)


def draw(plan: Plan, seed: str, form: str = "A") -> list[Drawn]:
    """Draw a paper's items.

    Parameters
    ----------
    plan
        What to draw from.
    seed
        Any text; its normal form counts.
    form
        ``A``, or another letter for a parallel paper.

    Returns
    -------
    list of Drawn
        The items in the paper's order.
    """
    base = f"{plan.id}/{normalise_seed(seed)}"
    drawn: list[Drawn] = []
    sentences: set[str] = set()
    chapters: Counter[str] = Counter()
    for i, one in enumerate(plan.draws):
        pool = shuffle(one.pool, f"{base}/draw/{i}")
        for _ in range(one.items):
            best = min(
                pool,
                key=lambda c: (len(sentences.intersection(c.sentences)), chapters[c.chapter]),
            )
            pool.remove(best)
            sentences.update(best.sentences)
            chapters[best.chapter] += 1
            drawn.append(Drawn(best, one.points))
    ordered = shuffle(drawn, f"{base}/order/{form}")
    return sorted(ordered, key=lambda each: plan.labels.index(each.candidate.label))


def options_seed(plan: Plan, seed: str, form: str, item_id: str) -> str:
    """Give the seed by which an item's options and the like are shuffled."""
    return f"{plan.id}/{normalise_seed(seed)}/options/{form}/{item_id}"
