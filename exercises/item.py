"""What every item has, whatever its kind."""

from __future__ import annotations

import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import starmap
from typing import Annotated, Any, ClassVar, Final, Literal, Protocol, Self, TypedDict, TypeVar

from pydantic import Field

from course.written import Written
from exercises.grounded import Sourced, SourceReference, Stem, Text
from exercises.rubric import Rubric
from speech import Sentence

T = TypeVar("T")

Level = Literal["remember", "understand", "apply", "analyse"]
#: The levels from low to high, as trainers call them.
LEVELS: Final[dict[Level, str]] = {
    "remember": "识记",
    "understand": "理解",
    "apply": "应用",
    "analyse": "分析",
}

Task = Literal["place", "speaker", "weigh", "reason", "force", "draft", "silence"]
#: What an item asks for, where the rules count it.
TASKS: Final[dict[Task, str]] = {
    "place": "在原文何处、何标题下、几次、何次序",
    "speaker": "话是谁说的",
    "weigh": "在两项都正当的要求之间权衡",
    "reason": "一项规定背后的理由",
    "force": "要求、可以、经验、举例、设想、预告的分别",
    "draft": "文稿里的几处毛病",
    "silence": "原文没有规定的",
}


class Shuffle(Protocol):
    """Puts a list in the order of a paper."""

    def __call__(self, values: Sequence[T]) -> list[T]:
        """Give the values in the paper's order."""


@dataclass(frozen=True)
class KeyReason:
    """One line of the teacher's answers.

    Parameters
    ----------
    label
        What the line is about, such as an option's letter.
    text
        The reason by the text.
    right
        Whether the thing is part of the key.
    """

    label: str
    text: str
    right: bool


@dataclass(frozen=True)
class Claim:
    """Something that the learner is offered to hold for right or wrong.

    Parameters
    ----------
    text
        The words, such as an option's.
    right
        Whether it is right: an option of the key, or a true statement.
    """

    text: str
    right: bool


class Payload(TypedDict):
    """All that a script needs to show and grade an item; a face's shape is its kind's own."""

    id: str
    kind: str
    label: str
    direction: str
    version: str
    stem: str
    hint: str
    face: Any
    rubric: Annotated[dict[str, Any], Rubric]


