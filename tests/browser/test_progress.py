"""What a learner has done is shown, kept, carried to another browser, and cleared with care."""

import functools
import json
import re

import jsonschema
import pytest
from playwright.sync_api import expect

from exercises import load_bank
from tests.browser.reader import Tab, ready, saved_by, saving, stored_name
from tests.second_course import PROGRESS as PAGE
from tests.second_course import REVIEW as REVIEW_PAGE
from tests.second_course import SHISHUO

BANK = load_bank(SHISHUO)
CHAPTER = next(chapter for chapter in BANK.chapters if chapter.id == "c02")
READY = ".progress-chapter"
named = functools.partial(stored_name, course=SHISHUO)


def answer(page, item, response):
    page.evaluate(
        "([id, response]) => { const root = document.getElementById(`ex-${id}`);"
        " root.response = response; root.submit(); }",
        [item.id, response],
    )


def answer_two(page):
    """Answer the first item of the chapter wrong and the second right."""
    wrong, right, *_ = CHAPTER.items
    answer(page, wrong, wrong.rubric().wrong_response())
    answer(page, right, right.rubric().right_response())


@pytest.fixture(scope="module")
def site(shishuo_site):
    """Over http.

    From page to page of a folder Chromium changes the process, and what one has just saved may
    reach the next too late for a test that leaves the page in the same instant.
    """
    return shishuo_site


@pytest.fixture(scope="module")
def saved(shelf):
    """What is saved of a learner who answered two items."""
    with shelf().once(f"{CHAPTER.page}.html") as page:
        answer_two(page)
        return saved_by(page)


@pytest.fixture
def chapter(tab, saved):
    """That learner's page of the chapter."""
    return tab(f"{CHAPTER.page}.html", saved)


@pytest.fixture
def learner(tab, saved):
    """That learner's page of progress."""
    page = tab(PAGE, saved)
    page.wait_for_selector(READY)
    yield page
    page.emulate_media(media="null")


@pytest.fixture(scope="module")
def other_tab(shelf):
    return Tab(shelf())


@pytest.fixture
def other(other_tab):
    """The page of progress of another learner, with another browser."""
    page = other_tab(PAGE)
    page.wait_for_selector(READY)
    return page


def open_progress(page):
    page.goto(page.url.replace(f"{CHAPTER.page}.html", PAGE))
    page.wait_for_selector(READY)
    return page


def overview(page):
    return page.locator(".progress-overview p").inner_text()


def expect_overview(page, words):
    """Wait for the overview to say so: what one page saved reaches another in a moment."""
    expect(page.locator(".progress-overview p")).to_contain_text(words)


def choose_file(page, text, name="record.json"):
    data = text.encode() if isinstance(text, str) else text
    file = {"name": name, "mimeType": "application/json", "buffer": data}
    return choose(page, file)


def choose(page, file):
    """Choose a file to import, and give what is told of it."""
    status = page.locator(".progress-status")
    status.evaluate("(status) => { status.textContent = ''; }")
    page.locator("#progress input[type=file]").set_input_files(file)
    expect(status).not_to_be_empty()
    return status.inner_text()


def exported(page):
    with page.expect_download() as download:
        page.get_by_role("button", name="导出学习记录").click()
    return download.value.path().read_text(encoding="utf-8")


def test_the_contents_count_what_is_done_at_once(tab):
    chapter = tab(f"{CHAPTER.page}.html")
    answer_two(chapter)
    mark = chapter.locator("#contents .current .done")
    mark.wait_for()
    assert mark.inner_text().startswith(f"2/{len(CHAPTER.items)}")


def test_a_tick_in_the_contents_says_that_all_is_right(tab):
    chapter = tab(f"{CHAPTER.page}.html")
    mark = chapter.locator("#contents .current .done [aria-hidden]")
    wrong, *others = CHAPTER.items
    answer(chapter, wrong, wrong.rubric().wrong_response())
    for item in others:
        answer(chapter, item, item.rubric().right_response())
    expect(mark).to_have_text(f"{len(CHAPTER.items)}/{len(CHAPTER.items)}")
    expect(chapter.locator("#contents .current .done")).to_contain_text("要重做1道")
    answer(chapter, wrong, wrong.rubric().right_response())
    expect(mark).to_have_text("✓")


