"""The flashcards to cut out: each back is printed exactly behind its front."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from exercises.kinds.flashcard.item import FlashcardItem
from publishing.handout.typesetting import TEMPLATE, typeset
from tests.handout.reading import PAGE_WIDTH, Pdf, Word, squeezed
from tests.handout.test_typesetting import OPENING
from tests.this_course import load_bank

HEADING = "记忆卡"
#: Distance from a card's left edge to the text at its foot, in points.
INSET = 5 * 72 / 25.4


def flashcards() -> list[FlashcardItem]:
    return [item for item in load_bank() if isinstance(item, FlashcardItem)]


def feet(words: list[Word]) -> dict[str, Word]:
    """Return the texts at the foot of a page's cards, by card number."""
    return {
        number.text: foot
        for foot, number in pairwise(words)
        if foot.text == "练习" and "-" in number.text
    }


def sheets(pdf: Pdf) -> list[tuple[int, list[Word], list[Word]]]:
    """Return the sheets of cards: page number of the front, words of front and back."""
    marks = [*pdf.bookmarks(), ("", len(pdf.words()) + 1)]
    first, after = next(
        (page, after) for (title, page), (_, after) in pairwise(marks) if title == HEADING
    )
    words = pdf.words()
    return [(page, words[page - 1], words[page]) for page in range(first, after, 2)]


def test_every_flashcard_is_on_a_sheet_once(edition: Pdf) -> None:
    numbers = [number for _, front, _ in sheets(edition) for number in feet(front)]
    assert len(numbers) == len(set(numbers)) == len(flashcards()) > 0


def test_front_and_back_are_the_two_sides_of_one_leaf(edition: Pdf) -> None:
    for page, front, back in sheets(edition):
        assert page % 2 == 1
        assert feet(front).keys() == feet(back).keys()


def test_turned_on_the_long_edge_each_back_lies_behind_its_front(edition: Pdf) -> None:
    for _, front, back in sheets(edition):
        for number, one in feet(front).items():
            other = feet(back)[number]
            assert (one.left < PAGE_WIDTH / 2) != (other.left < PAGE_WIDTH / 2), number
            assert abs(one.top - other.top) < 1, number
        # The cut between the columns is in the middle of the paper, so the cards align.
        for side in (front, back):
            right = [foot.left for foot in feet(side).values() if foot.left > PAGE_WIDTH / 2]
            assert right == pytest.approx([PAGE_WIDTH / 2 + INSET] * len(right), abs=1)


def test_an_answer_of_a_card_is_on_its_back_only(learner: Pdf) -> None:
    bodies = learner.bodies()
    backs = [page + 1 for page, _, _ in sheets(learner)]
    for item in flashcards():
        told = "".join(map(squeezed, item.back))
        found = [number for number, text in enumerate(bodies, start=1) if told in text]
        if len(item.back) > 1:
            assert len(found) == 1, item.id
        assert set(found) & set(backs), item.id
        fronts = "".join(bodies[number - 2] for number in backs)
        assert not [entry for entry in item.back if squeezed(entry) in fronts], item.id


def test_backs_are_mirrored_in_a_row_that_is_not_full(tmp_path: Path) -> None:
    shutil.copytree(TEMPLATE, tmp_path / TEMPLATE.name)
    source = tmp_path / "handout.typ"
    cards = "".join(
        f'(exercise: "e{n}", number: "1-{n}", stem: "题干", front: "正{n}", back: ("背{n}", )),\n'
        for n in range(1, 12)
    )
    exercises = "".join(f'#anchors(("e{n}",))' for n in range(1, 12))
    source.write_text(f"{OPENING}{exercises}\n#cards(\n{cards})", encoding="utf-8")
    printed = tmp_path / "cards.pdf"
    printed.write_bytes(typeset(source))
    pdf = Pdf(printed)
    assert [len(feet(front)) for _, front, _ in sheets(pdf)] == [8, 3]
    test_turned_on_the_long_edge_each_back_lies_behind_its_front(pdf)