class Item(Sourced, ABC):
    """An item: what it asks and how it is graded.

    A kind derives from this class in ``exercises/kinds/<kind>/item.py``.
    """

    #: The kind's name in Chinese, as learners see it.
    label: ClassVar[str]
    #: What the learner is told to do, on the page and on paper.
    direction: ClassVar[str]
    #: What whoever marks a paper is told of the kind's points; empty if they only add up.
    marking: ClassVar[str] = ""
    #: What of the item-writing rules the kind's schema holds, as trainers read it.
    held: ClassVar[tuple[str, ...]] = ()
    #: Whether learners rate their own answers; such kinds are for study, not for tests.
    self_rated: ClassVar[bool] = False
    #: Place among the kinds of a paper, from short to long answers.
    rank: ClassVar[int] = 100
    #: Whether the answer is how well it was recalled (slot ``recall``), which schedules its review.
    rates_recall: ClassVar[bool] = False

    id: Annotated[
        str,
        Written(r"^[a-z0-9]+(-[a-z0-9]+)+$", "小写英文字母、数字和 -，以章号开头，如 c21-first"),
    ] = Field(
        description="题目编号：章号开头，永不改动，永不重用（保存的答案靠它认题）",
    )
    kind: str = Field(description="题型")
    objective: str = Field(description="所考的学习目标的编号")
    level: Level = Field(description="认知层次：识记、理解、应用、分析")
    task: Task | None = Field(
        default=None,
        description="问的是哪一类，归得上才写：" + "；".join(f"{k} {v}" for k, v in TASKS.items()),
    )
    quotes: tuple[SourceReference, ...] = Field(
        default=(),
        description="题中引文另外的出处：引号里的话不在 source 的段落里时，写明它在哪一句",
    )
    stem: Stem = Field(description="题干；**词** 加重显示")
    hint: Text | None = Field(default=None, description="提示：看答案之前，应学员要求显示")

    @property
    def own_label(self) -> str:
        """What learners call the item: the kind's label, unless it has sorts with names."""
        return self.label

    @property
    def own_direction(self) -> str:
        """What the learner is told to do: the kind's direction, unless its sorts differ."""
        return self.direction

    @abstractmethod
    def rubric(self) -> Rubric:
        """Compile the item to its grading table."""

    @abstractmethod
    def face(self) -> dict[str, Any]:
        """Give what the kind's ``view.js`` needs beyond the stem, as JSON data."""

    @abstractmethod
    def key(self) -> str:
        """Give the key as the teacher's edition prints it, such as ``A、C``."""

    @abstractmethod
    def reasons(self) -> list[KeyReason]:
        """Give the reasons behind the key, in the order of print."""

    @abstractmethod
    def describe(self, slot: str, value: str) -> str:
        """Put one slot of a response into words, such as an option's text."""

    def answered(self, response: Mapping[str, str]) -> str:
        """Put a response into the form of the key, so that the two can be compared.

        Parameters
        ----------
        response
            Slot to value; not empty.

        Returns
        -------
        str
            What :meth:`key` gives, for a response that is right.
        """
        return "；".join(starmap(self.describe, response.items()))

    def asked(self) -> list[str]:
        """Give the texts that ask: the stem, and what a kind asks besides."""
        return [self.stem]

    def choices(self) -> list[list[Claim]]:
        """Give the lists of options from which the learner picks, in the bank's order."""
        return []

    def claims(self) -> list[Claim]:
        """Give all that the learner judges; the options of all choices, and more by kind."""
        return [option for options in self.choices() for option in options]

    def answers(self) -> list[str]:
        """Give the texts that answer the item to whoever reads them elsewhere."""
        return [option.text for options in self.choices() for option in options if option.right]

    def arranged(self, shuffled: Shuffle) -> Self:  # ruff: ignore[unused-method-argument] (for kinds)
        """Put what may stand in any order into that of a paper.

        It is what the page shuffles. A kind that has nothing of the kind is as it was.

        Parameters
        ----------
        shuffled
            The paper's order.

        Returns
        -------
        Item
            An item to print: letters in key and reasons are those of its order.
        """
        return self

    @property
    def linked_from(self) -> tuple[Sentence, ...]:
        """The sentences of the text beside which a page lists the item."""
        return self.sentences

    def named(self) -> tuple[str, ...]:
        """Give the references whose paragraphs the item's texts may quote."""
        return (*self.source, *self.quotes)

    @cached_property
    def version(self) -> str:
        """Hash of all that is asked and graded: a saved answer is good for one version.

        Feedback, hint, level and source are left out, so that a better
        explanation costs no learner an answer.
        """
        compiled = self.rubric()
        rubric: dict[str, Any] = {
            "max": compiled.max,
            "slots": {
                name: {
                    value: outcome.points
                    for value, outcome in [
                        *slot.values.items(),
                        ("\0other", slot.other),
                        ("\0absent", slot.absent),
                    ]
                }
                for name, slot in compiled.slots.items()
            },
        }
        # Left out where there are none: most items were answered before there were gates.
        if compiled.gates:
            rubric["gates"] = {name: gate.opens for name, gate in compiled.gates.items()}
        graded = [self.kind, self.stem, self.face(), rubric]
        canonical = json.dumps(graded, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(canonical.encode()).hexdigest()[:12]

    def payload(self) -> Payload:
        """Give all that the widget needs to show and grade the item.

        Returns
        -------
        Payload
            JSON data. The sources are added by whoever knows where they stand.
        """
        return {
            "id": self.id,
            "kind": self.kind,
            "label": self.own_label,
            "direction": self.own_direction,
            "version": self.version,
            "stem": self.stem,
            "hint": self.hint or "",
            "face": self.face(),
            "rubric": asdict(self.rubric()),
        }
