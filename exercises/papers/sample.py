"""Drawing a paper from a plan by a seed.

``exercises/web/src/sample.js`` is this module's twin; ``tests/exercises/papers/test_parity.py``
compares the two, so change both.

The complete rules follow. `shuffle` is the only source of chance; each use has its own seed text.
``BASE`` is the plan's id, ``/`` and the normalised seed.

1. Normalised seed: NFKC, without white space and invisible characters, ASCII letters lower case.
2. For draw ``i`` (from 0) the pool is shuffled by ``BASE/draw/i``. Candidates are then taken one
   by one: the one with the fewest sentences that items already drawn are about; among these, one
   of the chapter with the fewest items drawn; among these, the first in the shuffled pool.
3. All items drawn, in the order of drawing, are shuffled by ``BASE/order/FORM`` and then sorted
   (stably) by the plan's order of labels.
4. An item's options and the like are shuffled by ``BASE/options/FORM/ITEM``.

``FORM`` is ``A``, or ``B`` for a parallel paper: the same items in another order within each kind,
with the options in another order.
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
    """Normalise a typed seed.

    Parameters
    ----------
    seed
        What the trainer or learner typed.

    Returns
    -------
    str
        NFKC form without white space and invisible characters, ASCII letters in lower case.
    """
    return _IGNORED.sub("", unicodedata.normalize("NFKC", seed)).translate(_ASCII_LOWER)


def draw(plan: Plan, seed: str, form: str = "A") -> list[Drawn]:
    """Draw a paper's items.

    Parameters
    ----------
    plan
        What to draw from.
    seed
        Any text; it is normalised.
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
    """Return the seed for shuffling an item's options and the like."""
    return f"{plan.id}/{normalise_seed(seed)}/options/{form}/{item_id}"
