"""Short answer: written freely, then compared by the learner with model points."""

from __future__ import annotations

from typing import Any, ClassVar, Final, Literal, Self

from pydantic import Field, model_validator

from exercises.grounded import OptionText, Reason, Sourced, SourceReference
from exercises.item import Item, KeyReason
from exercises.rubric import Outcome, Rubric, Slot

#: The slot of the written text; it is saved but earns no points.
TEXT: Final = "text"
#: The value of a point that the learner finds in the answer.
TICKED: Final = "ticked"


class Point(Sourced):
    """One point that a full answer makes."""

    text: OptionText = Field(description="要点，学员据此核对自己写的")
    feedback: Reason = Field(description="原文怎样说；对照时显示在要点下面")
    source: tuple[SourceReference, ...] = Field(
        min_length=1, description="这一点的出处，须在题目的 source 之内"
    )

    def sentence_ids(self) -> list[str]:
        """Return the ids of the sentences that the point cites."""
        return [sentence.id for sentence in self.sentences]


class ShortItem(Item):
    """A question to answer in the learner's own words."""

    label: ClassVar[str] = "简答题"
    direction: ClassVar[str] = "用自己的话写下回答，再对照要点，勾选写到的各点。"
    self_rated: ClassVar[bool] = True

    kind: Literal["short"]
    points: tuple[Point, ...] = Field(min_length=2, max_length=5, description="要点，依次")
    lines: int = Field(default=5, ge=2, le=12, description="纸上留几行")

    @model_validator(mode="after")
    def _check_points(self) -> Self:
        cited = [sentence.id for sentence in self.sentences]
        seen: set[str] = set()
        for number, point in enumerate(self.points, start=1):
            outside = [id_ for id_ in point.sentence_ids() if id_ not in cited]
            if outside:
                raise ValueError(
                    f"第 {number} 个要点引的 {'、'.join(outside)} 不在题目的 source 里；请补进去"
                )
            if point.text in seen:
                raise ValueError(f"有两个要点都是“{point.text}”；请合并或改写")
            if point.text in self.stem:
                raise ValueError(f"题干已写出第 {number} 个要点；请改写题干")
            seen.add(point.text)
        unused = [id_ for id_ in cited if all(id_ not in p.sentence_ids() for p in self.points)]
        if unused:
            raise ValueError(f"没有要点用到 source 里的 {'、'.join(unused)}；请删去或补上要点")
        return self

    def _identified(self) -> list[tuple[str, Point]]:
        """Pair points with their slots: letters, because JavaScript would sort numbers first."""
        return list(zip("abcde", self.points, strict=False))

    def answers(self) -> list[str]:
        """Return the points."""
        return [point.text for point in self.points]

    def rubric(self) -> Rubric:
        """Compile to a slot for the text, worth nothing, and one per point."""
        nothing = Outcome(0, "none")
        points = {
            id_: Slot(
                {TICKED: Outcome(1, "right", point.feedback)},
                other=Outcome(0, "missed", point.feedback),
                absent=Outcome(0, "missed", point.feedback),
            )
            for id_, point in self._identified()
        }
        return Rubric(
            {TEXT: Slot({}, other=nothing, absent=nothing, typed=True)} | points,
            max=len(self.points),
            phrases={"right": "写到 {n} 点", "missed": "没写到 {n} 点"},
        )

    def face(self) -> dict[str, Any]:
        """Return the points with their sentences, and the number of lines to write on."""
        return {
            "points": [
                {"id": id_, "text": point.text, "sentences": point.sentence_ids()}
                for id_, point in self._identified()
            ],
            "lines": self.lines,
        }

    def key(self) -> str:
        """Return the points, numbered."""
        return "　".join(
            f"（{number}）{point.text}" for number, point in enumerate(self.points, start=1)
        )

    def reasons(self) -> list[KeyReason]:
        """Return the feedback of each point."""
        return [
            KeyReason(f"（{number}）", point.feedback, right=True)
            for number, point in enumerate(self.points, start=1)
        ]

    def describe(self, slot: str, value: str) -> str:
        """Return the written text, or the point that was ticked."""
        point = dict(self._identified()).get(slot)
        return f"勾选“{point.text}”" if point else value
