"""Without a script the course is still a book: everything can be read, answers stay folded."""

from dataclasses import dataclass, field

import pytest

from tests.browser.reader import SITE, course_pages, option_texts, samples
from tests.this_course import load_bank, load_speech

SPEECH = '<blockquote class="speech"'
each_kind = pytest.mark.parametrize("item", samples().values(), ids=samples())


@dataclass(frozen=True)
class Read:
    """An exercise as it is read, folded and unfolded."""

    folded: str
    unfolded: str


@dataclass
class Book:
    """What is read on all pages."""

    speech: str = ""
    exercises: dict[str, Read] = field(default_factory=dict)


@pytest.fixture(scope="module")
def book(browser, file_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    book = Book()
    asked = {item.page for item in samples().values()}
    for name in course_pages():
        # Nothing is looked at on the others.
        if name not in asked and SPEECH not in (SITE / name).read_text(encoding="utf-8"):
            continue
        page.goto(file_site + name)
        book.speech += "".join(page.locator("blockquote.speech").all_inner_texts())
        for item in samples().values():
            if item.page == name:
                root = page.locator(f"#ex-{item.id}")
                folded = root.inner_text()
                root.locator("summary").click()
                book.exercises[item.id] = Read(folded, root.inner_text())
    context.close()
    return book


@pytest.fixture
def read(book, item):
    return book.exercises[item.id]


@each_kind
def test_the_stem_can_be_read(read, item):
    assert load_bank().item(item.id).stem.replace("**", "") in read.folded


@each_kind
def test_everything_to_choose_from_can_be_read(read, item):
    asked = load_bank().item(item.id)
    options = option_texts(asked)
    words = getattr(asked, "word_list", list)() or []
    assert all(text.replace("**", "") in read.folded for text in [*options, *words])


@each_kind
def test_the_answer_is_folded(read, item):
    assert load_bank().item(item.id).key() not in read.folded


@each_kind
def test_the_answer_unfolds_with_its_reasons(read, item):
    asked = load_bank().item(item.id)
    told = [asked.key(), *(why.text for why in asked.reasons())]
    assert all(text in read.unfolded for text in told)


def test_the_whole_speech_can_be_read(book):
    lost = [s.id for s in load_speech().sentences if s.text not in book.speech]
    assert lost == []
