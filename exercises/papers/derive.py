"""A chapter's own test, whose blueprint is derived from the chapter's items."""

from __future__ import annotations

from collections import Counter
from typing import Final

from exercises.bank import Chapter
from exercises.item import LEVELS
from exercises.papers.blueprint import Blueprint, Part, Row
from exercises.papers.plan import is_graded

#: A chapter's test asks two thirds of its items, within these bounds.
_FEWEST: Final = 5
_MOST: Final = 12
_POINTS: Final = 10
_MINUTES_EACH: Final = 1.5


def chapter_blueprint(chapter: Chapter) -> Blueprint | None:
    """Derive the blueprint of a chapter's test.

    Parameters
    ----------
    chapter
        The chapter.

    Returns
    -------
    Blueprint or None
        Its levels are in the same proportion as in the chapter's items,
        and all items have the same points; ``None`` for a chapter with too few items.
    """
    levels = Counter(item.level for item in chapter.items if is_graded(item))
    have = levels.total()
    if have < _FEWEST:
        return None
    wanted = min(_MOST, max(_FEWEST, -(-have * 2 // 3)))
    # Largest remainder method: whole shares first, the rest goes to the largest fractions.
    shares = {level: divmod(levels[level] * wanted, have) for level in LEVELS if levels[level]}
    left = wanted - sum(whole for whole, _ in shares.values())
    by_remainder = sorted(shares, key=lambda level: -shares[level][1])
    rows = tuple(
        Row(levels=(level,), items=items, points=_POINTS)
        for level, (whole, _) in shares.items()
        if (items := whole + (level in by_remainder[:left]))
    )
    part = Part(name=chapter.title, chapters=(chapter.id,), rows=rows)
    blueprint = Blueprint(
        id=chapter.id,
        title=f"章测：{chapter.title}",
        minutes=round(wanted * _MINUTES_EACH),
        parts=(part,),
    )
    return blueprint.noted(chapter.file, {})
