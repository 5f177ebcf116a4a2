"""What a response is held against: the course, its items as they are now, and the time."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from course import Course
from exercises import Bank
from exercises.item import Item
from exercises.rubric import Rubric
from exporting.packages.interactions import Interaction
from results.reading.codes import all_interactions

#: Clocks of devices are ahead by so much without anything being wrong.
_AHEAD: Final = 10 * 60 * 1000
UNKNOWN: Final = "题库里没有这道题；没有计入"
OTHER_COURSE: Final = "这是另一门课程的学习记录；请放到那门课程里统计"
STALE: Final = "题目改过，这份作答是另一版的；没有计入"
UNVERSIONED: Final = (
    "没有写明答的是题目的哪一版（以前的网页和阅卷不写），已照常计入；题目后来改过的，请核对"
)
FUTURE: Final = "时间在将来，那台设备的时钟不准；请校准后重新导出"
FOREIGN: Final = "属于另一门课程，或没有写明课程；没有计入"
#: What a store that several courses share is full of: counted, and not listed.
SUMMED: Final = frozenset({FOREIGN})


@dataclass
class Known:
    """The course that responses must belong to.

    Parameters
    ----------
    course
        The course's id.
    bank
        Its items.
    whole
        The course itself.
    now
        The present, in milliseconds since 1970.
    """

    course: str
    bank: Bank
    whole: Course
    now: int = field(default_factory=lambda: round(time.time() * 1000))

    @cached_property
    def items(self) -> dict[str, Item]:
        """The items by their ids."""
        return {item.id: item for item in self.bank}

    @cached_property
    def rubrics(self) -> dict[str, Rubric]:
        """How they are graded."""
        return {id_: item.rubric() for id_, item in self.items.items()}

    @cached_property
    def interactions(self) -> dict[str, Sequence[Interaction]]:
        """What platforms are reported of them."""
        return all_interactions(self.whole, self.bank)

    def kept(self, item: str, response: Mapping[str, str]) -> str:
        """Give a response as JSON without what was written freely: that is the learner's own.

        Parameters
        ----------
        item
            The item.
        response
            Its slots.
        """
        slots = self.rubrics[item].slots
        graded = {
            name: value for name, value in response.items() if name in slots and slots[name].values
        }
        return json.dumps(graded, ensure_ascii=False, sort_keys=True)

    def versions(self) -> Iterable[tuple[str, str]]:
        """Give each item's id and version."""
        return ((id_, item.version) for id_, item in self.items.items())

    def ahead(self, when: float) -> bool:
        """Whether a moment is yet to come."""
        return when > self.now + _AHEAD