def test_a_record_goes_to_another_browser_and_back(learner, other):
    text = exported(learner)
    assert choose_file(other, text) == "已导入 2 道题的作答。"
    expect_overview(other, "做了 2 道，答对 1 道")
    assert json.loads(exported(other))["exercises"] == json.loads(text)["exercises"]


def test_right_only_at_the_second_attempt_is_not_right_at_once_and_the_newer_answer_stays(
    learner, site
):
    old = exported(learner)
    learner.goto(f"{site}{CHAPTER.page}.html")
    ready(learner)
    wrong = CHAPTER.items[0]
    answer(learner, wrong, wrong.rubric().right_response())
    page = open_progress(learner)
    expect_overview(page, "答对 2 道（其中第一次就对 1 道）")
    assert "没有改动" in choose_file(page, old)
    expect_overview(page, "答对 2 道")


RECORD = {
    "format": "course-record", "version": 3, "saved": "2026-11-23T01:00:00.000Z",
    "course": {"id": SHISHUO.settings.id, "title": "x"}, "parts": ["duties", "exercises", "reviews", "notes"],
    "exercises": {}, "reviews": {}, "notes": {}, "duties": {},
}  # fmt: skip
ENTRY = {
    "version": "x", "response": {}, "state": "new", "score": 0, "attempts": 1, "revealed": False,
}  # fmt: skip


REVIEW = {
    "version": "x", "due": 1, "stability": 2.3, "difficulty": 5.5, "interval": 3,
    "reps": 1, "lapses": 0, "rating": "good", "added": 1, "last": 1,
}  # fmt: skip
HOSTILE = json.dumps(RECORD | {"reviews": {"PROTO": REVIEW}}).replace("PROTO", "__proto__")


@pytest.fixture(scope="module")
def kept_open(shelf, saved):
    """The learner's page of progress, to which file after file is given."""
    page = shelf(init=saving(saved))(PAGE)
    page.wait_for_selector(READY)
    return page


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "文件已损坏"),
        (b"\xff\xfe\x00", "文件已损坏"),
        ("[]", "不是本课程导出的学习记录"),
        ('{"format": "other"}', "不是本课程导出的学习记录"),
        (json.dumps(RECORD | {"version": 4}), "另一个版本"),
        (json.dumps(RECORD | {"exercises": None}), "文件不完整"),
        (json.dumps(RECORD | {"exercises": {"<script>": ENTRY}}), "没有导入"),
        (json.dumps(RECORD | {"exercises": {"PROTO": {}}}).replace("PROTO", "__proto__"), "没有导入"),
        (json.dumps(RECORD | {"exercises": {"c04-x": ENTRY | {"score": "9"}}}), "没有导入"),
        (json.dumps(RECORD | {"exercises": {"c04-x": ENTRY | {"response": {"a": {}}}}}), "没有导入"),
        (json.dumps(RECORD | {"reviews": []}), "文件不完整"),
        (json.dumps({name: RECORD[name] for name in RECORD if name != "reviews"}), "文件不完整"),
        (json.dumps({name: RECORD[name] for name in RECORD if name != "parts"}), "文件不完整"),
        (json.dumps(RECORD | {"reviews": {"<script>": REVIEW}}), "没有导入"),
        (HOSTILE, "没有导入"),
        (json.dumps(RECORD | {"reviews": {"c04-x": REVIEW | {"rating": "<script>"}}}), "没有导入"),
        (json.dumps(RECORD | {"reviews": {"c04-x": REVIEW | {"due": 1e300}}}), "没有导入"),
        (json.dumps(RECORD | {"reviews": {"c04-x": REVIEW | {"html": "<img>"}}}), "没有导入"),
        (" " * 50_000_000, "文件太大"),
    ],
    ids=[
        "broken", "binary", "list", "foreign", "newer", "empty", "script", "proto", "score", "response",
        "reviews list", "no reviews", "no parts", "review script", "review proto", "review rating", "review due",
        "review more", "50MB",
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_with_a_reason_and_changes_nothing(
    kept_open, text, message, tmp_path
):
    page = kept_open
    expect_overview(page, "做了 2 道")
    before, saved = overview(page), saved_by(page)
    if len(text) > 1_000_000:
        large = tmp_path / "large.json"
        large.write_text(text, encoding="utf-8")
        told = choose(page, large)
    else:
        told = choose_file(page, text)
    assert message in told
    expect_overview(page, before)
    assert saved_by(page) == saved


def test_clearing_asks_first_and_can_be_undone(learner):
    page = learner
    expect_overview(page, "做了 2 道")
    before = overview(page)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="清除全部作答").click()
    expect_overview(page, before)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="清除全部作答").click()
    expect_overview(page, "做了 0 道")
    page.get_by_role("button", name="撤销").click()
    expect_overview(page, before)


