"""How a text numbers its points: 一是…二是…, 第一，…, 一要…."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from course.patterns import checked_pattern

_ONES: Final = "一二三四五六七八九"
#: The numerals from 1 to 29, in order.
NUMERALS: Final = tuple(
    f"{tens}{one}" for tens in ("", "十", "二十") for one in ("", *_ONES) if tens or one
)
#: Longest first, so that 十一 is not read as 十.
_ANY: Final = "(?P<n>" + "|".join(sorted(NUMERALS, key=len, reverse=True)) + ")"
_PLACE: Final = "{n}"


def _counts(text: str) -> str:
    if text.count(_PLACE) != 1:
        raise ValueError(f"“{text}”里应有一处 {_PLACE}，代表一、二、三……，如 第{_PLACE}")
    return checked_pattern(text, text.replace(_PLACE, _ANY))


CountingPattern = Annotated[str, AfterValidator(_counts)]


class Counting(BaseModel):
    """The patterns by which a text numbers its points; ``{n}`` stands for 一, 二, 三 …."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    enumeration: CountingPattern | None = Field(
        default=None,
        description="逐点列举的写法，如 {n}是：冒号后面接第一点处断句，各点另起一块",
    )
    ordinals: tuple[CountingPattern, ...] = Field(
        default=(), description="各部分怎样数它的各项，如 第{n}(?=，)、{n}要；地图和对照用"
    )

    @cached_property
    def first_point(self) -> re.Pattern[str] | None:
        """Pattern of the colon before the first point of an enumeration; None if there is none."""
        if self.enumeration is None:
            return None
        return re.compile(f"：(?={self.enumeration.replace(_PLACE, NUMERALS[0])})")

    @cached_property
    def point(self) -> re.Pattern[str] | None:
        """Pattern of the beginning of any point of an enumeration; None if there is none."""
        if self.enumeration is None:
            return None
        return re.compile(self.enumeration.replace(_PLACE, _ANY))

    @cached_property
    def _members(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(ordinal.replace(_PLACE, _ANY)) for ordinal in self.ordinals)

    def ordinal(self, text: str) -> tuple[str, int]:
        """Parse the ordinal with which a member of a part begins.

        Parameters
        ----------
        text
            The member's first sentence.

        Returns
        -------
        label : str
            The ordinal, such as 第一 or 一要; empty if no pattern matches.
        number : int
            Its value, from 1; 0 if no pattern matches.
        """
        for pattern in self._members:
            if match := pattern.match(text):
                return match[0], NUMERALS.index(match["n"]) + 1
        return "", 0
