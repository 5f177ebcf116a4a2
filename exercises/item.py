"""What every item has, whatever its kind."""

from __future__ import annotations

import hashlib
import json
import re
from abc import ABC, abstractmethod
from dataclasses import asdict, dataclass
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from exercises.rubric import Rubric
from speech import BadReferenceError, load_speech

STEM_LIMIT: Final = 80
OPTION_LIMIT: Final = 40
REASON_MINIMUM: Final = 15

_QUOTATION: Final = re.compile(r"“([^“”]*)”")

Level = Literal["remember", "understand", "apply", "analyse"]


def quotations(text: str) -> list[str]:
    """Find what stands in “” in a text.

    Parameters
    ----------
    text
        An author's text.

    Returns
    -------
    list of str
        The words between the marks, without the marks.
    """
    return _QUOTATION.findall(text)


def _quoted_exactly(text: str) -> str:
    for words in quotations(text):
        if not load_speech().quotes(words):
            raise ValueError(f"引文“{words}”与讲话原文不符；请照原文改正，或去掉引号")
    return text


def _in_speech(reference: str) -> str:
    load_speech().find(reference)
    return reference


def _at_most(limit: int) -> AfterValidator:
    def check(text: str) -> str:
        length = len(_QUOTATION.sub("", text))
        if length > limit:
            raise ValueError(f"引文以外有 {length} 个字，至多 {limit} 个；请写短些")
        return text

    return AfterValidator(check)


#: Text of ours: it may quote the speech in “”, and then quotes it exactly.
Text = Annotated[str, Field(min_length=1), AfterValidator(_quoted_exactly)]
Stem = Annotated[Text, _at_most(STEM_LIMIT)]
OptionText = Annotated[Text, _at_most(OPTION_LIMIT)]
#: Why an answer is right or wrong, by the text.
Reason = Annotated[Text, Field(min_length=REASON_MINIMUM)]
SourceReference = Annotated[str, AfterValidator(_in_speech)]


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


class Item(BaseModel, ABC):
    """An item: what is asked, of whom it may be answered, and how it is graded.

    A kind derives from this class in ``exercises/kinds/<kind>/item.py``.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    #: The kind's name in Chinese, as learners see it.
    label: ClassVar[str]
    #: What the learner is told to do, on the page and on paper.
    direction: ClassVar[str]

    id: str = Field(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)+$",
        description="题目编号：章号开头，永不改动，永不重用（保存的答案靠它认题）",
    )
    kind: str = Field(description="题型")
    objective: str = Field(description="所考的学习目标的编号")
    level: Level = Field(description="认知层次：识记、理解、应用、分析")
    source: tuple[SourceReference, ...] = Field(
        min_length=1, description="答案所在的段句编号，如 p07.s02 或 p07.s02-s04"
    )
    stem: Stem = Field(description="题干；**词** 加重显示")
    hint: Text | None = Field(default=None, description="提示：看答案之前，应学员要求显示")

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

    @property
    def version(self) -> str:
        """Hash of all that is asked and graded: a saved answer is good for one version.

        Feedback, hint, level and source are left out, so that a better
        explanation costs no learner an answer.
        """
        rubric = {
            "max": self.rubric().max,
            "slots": {
                name: {
                    value: outcome.points
                    for value, outcome in [
                        *slot.values.items(),
                        ("\0other", slot.other),
                        ("\0absent", slot.absent),
                    ]
                }
                for name, slot in self.rubric().slots.items()
            },
        }
        graded = [self.kind, self.stem, self.face(), rubric]
        canonical = json.dumps(graded, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(canonical.encode()).hexdigest()[:12]

    def payload(self) -> dict[str, Any]:
        """Give all that the widget needs to show and grade the item.

        Returns
        -------
        dict
            JSON data. The sources are added by whoever knows where they stand.
        """
        return {
            "id": self.id,
            "kind": self.kind,
            "label": self.label,
            "direction": self.direction,
            "version": self.version,
            "stem": self.stem,
            "hint": self.hint or "",
            "face": self.face(),
            "rubric": asdict(self.rubric()),
        }


__all__ = [
    "BadReferenceError",
    "Item",
    "KeyReason",
    "Level",
    "OptionText",
    "Reason",
    "Stem",
    "Text",
]
