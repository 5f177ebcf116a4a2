"""Reading: numbers and citations, whose headings they are, the way in a page, alone or aloud."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.reader import Tab
from tests.this_course import load_speech

PAGE = "book/c02.html"
PHONE = {"has_touch": True, "is_mobile": True, "viewport": {"width": 360, "height": 640}}
#: A stand-in for the device's voice: it says nothing, and is told when a sentence is over.
VOICE = """
window.spoken = [];
const voice = { lang: 'zh-CN', localService: true, name: 'stand-in' };
let now = null;
Object.defineProperty(window, 'speechSynthesis', { value: {
  getVoices: () => [voice],
  addEventListener() {},
  speak: (utterance) => { now = utterance; spoken.push([utterance.text, utterance.rate]); },
  cancel: () => { const cut = now; now = null; cut?.onerror?.({ error: 'canceled' }); },
} });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
window.over = () => { const done = now; now = null; done.onend({}); };
"""
NUMBERS = """(sentences) => sentences.map((sentence) =>
  getComputedStyle(sentence, '::before').content.replace(/[^0-9]/g, ''))"""
INTO_VIEW = """(sentence) => {
  sentence.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top } = sentence.getClientRects()[0];
  return [left + 20, top + 8];
}"""
CITE = "main a.cite"


def texts(page):
    return page.locator(".page .sentence").all_text_contents()


@pytest.fixture(scope="module")
def wide(shelf):
    # What is checked in two themes stands where it stood: nothing is still being scrolled.
    with shelf(init=VOICE, reduced_motion="reduce").once(PAGE) as page:
        page.set_viewport_size({"width": 1440, "height": 900})
        yield page


@pytest.fixture(scope="module")
def phone(shelf):
    with shelf(init=VOICE, **PHONE).once(PAGE) as page:
        yield page


def test_each_sentence_has_its_number_where_the_margin_has_none(wide):
    sentences = wide.locator(".page .sentence")
    ids = sentences.evaluate_all("(all) => all.map(({ id }) => id)")
    first = sentences.evaluate_all(
        "(all) => all.map((one) => !!one.previousElementSibling?.matches('.paragraph-number'))"
    )
    wanted = ["" if led else str(int(i[-2:])) for i, led in zip(ids, first, strict=True)]
    assert sentences.evaluate_all(NUMBERS) == wanted
    margin = wide.locator(".paragraph-number").all_text_contents()
    assert margin[:2] == ["第5段", "第5段第6句起"]


def test_a_citation_is_short_to_the_eye_and_whole_to_the_ear_and_the_pointer(wide):
    cite = wide.locator(CITE).first
    name = cite.get_attribute("title")
    assert re.fullmatch(r"第\d+段第\d+句", name)
    assert cite.text_content() == name
    seen = cite.evaluate(
        "(a) => a.getBoundingClientRect().width / parseFloat(getComputedStyle(a).fontSize)"
    )
    assert seen < 4
    cite.focus()
    content = "(a) => getComputedStyle(a, '::after').content"
    assert cite.evaluate(content).startswith(f'"{name}"')


def test_headings_of_ours_are_told_from_the_speech_and_named_once(wide):
    ours, speech = wide.locator("h3.our-title"), wide.locator("blockquote.speech").first
    assert ours.count() == wide.locator("section.reads section.reads > h3").count()
    style = "(e) => (({ color, fontSize }) => [color, parseFloat(fontSize)])(getComputedStyle(e))"
    (colour, size), (text, larger) = ours.first.evaluate(style), speech.evaluate(style)
    assert colour != text
    assert size < larger
    assert wide.get_by_text("本书拟题").count() == 1
    told = (
        "(all) => all.filter((one) => getComputedStyle(one, '::after').content !== 'none').length"
    )
    assert wide.locator(".addition-title").evaluate_all(told) == 1


def test_the_section_in_view_is_marked_beside_the_text(wide):
    wide.locator("#p05-s20").evaluate("(sentence) => sentence.scrollIntoView()")
    current = wide.locator(".outline [aria-current]")
    expect(current).to_have_text("三是：政治和业务的关系")
    assert current.count() == 1
    assert not wide.locator(".way").is_visible()


def test_on_a_phone_the_bar_says_chapter_and_section_and_opens_the_list(phone):
    phone.locator("#p05-s20").evaluate("(sentence) => sentence.scrollIntoView()")
    way = phone.locator(".bar .way")
    expect(way).to_contain_text("三是：政治和业务的关系")
    expect(way).to_contain_text("第二章")
    way.click()
    expect(phone.locator(".outline [aria-current]")).to_be_focused()
    assert violations(phone, ".bar, .outline", themes=("light", "dark")) == []
    phone.keyboard.press("Escape")
    expect(phone.locator(".outline")).to_be_hidden()
    expect(way).to_be_focused()
    way.click()
    phone.locator(".outline").get_by_role("link", name="小结").click()
    expect(phone.locator(".outline")).to_be_hidden()
    expect(way).to_contain_text("小结")


def test_on_a_phone_the_speech_is_justified_and_indented_with_one_number(phone):
    part = phone.locator(".speech-part").first
    style = part.evaluate("(p) => [getComputedStyle(p).textAlign, getComputedStyle(p).fontSize]")
    assert style[0] == "justify"
    left, indent = part.evaluate(
        """(p) => [p.getBoundingClientRect().left,
          p.querySelector('.sentence').firstChild.parentElement.getClientRects()[0].left]"""
    )
    assert indent - left == pytest.approx(2 * float(style[1][:-2]), abs=1)
    number = part.locator(".paragraph-number").bounding_box()
    assert number["x"] == pytest.approx(left)


def test_the_text_alone_is_shown_and_a_link_elsewhere_shows_all(phone):
    button = phone.get_by_role("button", name="只读原文")
    exercise = phone.locator("section.exercise").first
    target = exercise.get_attribute("id")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    for hidden in (exercise, phone.locator(".addition").first, phone.locator(".our-title").first):
        assert not hidden.is_visible()
    assert phone.locator(".sentence:visible").count() == len(texts(phone))
    phone.evaluate("(id) => { location.hash = id; }", target)
    expect(exercise).to_be_visible()
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    button.click()


def test_the_text_is_read_aloud_by_keys_and_lit_in_view(wide):
    said = texts(wide)
    button = wide.get_by_role("button", name="听讲话")
    button.focus()
    wide.keyboard.press("Enter")
    player = wide.get_by_role("region", name="听讲话")
    expect(player.get_by_role("button", name="暂停")).to_be_focused()
    spoken = "() => spoken.map(([text]) => text)"
    assert wide.evaluate(spoken) == said[:1]
    for _ in range(12):
        wide.evaluate("over()")
    assert wide.evaluate(spoken) == said[:13]
    lit = wide.locator(".spoken")
    assert lit.text_content() == said[12]
    expect(lit).to_be_in_viewport(ratio=1)
    # Pause, and on from the same sentence; another speed; the sentence before.
    wide.keyboard.press("Space")
    assert lit.count() == 0
    wide.keyboard.press("Space")
    player.get_by_label("语速").select_option("1.5")
    player.get_by_role("button", name="上一句").press("Enter")
    assert wide.evaluate("spoken.slice(13)") == [[said[12], 1], [said[12], 1.5], [said[11], 1.5]]
    assert violations(wide, ".player", themes=("light", "dark")) == []
    # From any sentence by pointer, from any paragraph by key.
    wide.mouse.click(*wide.locator("#p06-s02").evaluate(INTO_VIEW))
    assert lit.get_attribute("id") == "p06-s02"
    wide.locator(".paragraph-number").first.press("Enter")
    assert lit.text_content() == said[0]
    player.get_by_role("button", name="下一句").press("Escape")
    expect(player).to_have_count(0)
    expect(button).to_be_focused()


def test_without_a_voice_of_the_device_there_is_no_button(visit):
    page = visit(PAGE)
    assert page.evaluate("speechSynthesis.getVoices().filter(({ lang }) => /zh/.test(lang))") == []
    assert page.get_by_role("button", name="只读原文").is_visible()
    assert page.locator(".listen").count() == 0
    assert page.locator("script[src*=listening]").count() == 0


@pytest.fixture(scope="module")
def search(shelf):
    with shelf().once("search.html") as page:
        yield page


def found(page, query):
    page.locator(".search-field").fill(query)
    expect(page.locator(".search-status")).not_to_contain_text("正在找")
    expect(page.locator(".search-status")).not_to_contain_text("还在找")
    return page.locator(".search-results a")


def test_the_search_goes_to_a_sentence_by_its_number(search):
    hits = found(search, "第5段第10句")
    assert hits.count() == 1
    sentence = next(s for s in load_speech().sentences if s.id == "p05.s10")
    assert hits.locator(".search-excerpt").text_content() == sentence.text
    assert hits.get_attribute("href").endswith("c02.html#p05-s10")
    found(search, "第5段第99句")
    expect(search.locator(".search-status")).to_have_text("没有第5段第99句。")
    expect(search.locator(".search-help")).to_be_visible()


def test_the_speech_comes_first_and_traditional_characters_find_it(search):
    plain = found(search, "巡视").all_text_contents()
    assert plain[0].startswith("原文")
    assert found(search, "巡視").all_text_contents() == plain


def test_the_search_finds_index_entries(search):
    for query, hit in (("国之大者", "term-guozhi-dazhe"), ("37次", "number-37ci")):
        # The text itself comes first, then the indexes.
        entry = found(search, query).filter(has_text="索引").first
        expect(entry).to_contain_text(query)
        assert entry.get_attribute("href").endswith(f"#{hit}")


def test_what_is_being_composed_is_not_looked_for(search):
    field, status = search.locator(".search-field"), search.locator(".search-status")
    found(search, "上下联动")
    before = status.text_content()
    field.evaluate(
        """(field) => {
          field.dispatchEvent(new CompositionEvent('compositionstart'));
          field.value = "xun'shi";
          field.dispatchEvent(new InputEvent('input', { isComposing: true }));
        }"""
    )
    assert status.text_content() == before
    field.evaluate(
        """(field) => {
          field.value = '巡视';
          field.dispatchEvent(new CompositionEvent('compositionend'));
        }"""
    )
    expect(status).not_to_have_text(before)
    expect(search.locator(".search-results a").first).to_contain_text("巡视")


def test_the_display_panel_leaves_the_page_to_be_seen(search):
    search.get_by_role("button", name="显示").click()
    panel = search.get_by_role("dialog", name="显示设置")
    assert panel.evaluate("(d) => getComputedStyle(d, '::backdrop').backgroundColor").endswith("0)")
    labels = panel.locator("label").all()
    assert min(label.bounding_box()["height"] for label in labels) >= 44
    panel.get_by_text("护眼").click()
    assert search.evaluate("document.documentElement.dataset.theme") == "sepia"
    search.keyboard.press("Escape")


def test_the_text_begins_in_one_place_on_every_page(shelf):
    tab = Tab(shelf(viewport={"width": 1440, "height": 900}))
    places = {
        tab(name).locator("h1").bounding_box()["x"]
        for name in ("book/index.html", PAGE, "book/terms.html", "book/progress.html", "404.html")
    }
    assert len(places) == 1


def test_the_marks_of_the_mirror_name_their_columns_and_lead_to_their_rows(shelf):
    with shelf().once("book/mirror.html") as page:
        table = page.locator(".course-table-marks")
        assert table.locator("thead a").count() == table.locator("thead th").count() - 2
        marks = table.locator("td a")
        said = table.locator("td .visually-hidden").all_text_contents()
        assert marks.count() == len([words for words in said if words != "没有"])
        for mark in marks.all():
            target = mark.get_attribute("href")
            assert page.locator(target).count() == 1
        assert page.get_by_text("（同上一句）").count() > 0
        # Two citations with nothing between them are parted, for 5·1 and 4·4 are not 5·14·4.
        before = "(all) => all.map(({ previousSibling: one }) => one.nodeType === Node.TEXT_NODE)"
        assert all(page.locator("a.cite + a.cite").evaluate_all(before))