def test_a_damaged_entry_is_left_out_and_left_alone(tab, site, saved):
    key = named(site, f"exercise:{CHAPTER.items[0].id}")
    page = tab(PAGE, saved | {key: "{"})
    expect_overview(page, "做了 1 道")
    assert page.evaluate("(key) => localStorage.getItem(key)", key) == "{"


@pytest.fixture(scope="module")
def schema(shishuo):
    """The form that the site publishes."""
    return json.loads((shishuo.site / "_static" / "record.schema.json").read_text(encoding="utf-8"))


def review_one(page):
    """Answer the day's first review right."""
    page.goto(page.url.replace(PAGE, REVIEW_PAGE))
    page.wait_for_selector("#review section.exercise")
    wrong = CHAPTER.items[0]
    answer(page, wrong, wrong.rubric().right_response())
    page.wait_for_function(
        "(name) => localStorage[name] !== undefined",
        arg=named(page.url, f"review:{wrong.id}"),
    )
    page.goto(page.url.replace(REVIEW_PAGE, PAGE))
    page.wait_for_selector(READY)
    return page


WHOLE = ENTRY | {"first": "", "at": 1}


class TestTheExportFile:
    def test_is_of_the_published_form_with_reviews_and_without(self, learner, other, schema):
        jsonschema.Draft202012Validator.check_schema(schema)
        without = json.loads(exported(learner))
        record = json.loads(exported(review_one(learner)))
        for file in (without, record, json.loads(exported(other))):
            jsonschema.validate(file, schema)
        assert list(record["reviews"]) == [CHAPTER.items[0].id]

    def test_of_a_form_that_is_refused_is_not_of_the_published_form(self, schema):
        is_valid = jsonschema.Draft202012Validator(schema).is_valid
        whole = RECORD | {"exercises": {"c04-x": WHOLE}, "reviews": {"c04-x": REVIEW}}
        jsonschema.validate(whole, schema)
        for name in schema["required"]:
            assert not is_valid({part: whole[part] for part in whole if part != name})
        for name in REVIEW:
            assert not is_valid(whole | {"reviews": {"c04-x": {**REVIEW, name: None}}})
        for name in WHOLE:
            assert not is_valid(whole | {"exercises": {"c04-x": {**WHOLE, name: None}}})

    def test_of_an_edition_with_other_live_pages_is_read_as_far_as_it_goes(self, learner, other):
        file = json.loads(exported(learner))
        del file["notes"]
        parts = ["exercises", "reviews", "more"]
        told = choose_file(other, json.dumps(file | {"parts": parts, "more": {"c04-x": 1}}))
        assert told == "已导入 2 道题的作答。"

    def test_takes_the_reviews_to_another_browser_where_the_newer_stays(self, learner, other):
        text = exported(review_one(learner))
        assert choose_file(other, text) == "已导入 2 道题的作答和1 道题的复习安排。"
        newer = json.loads(text)
        entry = newer["reviews"][CHAPTER.items[0].id]
        entry["last"] += 1
        entry["reps"] = 7
        assert choose_file(other, json.dumps(newer)) == "已导入 1 道题的复习安排。"
        assert "没有改动" in choose_file(other, text)
        assert json.loads(exported(other))["reviews"] == newer["reviews"]


