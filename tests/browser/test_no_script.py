"""Without a script the course is still a book: everything can be read, answers stay folded."""

import pytest

from tests.browser.reader import course_pages, option_texts, samples
from tests.this_course import load_bank, load_speech

each_kind = pytest.mark.parametrize("item", samples().values(), ids=samples())


@pytest.fixture(scope="module")
def reading(browser):
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def root(reading, file_site, item):
    reading.goto(file_site + item.page)
    return reading.locator(f"#ex-{item.id}")


@each_kind
def test_the_stem_can_be_read(root, item):
    assert load_bank().item(item.id).stem.replace("**", "") in root.inner_text()


@each_kind
def test_everything_to_choose_from_can_be_read(root, item):
    asked = load_bank().item(item.id)
    options = option_texts(asked)
    words = getattr(asked, "word_list", list)() or []
    shown = root.inner_text()
    assert all(text.replace("**", "") in shown for text in [*options, *words])


@each_kind
def test_the_answer_is_folded(root, item):
    assert load_bank().item(item.id).key() not in root.inner_text()


@each_kind
def test_the_answer_unfolds_with_its_reasons(root, item):
    root.locator("summary").click()
    asked = load_bank().item(item.id)
    shown = root.inner_text()
    assert all(text in shown for text in [asked.key(), *(why.text for why in asked.reasons())])


def test_the_whole_speech_can_be_read(reading, file_site):
    shown = ""
    for page in course_pages():
        reading.goto(file_site + page)
        shown += "".join(reading.locator("blockquote.speech").all_inner_texts())
    lost = [sentence.id for sentence in load_speech().sentences if sentence.text not in shown]
    assert lost == []
