"""Gaps: shared by cloze, structure tree and matching."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from exercises.answer_sheet import AnswerRow
from exercises.grounded import Reason
from exercises.item import KeyReason
from exercises.normalise import normalise
from exercises.rubric import Outcome, Rubric, Slot

GAP: Final = re.compile(r"\{(\d+)\}")
_NARROWEST: Final = 4
#: A shorter answer occurs in many texts by chance, so it is searched for with its neighbours.
_TELLING: Final = 4
_NEIGHBOURS: Final = 3

Variants = Annotated[
    tuple[str, ...],
    BeforeValidator(lambda given: (given,) if isinstance(given, str) else given),
    Field(min_length=1),
]


class Gap(BaseModel):
    """One gap."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    answer: Variants = Field(description="原文的词；其后可列其他可接受的写法")
    feedback: Reason = Field(description="填错或没填时的说明")
    wrong: dict[str, Reason] = Field(default={}, description="常见错答各自的说明")

    @model_validator(mode="after")
    def _check_wrong(self) -> Self:
        accepted = {normalise(variant) for variant in self.answer}
        for text in self.wrong:
            if normalise(text) in accepted:
                raise ValueError(f"“{text}”既列为答案又列为错答；请删去一处")
        return self


def numbered(gaps: Sequence[Gap]) -> list[tuple[str, Gap]]:
    """Pair gaps with their slots: their numbers from 1."""
    return [(str(number), gap) for number, gap in enumerate(gaps, start=1)]


def check_numbers(found: list[str], gaps: Sequence[Gap], field: str) -> None:
    """Check that a text has each gap of the list once and in order.

    Parameters
    ----------
    found
        Gap numbers in reading order.
    gaps
        The gaps.
    field
        Name of the field that holds the text, for the message.

    Raises
    ------
    ValueError
        If the numbers are not 1, 2, 3 … up to the number of gaps.
    """
    wanted = [number for number, _ in numbered(gaps)]
    if found != wanted:
        raise ValueError(
            f"{field} 里的空是 {_written(found) or '无'}，gaps 有 {len(gaps)} 项；"
            f"空应依次写作 {_written(wanted)}"
        )


def _written(numbers: list[str]) -> str:
    return "".join(f"{{{number}}}" for number in numbers)


def check_words(gaps: Sequence[Gap], words: Sequence[str] | None) -> None:
    """Reject distractors that are answers, and foreseen mistakes that cannot be chosen.

    Raises
    ------
    ValueError
        If there is one.
    """
    answers = [gap.answer[0] for gap in gaps]
    repeated = {word for word in words or () if word in answers}
    if repeated:
        raise ValueError(f"干扰词 {'、'.join(repeated)} 就是答案；请从 words 里删去")
    choices = word_list(gaps, words)
    unknown = {text for gap in gaps for text in gap.wrong if choices and text not in choices}
    if unknown:
        raise ValueError(f"错答 {'、'.join(unknown)} 不在词表里，学员选不到；请加进 words 或删去")


def word_list(gaps: Sequence[Gap], words: Sequence[str] | None) -> list[str] | None:
    """Return the word list in a fixed order that does not depend on the key; None if typed."""
    return None if words is None else sorted({*words, *(gap.answer[0] for gap in gaps)})


def cut(text: str) -> list[str | int]:
    """Split a text at its gaps: text, gap number, text and so on.

    Returns
    -------
    list of str or int
        Runs of text, never empty, and gap numbers from 1.
    """
    parts = GAP.split(text)
    pieces: list[str | int] = [int(part) if index % 2 else part for index, part in enumerate(parts)]
    return [piece for piece in pieces if piece]


def fill(text: str, gaps: Sequence[Gap]) -> str:
    """Return a text with each gap filled by its first answer."""
    return GAP.sub(lambda match: gaps[int(match[1]) - 1].answer[0], text)


def telling(text: str, gaps: Sequence[Gap]) -> list[str]:
    """Return the strings that would give away a text's answers if they occurred elsewhere.

    A short answer is returned twice: with its left and with its right neighbours.
    """
    found: list[str] = []
    filled = ""
    whole = fill(text, gaps)
    for piece in cut(text):
        answer = gaps[piece - 1].answer[0] if isinstance(piece, int) else piece
        start, end = len(filled), len(filled) + len(answer)
        filled += answer
        if not isinstance(piece, int):
            continue
        if len(answer) >= _TELLING:
            found.append(answer)
        else:
            found += with_neighbours(whole, start, end)
    return found


def with_neighbours(text: str, start: int, end: int) -> list[str]:
    """Return a part of a text twice: with the characters before it and with those after it.

    Parameters
    ----------
    text
        The text.
    start, end
        Where the part begins and ends.
    """
    return [text[max(0, start - _NEIGHBOURS) : end], text[start : end + _NEIGHBOURS]]


def room(*gaps: Gap) -> int:
    """Return the width that gaps need, in characters.

    It is rounded up to an even number, so that it does not suggest an exact length.
    """
    longest = max(len(variant) for gap in gaps for variant in gap.answer)
    return max(_NARROWEST, longest + longest % 2)


def gaps_rubric(gaps: Sequence[Gap], choices: list[str] | None) -> Rubric:
    """Compile to one slot per gap, named by its number; typed if there is no word list."""
    return Rubric(
        {number: _slot(gap, choices) for number, gap in numbered(gaps)},
        max=len(gaps),
        phrases={"right": "填对 {n} 空", "wrong": "填错 {n} 空", "missed": "未填 {n} 空"},
    )


def gaps_face(text: str, width: Sequence[int]) -> list[dict[str, Any]]:
    """Return a text's segments for the page; `width` lists the width of each gap."""
    return [
        {"gap": str(part), "width": width[part - 1]} if isinstance(part, int) else {"text": part}
        for part in cut(text)
    ]


def gaps_key(gaps: Sequence[Gap]) -> str:
    """Return the first answer of each gap."""
    return "　".join(f"（{number}）{gap.answer[0]}" for number, gap in numbered(gaps))


def gaps_answered(response: Mapping[str, str]) -> str:
    """Return what was filled in, gap by gap, in the form of the key."""
    return "　".join(f"（{number}）{response[number]}" for number in sorted(response, key=int))


def gaps_reasons(gaps: Sequence[Gap]) -> list[KeyReason]:
    """Return the feedback of each gap."""
    return [KeyReason(f"（{number}）", gap.feedback, right=True) for number, gap in numbered(gaps)]


def gap_rows(gaps: Sequence[Gap]) -> list[AnswerRow]:
    """Return a rule to write on for each gap on the answer sheet."""
    return [
        AnswerRow("rule", (gap.answer[0],), label=f"（{number}）") for number, gap in numbered(gaps)
    ]


def _slot(gap: Gap, choices: list[str] | None) -> Slot:
    """Compile a gap; with a word list, every word in it gets its own outcome."""
    missed = Outcome(0, "missed", gap.feedback)
    other = Outcome(0, "wrong", gap.feedback)
    right = Outcome(1, "right")
    if choices is not None:
        reasons = {word: Outcome(0, "wrong", gap.wrong.get(word, gap.feedback)) for word in choices}
        return Slot(reasons | {gap.answer[0]: right}, other=other, absent=missed)
    values = {normalise(text): Outcome(0, "wrong", reason) for text, reason in gap.wrong.items()}
    values |= {normalise(variant): right for variant in gap.answer}
    return Slot(values, other=other, absent=missed, typed=True)
