"""Marking: mark the words that answer a question in a quotation, or the faults in a draft."""

from __future__ import annotations

from operator import itemgetter
from string import ascii_lowercase
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from exercises.choice.slots import picked_or_not
from exercises.grounded import Reason, Text
from exercises.item import Item, KeyReason
from exercises.rubric import Rubric

MARKED: Final = "marked"
ELLIPSIS: Final = "……"
#: A longer span does not fit on a line on a phone.
LONGEST: Final = 24
_FEWEST_KEYS: Final = 2

Draft = Annotated[Text, Field(min_length=60, max_length=400)]


class Span(BaseModel):
    """Words of the text that can be marked."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    text: str = Field(
        min_length=1, max_length=LONGEST, description="可以划的词语，照抄 text 或 draft"
    )
    key: bool = Field(default=False, description="是否该划")
    feedback: Reason = Field(
        description="依据原文说明为什么该划、为什么不该划；拟稿里的毛病，还要写怎样改"
    )


class MarkItem(Item):
    """A text with at least four spans that can be marked, at least two of them keys.

    The text is a quotation (``text``), or a draft that the course has written (``draft``).
    """

    label: ClassVar[str] = "划词题"
    direction: ClassVar[str] = "在原文中划出回答问题的词语（不止一处）。"
    rank: ClassVar[int] = 90
    marking: ClassVar[str] = "错划一处，抵去划对的一处"
    held: ClassVar[tuple[str, ...]] = (
        "划词题、改稿题至少两处该划，不该划的不少于该划的；拟稿 60 至 400 字",
    )

    kind: Literal["mark"]
    text: str | None = Field(default=None, description="原文；略去的部分写 ……")
    draft: Draft | None = Field(
        default=None,
        description="课程编写的拟稿，60–400 字；分段用 draft: |，段间空一行。同 text 只写一样",
    )
    spans: tuple[Span, ...] = Field(
        min_length=4, max_length=12, description="可以划的词语：该划的和不该划的"
    )

    @property
    def own_label(self) -> str:
        """The label that learners see; items with a draft have their own."""
        return self.label if self.draft is None else "改稿题"

    @property
    def own_direction(self) -> str:
        """The instruction to the learner; items with a draft have their own."""
        if self.draft is None:
            return self.direction
        return "在拟稿中划出有毛病的地方（不止一处）。"

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the text; a quotation has one."""
        written = (self.text or self.draft or "").split("\n")
        return [line for paragraph in written if (line := paragraph.strip())]

    @property
    def _whole(self) -> str:
        return "\n".join(self.paragraphs)

    @model_validator(mode="after")
    def _check_text(self) -> Self:
        if (self.text is None) == (self.draft is None):
            raise ValueError("text（原文）和 draft（课程编写的拟稿）要写一样，也只写一样；请改正")
        if self.draft is not None and "*" in self.draft:
            raise ValueError("拟稿里不能加重；请删去 draft 里的 *")
        for run in (self.text or "").split(ELLIPSIS):
            if run not in self.cited:
                raise ValueError(f"“{run}”不是 source 所引句子的原文；请照原文改正")
        return self

    @model_validator(mode="after")
    def _check_spans(self) -> Self:
        field, end, before = "text" if self.draft is None else "draft", 0, ""
        for start, span in self._placed():
            found = self._whole.count(span.text)
            if found != 1:
                fix = "请多写几个字，使它只指一处" if found else f"请照 {field} 改正"
                raise ValueError(f"“{span.text}”在 {field} 里出现 {found} 次；{fix}")
            if start < end:
                raise ValueError(f"“{before}”和“{span.text}”重叠；请改短一个")
            end, before = start + len(span.text), span.text
        keys = sum(span.key for span in self.spans)
        if keys < _FEWEST_KEYS:
            raise ValueError(
                f"{self.own_label}至少要 {_FEWEST_KEYS} 处写 key: true，现有 {keys} 处"
            )
        if keys > len(self.spans) - keys:
            raise ValueError("不该划的不能少于该划的，否则全划也能得分；请增加不该划的词语")
        return self

    def _placed(self) -> list[tuple[int, Span]]:
        """Return the spans in the order of the text, with their offsets."""
        places = [(self._whole.find(span.text), span) for span in self.spans]
        return sorted(places, key=itemgetter(0))

    def identified(self) -> list[tuple[str, Span]]:
        """Pair spans with their slots: a, b, c … in the order of the text."""
        return list(zip(ascii_lowercase, [span for _, span in self._placed()], strict=False))

    def answers(self) -> list[str]:
        """Return the words that should be marked."""
        return [span.text for span in self.spans if span.key]

    def rubric(self) -> Rubric:
        """Compile to one slot per span.

        A marked key earns a point and any other marked span costs one, so that marking everything
        earns nothing.
        """
        return Rubric(
            {
                id_: picked_or_not(MARKED, span.feedback, key=span.key)
                for id_, span in self.identified()
            },
            max=sum(span.key for span in self.spans),
            phrases={"right": "划对 {n} 处", "wrong": "错划 {n} 处", "missed": "漏划 {n} 处"},
        )

    def face(self) -> dict[str, Any]:
        """Return the text split at its spans; a draft keeps its paragraph breaks."""
        segments: list[dict[str, str]] = []
        done = 0
        for (start, span), (id_, _) in zip(self._placed(), self.identified(), strict=True):
            segments += [{"text": self._whole[done:start]}, {"span": id_, "text": span.text}]
            done = start + len(span.text)
        segments.append({"text": self._whole[done:]})
        face: dict[str, Any] = {"segments": [segment for segment in segments if segment["text"]]}
        return face if self.draft is None else {"draft": True, **face}

    def key(self) -> str:
        """Return the words that should be marked."""
        return "；".join(span.text for _, span in self._placed() if span.key)

    def reasons(self) -> list[KeyReason]:
        """Return the feedback of each span, in the order of the text."""
        return [
            KeyReason("√" if span.key else "×", f"{span.text}：{span.feedback}", span.key)
            for _, span in self._placed()
        ]

    def describe(self, slot: str, value: str) -> str:
        """Return the words of the span."""
        named = dict(self.identified())
        return named[slot].text if slot in named else slot
