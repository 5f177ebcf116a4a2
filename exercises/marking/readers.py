"""Readers: how the answers to a question are typed, and how typed answers are parsed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from string import ascii_uppercase
from typing import Final

from exercises.marking.faults import UnreadableError
from exercises.normalise import normalise

#: Typed for a part of an answer that was left empty.
NOTHING: Final = "-"
#: Typed for words that are not on the list.
OTHER: Final = "其他"
_DASHES: Final = re.compile(r"[‐‑‒–—―−﹣]")
_BETWEEN: Final = re.compile(r"[\s、,;.。，；→>/|\u200b]+")


@dataclass(frozen=True)
class Reading:
    """A parsed cell.

    Parameters
    ----------
    response
        Values by slot, for the rubric; empty if nothing was answered.
    chosen
        Labels of what was chosen, to be counted.
    points
        The points given by a marker, for items without a rubric for markers.
    """

    response: Mapping[str, str] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    points: Fraction | None = None


@dataclass(frozen=True)
class Reader:
    """How the answers to a question are typed and parsed.

    Parameters
    ----------
    how
        Instructions for typing an answer.
    read
        Parses a cell that is not empty; raises `UnreadableError`.
    labels
        Everything that can be chosen, in order; empty for free text.
    """

    how: str
    read: Callable[[str], Reading]
    labels: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Normalise letters, digits and dashes: half-width, upper case, without separators."""
    half = unicodedata.normalize("NFKC", _DASHES.sub("-", text))
    return _BETWEEN.sub("", half).upper()


def span_of(letters: Sequence[str]) -> str:
    """Return a range of letters, such as A–D."""
    return f"{letters[0]}–{letters[-1]}"


def lettered(number: int) -> list[str]:
    """Return the first letters of the alphabet, as printed before options."""
    return list(ascii_uppercase[:number])


def one_letter(slot: str, letters: Mapping[str, str]) -> Reader:
    """Return the reader of a single letter.

    Parameters
    ----------
    slot
        The slot to fill.
    letters
        Value by letter.
    """

    def read(text: str) -> Reading:
        given = plain(text)
        if given not in letters:
            raise UnreadableError(
                f"应是 {span_of([*letters])} 中的一个字母；没有作答、涂了不止一个的，都留空"
            )
        return Reading({slot: letters[given]}, (given,))

    return Reader(f"{span_of([*letters])} 中的一个字母", read, tuple(letters))


def any_letters(letters: Mapping[str, str], value: str) -> Reader:
    """Return the reader of one or more letters.

    Parameters
    ----------
    letters
        Slots by letter.
    value
        The value of a chosen option's slot.
    """

    def read(text: str) -> Reading:
        given = plain(text)
        unknown = [letter for letter in given if letter not in letters]
        if unknown or not given:
            raise UnreadableError(f"应是 {span_of([*letters])} 中的字母，如 AC；没有作答的留空")
        if len(set(given)) < len(given):
            raise UnreadableError("有一个字母写了两次；请照卷面改正")
        return Reading({letters[letter]: value for letter in given}, tuple(sorted(given)))

    return Reader(f"所选的全部字母（{span_of([*letters])}），如 AC", read, tuple(letters))


def letter_row(
    of_what: str, places: Sequence[tuple[str, str]], letters: Sequence[Mapping[str, str]]
) -> Reader:
    """Return the reader of a letter for each of several answers, in order.

    Parameters
    ----------
    of_what
        What each letter is for, such as 步.
    places
        Slot and printed number of each answer.
    letters
        For each answer, values by letter.
    """
    number = len(places)
    spans = [span_of([*each]) for each in letters]
    span = spans[0] if len(set(spans)) == 1 else "、".join(spans)

    def read(text: str) -> Reading:
        given = plain(text)
        if len(given) != number:
            raise UnreadableError(
                f"应{of_what}依次写 {number} 个字母，现有 {len(given)} 个；空着的一处写 {NOTHING}"
            )
        response, chosen = {}, []
        for (slot, label), values, letter in zip(places, letters, given, strict=True):
            if letter == NOTHING:
                continue
            if letter not in values:
                raise UnreadableError(
                    f"第 {label} 处的“{letter}”不是 {span_of([*values])} 中的字母；"
                    f"请照卷面改正，空着的、涂了不止一个的写 {NOTHING}"
                )
            response[slot] = values[letter]
            chosen.append(f"{label}{letter}")
        return Reading(response, tuple(chosen))

    labels = tuple(
        f"{label}{letter}"
        for (_, label), values in zip(places, letters, strict=True)
        for letter in values
    )
    return Reader(
        f"{of_what}依次各一个字母，共 {number} 个（{span}），空着的写 {NOTHING}", read, labels
    )


def words(slots: Sequence[str], listed: Sequence[str] | None) -> Reader:
    """Return the reader of the words in gaps, separated by semicolons.

    Parameters
    ----------
    slots
        The gaps.
    listed
        The word list; ``None`` if the learners type.
    """
    number = len(slots)
    known = {normalise(word): word for word in listed or ()}
    example = "；".join(f"第{n}空" for n in range(1, number + 1))

    def read(text: str) -> Reading:
        parts = [part.strip() for part in re.split(r"[；;]", text)]
        if len(parts) != number:
            raise UnreadableError(
                f"应有 {number} 空，写作“{example}”，现有 {len(parts)} 段；"
                "各空用；隔开，没有填的空也要留着它的；"
            )
        response, chosen = {}, []
        for slot, part in zip(slots, parts, strict=True):
            if not normalise(part):
                continue
            if known and part != OTHER and normalise(part) not in known:
                raise UnreadableError(
                    f"“{part}”不在这题的词表里；录入有误的请改正，学员就是这样写的写作 {OTHER}"
                )
            response[slot] = known.get(normalise(part), part)
            chosen.append(f"（{slot}）{response[slot]}")
        return Reading(response, tuple(chosen))

    way = f"所填的词，各空用；隔开，空着的也留着；（共 {number} 空）" if number > 1 else "所填的词"
    return Reader(f"{way}；不在词表里的写 {OTHER}" if known else way, read)


def given_points(most: int) -> Reader:
    """Return the reader of points given by a marker: whole or half points.

    Parameters
    ----------
    most
        Points for full marks.
    """

    def read(text: str) -> Reading:
        given = unicodedata.normalize("NFKC", text).strip().removesuffix("分").strip()
        points = Fraction(given) if re.fullmatch(r"\d+(\.\d+)?", given) else None
        if points is None or points > most or (points * 2).denominator != 1:
            raise UnreadableError(f"应是阅卷人给的分，0 到 {most}，可以有半分，如 {most - 0.5}")
        return Reading({}, (f"{float(points):g} 分",), points)

    return Reader(f"阅卷人给的分，0 到 {most}，可以有半分", read)