def test_the_page_counts_right_and_to_redo_and_what_is_due_and_leads_to_the_review(learner):
    page = learner
    expect_overview(
        page,
        f"全书 {len(BANK)} 道题：做了 2 道，答对 1 道（其中第一次就对 1 道），要重做 1 道。",
    )
    expect(page.locator(".progress-due", has_text="到期复习 1")).to_have_count(1)
    page.get_by_role("link", name="去今日复习").click()
    page.wait_for_url(f"**/{REVIEW_PAGE}")


def test_clearing_takes_the_reviews_along_and_undo_brings_them_back(learner):
    page = review_one(learner)
    name = named(page.url, f"review:{CHAPTER.items[0].id}")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="清除全部作答").click()
    assert page.evaluate("(name) => localStorage.getItem(name)", name) is None
    page.get_by_role("button", name="撤销").click()
    assert page.evaluate("(name) => localStorage.getItem(name)", name) is not None


def test_the_printed_record_has_a_row_for_each_chapter_and_dates_in_chinese(learner):
    page = learner
    page.emulate_media(media="print")
    record = page.locator(".study-record")
    assert record.locator("tbody tr").count() == len(BANK.chapters)
    assert re.search(r"打印日期：\d{4}年\d{1,2}月\d{1,2}日", record.inner_text())
    row = record.locator("tbody tr", has_text=re.compile(r"\d月\d"))
    assert row.locator("td").nth(2).inner_text() == "2"
    assert not page.locator(".progress-chapter, #progress button").locator("visible=true").count()


def write_elsewhere(page, name, text):
    """Save an entry in another window."""
    other = page.context.new_page()
    other.goto(page.url.replace(PAGE, "_static/licenses.txt"))
    entry = [named(page.url, name), text]
    other.evaluate("([name, text]) => localStorage.setItem(name, text)", entry)
    other.close()


def test_undo_and_focus_stay_whatever_another_window_saves(learner):
    page = learner
    expect_overview(page, "做了 2 道")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="清除全部作答").click()
    undo = page.get_by_role("button", name="撤销")
    expect(undo).to_be_focused()
    page.evaluate("document.querySelector('.progress-overview').dataset.old = ''")
    write_elsewhere(page, "place", "{}")
    write_elsewhere(page, f"exercise:{CHAPTER.items[2].id}", json.dumps(
        WHOLE | {"version": "x", "state": "wrong", "first": "wrong"}
    ))  # fmt: skip
    expect(page.locator("a[data-standing=stale]")).to_have_count(1)
    expect(undo).to_be_focused()
    page.locator("a[data-standing=stale]").focus()
    write_elsewhere(page, f"exercise:{CHAPTER.items[3].id}", json.dumps(WHOLE | {"state": "wrong"}))
    expect(page.locator("a[data-standing=stale]")).to_have_count(2)
    assert page.evaluate("document.activeElement.dataset.standing") == "stale"
    # What another window has saved since is not undone.
    undo.click()
    expect_overview(page, "做了 2 道")
    expect(page.locator("a[data-standing=stale]")).to_have_count(2)


def test_each_item_is_a_cell_that_says_how_it_stands_and_leads_to_its_place(learner):
    cells = learner.locator(".progress-cells a")
    expect(cells).to_have_count(len(BANK))
    names = cells.evaluate_all("(all) => all.map((a) => a.getAttribute('aria-label'))")
    assert all(
        re.fullmatch(r"练习 \S+（.+）：(答对|要重做|未做)(，到期复习)?", name) for name in names
    )
    assert sum("答对" in name for name in names) == 1
    assert sum("要重做，到期复习" in name for name in names) == 1
    week = learner.locator(".progress-week li")
    assert week.count() == 7
    assert "今天：1 道题" in week.first.inner_text()
    learner.locator("a[data-standing=redo]").click()
    learner.wait_for_url(f"**/{CHAPTER.page}.html#ex-{CHAPTER.items[0].id}")


def test_a_record_can_be_carried_as_a_text(learner, other):
    # A page without a clipboard, as in-app browsers are.
    learner.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    learner.get_by_role("button", name="复制学习记录").click()
    text = learner.get_by_label("学习记录", exact=True).input_value()
    other.get_by_role("button", name="粘贴学习记录").click()
    other.get_by_label("把复制的学习记录粘贴在这里").fill(text)
    other.get_by_role("button", name="导入所粘贴的").click()
    expect(other.locator(".progress-status")).to_have_text("已导入 2 道题的作答。")


