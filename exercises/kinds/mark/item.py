"""Marking: in the speech's own words, mark those that answer the question."""

from __future__ import annotations

from operator import itemgetter
from string import ascii_lowercase
from typing import Any, ClassVar, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from exercises.item import Item, KeyReason, Reason
from exercises.rubric import Outcome, Rubric, Slot

MARKED: Final = "marked"
ELLIPSIS: Final = "……"
#: A longer span does not fit a line of a phone.
LONGEST: Final = 24
_FEWEST_KEYS: Final = 2


class Span(BaseModel):
    """Words of the text that can be marked."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    text: str = Field(min_length=1, max_length=LONGEST, description="text 里可以划的词语，照原文")
    key: bool = Field(default=False, description="是否该划")
    feedback: Reason = Field(description="依据原文说明为什么该划、为什么不该划")


class MarkItem(Item):
    """A quotation with four or more spans to mark or to leave, at least two of them keys."""

    label: ClassVar[str] = "划词题"
    direction: ClassVar[str] = "在原文中划出回答问题的词语（不止一处）。"
    rank: ClassVar[int] = 90
    marking: ClassVar[str] = "错划一处，抵去划对的一处"

    kind: Literal["mark"]
    text: str = Field(description="原文；略去的部分写 ……")
    spans: tuple[Span, ...] = Field(
        min_length=4, max_length=12, description="可以划的词语：该划的和不该划的"
    )

    @model_validator(mode="after")
    def _check_text(self) -> Self:
        for run in self.text.split(ELLIPSIS):
            if run not in self.cited:
                raise ValueError(f"“{run}”不是 source 所引句子的原文；请照原文改正")
        return self

    @model_validator(mode="after")
    def _check_spans(self) -> Self:
        end, before = 0, ""
        for start, span in self._placed():
            found = self.text.count(span.text)
            if found != 1:
                mend = "请多写几个字，使它只指一处" if found else "请照 text 改正"
                raise ValueError(f"“{span.text}”在 text 里出现 {found} 次；{mend}")
            if start < end:
                raise ValueError(f"“{before}”和“{span.text}”重叠；请改短一个")
            end, before = start + len(span.text), span.text
        keys = sum(span.key for span in self.spans)
        if keys < _FEWEST_KEYS:
            raise ValueError(f"划词题至少要 {_FEWEST_KEYS} 处写 key: true，现有 {keys} 处")
        if keys > len(self.spans) - keys:
            raise ValueError("不该划的不能少于该划的，否则全划也能得分；请增加不该划的词语")
        return self

    def _placed(self) -> list[tuple[int, Span]]:
        """Give the spans in the order of the text, with where they begin."""
        places = [(self.text.find(span.text), span) for span in self.spans]
        return sorted(places, key=itemgetter(0))

    def _identified(self) -> list[tuple[str, Span]]:
        """Pair spans with their slots: a, b, c … in the order of the text."""
        return list(zip(ascii_lowercase, [span for _, span in self._placed()], strict=False))

    def answers(self) -> list[str]:
        """Give the words to mark."""
        return [span.text for span in self.spans if span.key]

    def rubric(self) -> Rubric:
        """Compile to one slot a span.

        A marked key earns a point and any other marked span costs one, so that
        marking everything earns nothing.
        """
        return Rubric(
            {id_: _slot(span) for id_, span in self._identified()},
            max=sum(span.key for span in self.spans),
            phrases={"right": "划对 {n} 处", "wrong": "错划 {n} 处", "missed": "漏划 {n} 处"},
        )

    def face(self) -> dict[str, Any]:
        """Give the text, cut at its spans."""
        segments: list[dict[str, str]] = []
        done = 0
        for (start, span), (id_, _) in zip(self._placed(), self._identified(), strict=True):
            segments += [{"text": self.text[done:start]}, {"span": id_, "text": span.text}]
            done = start + len(span.text)
        segments.append({"text": self.text[done:]})
        return {"segments": [segment for segment in segments if segment["text"]]}

    def key(self) -> str:
        """Give the words to mark."""
        return "；".join(span.text for _, span in self._placed() if span.key)

    def reasons(self) -> list[KeyReason]:
        """Give each span's reason, in the order of the text."""
        return [
            KeyReason("√" if span.key else "×", f"{span.text}：{span.feedback}", span.key)
            for _, span in self._placed()
        ]

    def describe(self, slot: str, value: str) -> str:
        """Give the marked words."""
        named = dict(self._identified())
        return named[slot].text if slot in named else slot


def _slot(span: Span) -> Slot:
    if span.key:
        missed = Outcome(0, "missed", span.feedback)
        return Slot({MARKED: Outcome(1, "right", span.feedback)}, other=missed, absent=missed)
    left = Outcome(0, "none")
    return Slot({MARKED: Outcome(-1, "wrong", span.feedback)}, other=left, absent=left)
