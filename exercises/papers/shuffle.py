"""A shuffle with the same result in Python and in the browser.

``exercises/web/src/shuffle.js`` is this module's twin. The seed, a text, is hashed by FNV-1a (32
bits, over UTF-16 code units) to the state of Mulberry32, whose numbers drive a Fisher-Yates shuffle
from the list's end.

FNV-1a is by Glenn Fowler, Landon Curt Noll and Kiem-Phong Vo (RFC 9923), Mulberry32 by Tommy
Ettinger (public domain), the shuffle is Durstenfeld's (Algorithm 235, CACM 7, 1964).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

T = TypeVar("T")

_MASK: Final = 0xFFFFFFFF
_FNV_OFFSET: Final = 0x811C9DC5
_FNV_PRIME: Final = 0x01000193
_MULBERRY_STEP: Final = 0x6D2B79F5


def shuffle(values: Sequence[T], seed: str) -> list[T]:
    """Shuffle a sequence by a seed.

    Parameters
    ----------
    values
        Any values; the order depends only on their number.
    seed
        Any text.

    Returns
    -------
    list
        A new list.
    """
    numbers = _mulberry32(_fnv1a(seed))
    shuffled = list(values)
    for last in range(len(shuffled) - 1, 0, -1):
        # floor(number / 2**32 * (last + 1)), which double precision computes exactly.
        other = (next(numbers) * (last + 1)) >> 32
        shuffled[last], shuffled[other] = shuffled[other], shuffled[last]
    return shuffled


def _fnv1a(text: str) -> int:
    units = text.encode("utf-16-le", "surrogatepass")
    value = _FNV_OFFSET
    for low, high in zip(units[::2], units[1::2], strict=True):
        value = ((value ^ (low | high << 8)) * _FNV_PRIME) & _MASK
    return value


def _mulberry32(state: int) -> Iterator[int]:
    while True:
        state = (state + _MULBERRY_STEP) & _MASK
        mixed = ((state ^ (state >> 15)) * (1 | state)) & _MASK
        mixed ^= (mixed + (mixed ^ (mixed >> 7)) * (61 | mixed)) & _MASK
        yield mixed ^ (mixed >> 14)
