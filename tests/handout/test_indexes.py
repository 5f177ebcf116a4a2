"""The printed indexes list the pages on which the words are printed."""

from __future__ import annotations

import re

import pytest

from publishing.indexes.entry import Entry
from publishing.indexes.places import places
from tests.handout.reading import BODY_BOTTOM, BODY_TOP, PAGE_WIDTH, Pdf, Word, parted, squeezed
from tests.this_course import load_indexes, load_speech

#: About the height of an entry, in points.
AN_ENTRY = 60
#: Inside margin and text width, in points.
INSIDE, MEASURE = 34 / 25.4 * 72, 42 * 10.5

INDEXES = {
    "术语索引": load_indexes().terms,
    "人物与文件索引": load_indexes().names,
    "数字与时间索引": load_indexes().numbers,
}


def index_text(pdf: Pdf, title: str) -> str:
    """Return the text of an index; the next one may begin on its last page."""
    marks = pdf.bookmarks()
    place = next(i for i, (name, _) in enumerate(marks) if name == title)
    following, last = marks[place + 1]
    text = "".join(pdf.bodies()[marks[place][1] - 1 : last])
    return text[text.index(title) : text.rindex(following)]


def told_pages(text: str, entry: Entry) -> list[int]:
    """Return the page numbers of an entry, with ranges expanded."""
    words = re.escape(squeezed(entry.term))
    says = re.escape(squeezed(entry.says[0].text)) if entry.says else r"[^\d、–]"
    found = re.search(rf"{words}(?:讲话[^\d]+?)?([\d、–]+){says}", text)
    assert found, entry.term
    pages: list[int] = []
    for part in found[1].split("、"):
        first, _, last = part.partition("–")
        pages += range(int(first), int(last or first) + 1)
    return pages


@pytest.mark.parametrize("title", INDEXES)
def test_every_page_that_an_entry_names_holds_its_words_and_its_first_is_there(
    learner: Pdf, title: str
) -> None:
    text = index_text(learner, title)
    bodies = learner.bodies()
    for entry in INDEXES[title]:
        pages = told_pages(text, entry)
        forms = [squeezed(form) for form in entry.forms]
        for page in pages:
            shown, following = [*bodies[page - 1 : page + 1], ""][:2]
            assert any(form in shown or parted(shown, following, form) for form in forms), (
                entry.term,
                page,
            )
        assert pages == sorted(pages)
        count = len(list(places(load_speech(), entry.forms)))
        assert len(pages) <= count


def column_ends(pdf: Pdf, title: str) -> tuple[float, float]:
    """Find where the two columns end on the last page of an index, in points from the top."""
    marks = pdf.bookmarks()
    place = next(i for i, (name, _) in enumerate(marks) if name == title)
    following, last = marks[place + 1]

    def set_on(page: int) -> list[Word]:
        words = [word for word in pdf.words()[page - 1] if word.top > BODY_TOP]
        begins = max((w.bottom for w in words if squeezed(w.text) == title), default=BODY_TOP)
        ends = min((w.top for w in words if squeezed(w.text) == following), default=BODY_BOTTOM)
        return [word for word in words if begins < word.top and word.bottom < ends]

    # The next may begin on the page on which it ends.
    page = last if set_on(last) else last - 1
    margin = INSIDE if page % 2 else PAGE_WIDTH - INSIDE - MEASURE
    sides: tuple[list[float], list[float]] = ([BODY_TOP], [BODY_TOP])
    for word in set_on(page):
        sides[word.left > margin + MEASURE / 2].append(word.bottom)
    return max(sides[0]), max(sides[1])


@pytest.mark.parametrize("title", INDEXES)
def test_the_columns_of_an_index_end_together(edition: Pdf, title: str) -> None:
    left, right = column_ends(edition, title)
    assert abs(left - right) < AN_ENTRY


def test_both_editions_name_the_same_pages(learner: Pdf, teacher: Pdf) -> None:
    for title in INDEXES:
        assert index_text(learner, title) == index_text(teacher, title)
