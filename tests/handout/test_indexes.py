"""The printed indexes list the pages on which the words are printed."""

from __future__ import annotations

import re

import pytest

from publishing.indexes.entry import Entry
from publishing.indexes.places import places
from tests.handout.reading import Pdf, parted, squeezed
from tests.this_course import load_indexes, load_speech

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


def test_both_editions_name_the_same_pages(learner: Pdf, teacher: Pdf) -> None:
    for title in INDEXES:
        assert index_text(learner, title) == index_text(teacher, title)
