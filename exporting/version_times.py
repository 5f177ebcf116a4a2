"""A course's versions as times, for formats that tell newer from older by time."""

from __future__ import annotations

import re
from typing import Final

#: The time of version 0, in seconds.
EPOCH: Final = 1_700_000_000
#: The largest number in each of the three places: dates such as 20261128 fit into the first, and
#: the sum into 64 bits.
_MOST: Final = (99_999_999, 9_999, 9_999)
_WEIGHTS: Final = (100_000_000, 10_000, 1)


class VersionTooLargeError(ValueError):
    """A version has a number too large for a time.

    Parameters
    ----------
    version
        The version.
    """

    def __init__(self, version: str) -> None:
        most = "、".join(str(number) for number in _MOST)
        super().__init__(
            f"course.yml 的 version“{version}”：前三个数依次至多 {most}，"
            "再大就分不出卡片的新旧；请改短，如 2026.11.28"
        )


def time_of(version: str) -> int:
    """Return the time of a version, in seconds; a higher version is later.

    Parameters
    ----------
    version
        The version; its first three numbers count.

    Raises
    ------
    VersionTooLargeError
        If one of them is too large.
    """
    numbers = [int(number) for number in re.findall(r"\d+", version)][: len(_MOST)]
    if any(number > most for number, most in zip(numbers, _MOST, strict=False)):
        raise VersionTooLargeError(version)
    return EPOCH + sum(number * weight for number, weight in zip(numbers, _WEIGHTS, strict=False))
