"""The base class of items, whatever their kind."""

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
#: The levels from low to high, with their Chinese names.
LEVELS: Final[dict[Level, str]] = {
    "remember": "识记",
    "understand": "理解",
    "apply": "应用",
    "analyse": "分析",
}

Task = Literal["place", "speaker", "weigh", "reason", "force", "draft", "silence"]
#: What an item asks for, where a rule counts it.
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
    """A function that puts a list into a paper's order."""

    def __call__(self, values: Sequence[T]) -> list[T]:
        """Return the values in the paper's order."""


@dataclass(frozen=True)
class KeyReason:
    """One reason behind the key, as the teacher's edition prints it.

    Parameters
    ----------
    label
        What the reason is about, such as an option's letter.
    text
        The reason, based on the speech.
    right
        Whether the reason belongs to a part of the key.
    """

    label: str
    text: str
    right: bool


@dataclass(frozen=True)
class Claim:
    """A text that the learner judges to be right or wrong.

    Parameters
    ----------
    text
        The text, such as an option's.
    right
        Whether it is right: an option that is a key, or a true statement.
    """

    text: str
    right: bool


class Payload(TypedDict):
    """All data that a script needs to show and grade an item; the face is specific to the kind."""

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

    #: The kind's Chinese name, as learners see it.
    label: ClassVar[str]
    #: Instruction to the learner, on the page and on paper.
    direction: ClassVar[str]
    #: Instruction to markers about the kind's points; empty if they simply add up.
    marking: ClassVar[str] = ""
    #: Item-writing rules that the kind's schema enforces, in trainers' words.
    held: ClassVar[tuple[str, ...]] = ()
    #: Whether learners rate their own answers; such kinds are not used in tests.
    self_rated: ClassVar[bool] = False
    #: Sort order of the kinds on a paper, from short to long answers.
    rank: ClassVar[int] = 100
    #: Whether the response (slot ``recall``) is a rating of recall, which schedules reviews.
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
        """The label that learners see: the kind's, unless the kind has named variants."""
        return self.label

    @property
    def own_direction(self) -> str:
        """The instruction to the learner: the kind's, unless a variant has its own."""
        return self.direction

    @abstractmethod
    def rubric(self) -> Rubric:
        """Compile the item to its rubric."""

    @abstractmethod
    def face(self) -> dict[str, Any]:
        """Return what the kind's ``view.js`` needs besides the stem, as JSON data."""

    @abstractmethod
    def key(self) -> str:
        """Return the key as the teacher's edition prints it, such as ``A、C``."""

    @abstractmethod
    def reasons(self) -> list[KeyReason]:
        """Return the reasons behind the key, in the order of print."""

    @abstractmethod
    def describe(self, slot: str, value: str) -> str:
        """Describe one slot of a response in words, such as by an option's text."""

    def answered(self, response: Mapping[str, str]) -> str:
        """Render a response in the form of the key, so that the two can be compared.

        Parameters
        ----------
        response
            Values by slot; not empty.

        Returns
        -------
        str
            For a right response, the same as :meth:`key`.
        """
        return "；".join(starmap(self.describe, response.items()))

    def asked(self) -> list[str]:
        """Return the texts that ask: the stem, and what the kind asks besides."""
        return [self.stem]

    def choices(self) -> list[list[Claim]]:
        """Return the lists of options that the learner picks from, in the bank's order."""
        return []

    def claims(self) -> list[Claim]:
        """Return all claims that the learner judges: the options, and more in some kinds."""
        return [option for options in self.choices() for option in options]

    def answers(self) -> list[str]:
        """Return the texts that would give the answer away if another item contained them."""
        return [option.text for options in self.choices() for option in options if option.right]

    def arranged(self, shuffled: Shuffle) -> Self:  # ruff: ignore[unused-method-argument] (for kinds)
        """Put whatever may be in any order into the order of a paper.

        This is what the page shuffles. Kinds without such parts return the item unchanged.

        Parameters
        ----------
        shuffled
            Puts a list into the paper's order.

        Returns
        -------
        Item
            An item to print: the letters in its key and reasons follow the paper's order.
        """
        return self

    @property
    def linked_from(self) -> tuple[Sentence, ...]:
        """The sentences beside which a page lists the item."""
        return self.sentences

    def named(self) -> tuple[str, ...]:
        """Return the references whose paragraphs the item's texts may quote."""
        return (*self.source, *self.quotes)

    @cached_property
    def version(self) -> str:
        """Hash of everything asked and graded; a saved answer is valid for one version only.

        Feedback, hint, level and source are left out: improving an explanation does not discard
        learners' answers.
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
        # Only if there are gates: items answered before gates existed keep their version.
        if compiled.gates:
            rubric["gates"] = {name: gate.opens for name, gate in compiled.gates.items()}
        graded = [self.kind, self.stem, self.face(), rubric]
        canonical = json.dumps(graded, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(canonical.encode()).hexdigest()[:12]

    def payload(self) -> Payload:
        """Return all data that the widget needs to show and grade the item.

        Returns
        -------
        Payload
            JSON data. The caller adds the sources, as it knows where to link them.
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
