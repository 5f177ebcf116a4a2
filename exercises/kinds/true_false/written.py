"""Typed answers of a true-or-false item: the judgement and a correction's letter."""

from typing import Final

from exercises.kinds.true_false.item import ANSWER, FALSE, TRUE, TrueFalseItem
from exercises.marking.faults import UnreadableError
from exercises.marking.readers import Reader, Reading, plain, span_of

_TRUE: Final = ("√", "✓", "✔", "对")
_FALSE: Final = ("×", "✗", "✘", "X", "错")


def reader(item: TrueFalseItem) -> Reader:
    """Return the reader of √, × and ×B."""
    letters = {id_.upper(): id_ for id_, _ in item.lettered()}
    span = span_of([*letters])

    def read(text: str) -> Reading:
        given = plain(text)
        mark, letter = given[:1], given[1:]
        if mark in _TRUE and not letter:
            return Reading({ANSWER: TRUE}, ("√",))
        if mark in _FALSE and not letter:
            return Reading({ANSWER: FALSE}, ("×",))
        if mark in _FALSE and letter in letters:
            return Reading({ANSWER: letters[letter]}, (f"×{letter}",))
        if mark in _TRUE and letter in letters:
            raise UnreadableError(
                f"判为对的不选改法；卷面真是两样都涂的，请定下按 √ 还是 ×{letter} 录入"
            )
        raise UnreadableError(
            f"应写 √，或者 × 和一个改法的字母（{span}），如 ×B；没有选改法的只写 ×，没有判断的留空"
        )

    labels = ("√", *(f"×{letter}" for letter in letters), "×")
    return Reader(f"√，或 × 和改法的字母（{span}），如 ×B", read, labels)