COUNT_REQUESTS = """globalThis.asked = 0;
navigator.storage.persist = async () => { asked += 1; return true; };"""


def test_a_first_answer_stays_the_first_though_another_tab_has_the_item_open(visit):
    one = visit(f"{CHAPTER.page}.html", init=COUNT_REQUESTS)
    other = one.context.new_page()
    # What it is told of the storage reaches it too late.
    other.add_init_script(
        "addEventListener('storage', (event) => event.stopImmediatePropagation(), true);"
    )
    other.goto(one.url)
    other.wait_for_selector("html[data-exercises=ready][data-course=ready]")
    item = CHAPTER.items[0]
    assert one.evaluate("asked") == 0
    answer(one, item, item.rubric().wrong_response())
    name = named(one.url, f"exercise:{item.id}")
    # What one page has saved reaches the storage of another in a moment.
    other.wait_for_function("(name) => localStorage[name]?.includes('wrong')", arg=name)
    for _ in range(2):
        answer(other, item, item.rubric().right_response())
    kept = json.loads(other.evaluate("(name) => localStorage[name]", name))
    assert (kept["first"], kept["attempts"], kept["state"]) == ("wrong", 3, "correct")
    # And the first page shows what the other has saved.
    expect(one.locator(f"#ex-{item.id}")).to_have_attribute("data-state", "correct")
    # The browser is asked to keep it all, once.
    assert (one.evaluate("asked"), other.evaluate("asked")) == (1, 0)


MANY, CHAPTERS = 2_000, 20
#: How many cells come in each task, on a machine to which each step is long; how long they take
#: anywhere is the bench's (TOPICS=scale).
TAKEN_AT_ONCE = """
let clock = 0;
performance.now = () => (clock += 50);
globalThis.atOnce = [];
new MutationObserver((records) => {
  const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) =>
    node.nodeType === 1 && node.isConnected);
  const cells = new Set(added.flatMap((node) => [...node.querySelectorAll('.progress-cells a')]));
  if (cells.size) atOnce.push(cells.size);
}).observe(document, { childList: true, subtree: true });
globalThis.laidOut = [];
new MutationObserver((records) => {
  const chapters = records.filter(({ target }) => target.matches('.progress-chapter'));
  if (chapters.length) laidOut.push(chapters.length);
}).observe(document, { attributeFilter: ['class'], subtree: true });
"""
#: Whether a chapter off screen shows once it is laid out, and before.
WITHOUT_LAYOUT = """async (chapter) => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const shows = () => chapter.firstChild.checkVisibility({ contentVisibilityAuto: true });
  const shown = [shows()];
  chapter.classList.remove('laid-out');
  await frame();
  return [...shown, shows()];
}"""


def test_a_course_of_two_thousand_items_is_drawn_a_part_at_a_time(visit):
    entry = "(i) => ({ ...first, id: `c04-x${i}`, number: `4-${i}` })"
    many = f"""
    let index;
    Object.defineProperty(window, 'itemIndex', {{
      get: () => index,
      set(chapters) {{
        const [first] = chapters[0].items;
        const items = Array.from({{ length: {MANY // CHAPTERS} }}, (_, i) => ({entry})(i));
        index = Array.from({{ length: {CHAPTERS} }}, () => ({{ ...chapters[0], items }}));
      }},
    }});"""
    page = visit(PAGE, init=TAKEN_AT_ONCE + many)
    page.wait_for_function(f"document.querySelectorAll('.progress-cells a').length === {MANY}")
    at_once = page.evaluate("globalThis.atOnce")
    assert sum(at_once) == MANY
    assert max(at_once) <= MANY // CHAPTERS
    # Off screen, they are laid out one by one.
    expect(page.locator(f"{READY}.laid-out")).to_have_count(CHAPTERS)
    assert page.evaluate("globalThis.laidOut") == [1] * CHAPTERS
    shown = page.locator(READY).last.evaluate(WITHOUT_LAYOUT)
    assert shown == [True, False]
