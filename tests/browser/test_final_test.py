"""A test: one paper for one seed, no verdict before the one submission, then all of it."""

from __future__ import annotations

import functools
import re

import pytest
from playwright.sync_api import expect

from exercises import load_bank
from exercises.papers import chapter_blueprint, load_blueprint, sample
from publishing.pages.exam.plans import course_plans
from tests.browser import candidate as candidates
from tests.browser.candidate import ITEMS
from tests.browser.reader import cut_off, open_page, stored_name
from tests.browser.test_memory import FULL_STORAGE, NO_STORAGE
from tests.second_course import CHAPTERS, FRONT, SHISHUO
from tests.second_course import EXAM as PAGE
from tests.this_course import COURSE

SEED = "2023"
BANK = load_bank(SHISHUO)
PAPER = sample(load_blueprint(SHISHUO, "final"), BANK, SEED)
IDS = [question.item.id for question in PAPER.questions]
ONE_OF_EACH_KIND = {question.item.kind: question.item.id for question in PAPER.questions}.values()
#: A test of few questions, for what does not hang on their number.
CHAPTER = "c01"
[_taught] = [chapter for chapter in BANK.chapters if chapter.id == CHAPTER]
SHORT = sample(chapter_blueprint(_taught), BANK, SEED)
SHORT_IDS = [question.item.id for question in SHORT.questions]
#: What an exercise tells of its answer, or would do about it.
TOLD = """(root) => ({
  state: root.dataset.state,
  text: root.innerText,
  marks: root.querySelectorAll('[data-action]:not([hidden]), .verdict, [data-mark]').length,
  buttons: [...root.querySelectorAll('[data-action]')].some((button) => button.checkVisibility()),
  sources: [...root.querySelectorAll('a[data-source]')].some((link) => link.checkVisibility()),
  acts: 'submit' in root || 'reveal' in root,
})"""


ALL_TOLD = f"""(ids) => ids.map((id, place) => {{
  document.querySelectorAll('.exam-number')[place].click();
  return ({TOLD})(document.getElementById(`ex-${{id}}`));
}})"""
RESPONSES = "(ids) => ids.map((id) => document.getElementById(`ex-${id}`).response)"
OPEN_ALL = "(summaries) => { for (const summary of summaries) summary.click(); }"
#: Each question of a result: what it tells, its verdict and the answer in it.
ALL_OF_THE_RESULT = f"""(ids) => ids.map((id) => {{
  const root = document.getElementById(`ex-${{id}}`);
  const verdict = root.querySelector('[role=status]').innerText;
  return {{ ...({TOLD})(root), verdict, response: root.response }};
}})"""


def right(item):
    return item.right


def wrong(item):
    return item.wrong


def feedback(item_id):
    """Give all that is told of the answers to an item."""
    slots = BANK.item(item_id).rubric().slots.values()
    outcomes = [one for slot in slots for one in (*slot.values.values(), slot.other, slot.absent)]
    return {outcome.feedback for outcome in outcomes} - {""}


def nothing(_):
    return None


Candidate = functools.partial(candidates.Candidate, course=SHISHUO)
named = functools.partial(stored_name, course=SHISHUO)


# Over http: see test_memory.
@pytest.fixture(scope="module")
def site(shishuo_site):
    return shishuo_site


@pytest.fixture
def candidate(tab):
    return Candidate(tab(PAGE))


@pytest.fixture
def two_tabs(browser, site):
    context = browser.new_context()
    cut_off(context, site)
    yield [Candidate(open_page(context, site + PAGE)) for _ in range(2)]
    context.close()


@pytest.fixture(scope="module")
def all_wrong(shelf):
    """The result of someone who has answered every question wrongly, to be looked at only."""
    candidate = Candidate(shelf()(PAGE))
    candidate.page.evaluate(
        "document.addEventListener('test:graded', ({ detail }) => { window.told = detail; })"
    )
    return candidate.begin(SEED, name="张三").answer_all(wrong).submit()


def options_compared(candidate, paper):
    """See that options stand as Python has them; give how many questions have shuffled ones."""
    compared = 0
    for question in paper.questions:
        face = question.item.face()
        if not face.get("shuffle"):
            continue
        wanted = [option["id"] for option in question.shuffled(face["options"])]
        inputs = candidate.exercise(question.item.id).root.locator(".exercise-options input")
        values = inputs.evaluate_all("(inputs) => inputs.map((input) => input.value)")
        # Below the options a kind may have more to tick, which nothing shuffles.
        assert values[: len(wanted)] == wanted
        compared += 1
    return compared


class TestOneSeed:
    def test_gives_the_paper_that_python_draws(self, candidate):
        assert candidate.begin(SEED).questions == IDS

    def test_gives_it_however_it_is_typed(self, candidate):
        for typed in (" 2023　", "２０２３", SHORT.code, SHORT.code.upper()):
            assert candidate.begin(typed, plan=CHAPTER).questions == SHORT_IDS, typed
            candidate.abandon()

    def test_gives_the_same_paper_in_two_fresh_browsers_from_a_server_and_from_a_folder(
        self, browser, candidate, shishuo
    ):
        context = browser.new_context()
        folder = f"{shishuo.site.as_uri()}/"
        cut_off(context, folder)
        other = Candidate(open_page(context, folder + PAGE))
        texts = [
            one
            .begin(SEED)
            .page.locator("#exam section.exercise")
            .evaluate_all("(roots) => roots.map((root) => root.textContent)")
            for one in (candidate, other)
        ]
        context.close()
        assert texts[0] == texts[1]
        assert len(texts[0]) == len(IDS)

    def test_gives_the_order_of_options_that_python_gives(self, candidate):
        assert options_compared(candidate.begin(SEED), PAPER) >= 2

    def test_of_the_course_on_the_speech_gives_its_paper_too(self, browser, http_site):
        context = browser.new_context()
        cut_off(context, http_site)
        page = open_page(context, f"{http_site}book/test.html")
        candidate = candidates.Candidate(page).begin(SEED)
        paper = sample(load_blueprint(COURSE, "final"), load_bank(COURSE), SEED)
        assert candidate.questions == [question.item.id for question in paper.questions]
        assert options_compared(candidate, paper) > 5
        context.close()

    def test_is_drawn_by_chance_if_none_is_typed(self, two_tabs):
        first, second = two_tabs
        codes = []
        for one in (first, second):
            one.begin(plan=CHAPTER)
            codes.append(one.page.locator(".exam-head .exam-note").inner_text())
            one.abandon()
        assert codes[0] != codes[1]

    def test_of_another_version_of_the_book_is_told_before_it_begins(self, candidate):
        candidate.begin("final-2023-000000")
        expect(candidate.dialog).to_contain_text("出自另一版课程")
        candidate.dialog.get_by_role("button", name="返回").click()
        assert candidate.screen == "start"
        candidate.press("开始答题")
        candidate.dialog.get_by_role("button", name="仍然开始").click()
        assert candidate.questions == IDS


class TestBeforeSubmission:
    @pytest.mark.parametrize("response_of", [right, wrong])
    def test_nothing_tells_whether_an_answer_is_right(self, candidate, response_of):
        candidate.begin(SEED)
        before = {one["state"] for one in candidate.page.evaluate(ALL_TOLD, IDS)}
        candidate.page.evaluate(
            "window.heard = []; for (const name of ['exercise:graded', 'test:graded'])"
            " document.addEventListener(name, () => window.heard.push(name));"
        )
        candidate.answer_all(response_of)
        for item_id in ONE_OF_EACH_KIND:
            candidate.press_number(IDS.index(item_id) + 1)
            candidate.exercise(item_id).root.press("Enter")
        for item_id, told in zip(IDS, candidate.page.evaluate(ALL_TOLD, IDS), strict=True):
            assert {told.pop("state")} == before == {"new"}
            text = told.pop("text")
            assert not any(told.values()), told
            assert not any(reason in text for reason in feedback(item_id))
        assert candidate.page.evaluate("window.heard") == []

    def test_the_numbers_tell_what_is_answered_and_marked(self, candidate):
        candidate.begin(SEED, plan=CHAPTER)
        first = candidate.shown
        assert candidate.number(1).get_attribute("aria-label") == "第 1 题，未答"
        candidate.exercise(first).answer(ITEMS[first].wrong)
        candidate.press("标记")
        assert candidate.number(1).get_attribute("aria-label") == "第 1 题，已答，已标记"
        expect(candidate.page.locator(".exam-numbers summary")).to_have_text(
            f"题号：已答 1 题，未答 {len(SHORT_IDS) - 1} 题，标记 1 题"
        )

    def test_going_to_a_question_takes_the_focus_there(self, candidate):
        candidate.begin(SEED, plan=CHAPTER)
        candidate.press("下一题")
        assert candidate.shown == SHORT_IDS[1]
        focused = "document.activeElement.dataset.item"
        assert candidate.page.evaluate(focused) == SHORT_IDS[1]
        candidate.press_number(4)
        assert candidate.page.evaluate(focused) == candidate.shown == SHORT_IDS[3]
        candidate.press("上一题")
        assert candidate.page.evaluate(focused) == candidate.shown == SHORT_IDS[2]

    def test_what_is_unanswered_is_told_and_leads_there(self, candidate):
        candidate.begin(SEED, plan=CHAPTER)
        candidate.answer_all(lambda item: None if item.id in SHORT_IDS[2:4] else item.wrong)
        candidate.press("交卷")
        expect(candidate.dialog).to_contain_text("还有 2 题没有作答")
        candidate.dialog.get_by_role("button", name="到第 4 题").click()
        expect(candidate.exercise(SHORT_IDS[3]).root).to_be_focused()
        assert candidate.shown == SHORT_IDS[3]
        assert candidate.stored("test:result") == []

    def test_the_time_can_be_hidden(self, candidate):
        candidate.begin(SEED, plan=CHAPTER)
        clock = candidate.page.locator(".exam-clock")
        expect(clock).to_contain_text("用时")
        candidate.press("隐藏时间")
        expect(clock).to_have_text("时间已隐藏")


class TestWhatStandsOut:
    def test_is_the_next_question_until_there_is_none(self, candidate):
        candidate.begin(plan=CHAPTER)
        buttons = candidate.page.locator("#exam")
        on, end = (
            buttons.get_by_role("button", name=name, exact=True) for name in ("下一题", "交卷")
        )
        strong = re.compile(r"exam-main")
        expect(on).to_have_class(strong)
        expect(end).not_to_have_class(strong)
        assert not candidate.page.locator(".neighbour").first.is_visible()
        candidate.press_number(len(candidate.questions))
        expect(end).to_have_class(strong)
        expect(on).not_to_have_class(strong)
        candidate.press_number(1)
        candidate.answer_all(right)
        expect(end).to_have_class(strong)
        before = candidate.page.url
        candidate.page.keyboard.press("ArrowRight")
        assert candidate.page.url == before

    def test_is_the_score_in_the_result_and_then_what_was_wrong(self, candidate):
        candidate.begin(SEED, plan=CHAPTER).answer_all(
            lambda item: item.wrong if item.id in SHORT_IDS[2:4] else item.right
        )
        candidate.submit()
        assert next(iter(candidate.facts)) == "得分"
        candidate.press("看错的题（2）")
        assert candidate.exercise(SHORT_IDS[2]).state == "wrong"
        shown = candidate.page.locator(".exam-review summary:visible .exam-which")
        assert [text.split("　")[0] for text in shown.all_inner_texts()] == ["第 3 题", "第 4 题"]
        bars = candidate.page.locator(".exam-table tr:not(.exam-chapter) .exam-bar")
        assert bars.count() == candidate.page.locator("tbody tr:not(.exam-chapter)").count()


def test_the_tour_of_the_kinds_has_no_test():
    tour = COURSE.settings.items.tour
    assert tour in {chapter.id for chapter in load_bank(COURSE).chapters}
    assert tour not in {plan.id for plan in course_plans(COURSE)}


class TestResuming:
    def test_after_a_reload_the_answers_the_marks_and_the_place_are_there(self, candidate):
        candidate.begin(SEED, name="张三").answer_all(right)
        candidate.press_number(6)
        candidate.press("标记")
        candidate.reload()
        assert candidate.screen == "start"
        expect(candidate.page.locator(".exam-card")).to_contain_text(
            f"已答 {len(IDS)} 题，共 {len(IDS)} 题"
        )
        candidate.go_on()
        assert candidate.questions == IDS
        assert candidate.shown == IDS[5]
        assert "已标记" in candidate.number(6).get_attribute("aria-label")
        responses = candidate.page.evaluate(RESPONSES, IDS)
        assert responses == [ITEMS[item_id].right for item_id in IDS]
        assert candidate.submit().score == (100, 100)
        assert candidate.facts["姓名"] == "张三"

    def test_two_tabs_lose_nothing(self, two_tabs):
        one, other = two_tabs
        one.begin(SEED)
        expect(other.page.locator(".exam-card")).to_be_visible()
        other.go_on()
        one.exercise(IDS[0]).answer(ITEMS[IDS[0]].right)
        other.exercise(IDS[1]).answer(ITEMS[IDS[1]].right)
        for tab in two_tabs:
            expect(tab.number(1)).to_have_attribute("aria-label", "第 1 题，已答")
            expect(tab.number(2)).to_have_attribute("aria-label", "第 2 题，已答")
        assert other.exercise(IDS[0]).response == ITEMS[IDS[0]].right

    def test_a_paper_can_be_abandoned_after_a_question(self, candidate):
        candidate.begin(plan=CHAPTER).answer_all(wrong)
        candidate.press("放弃这份试卷")
        candidate.dialog.get_by_role("button", name="保留").click()
        assert candidate.screen == "sitting"
        candidate.press("放弃这份试卷")
        candidate.dialog.get_by_role("button", name="放弃", exact=True).click()
        expect(candidate.page.locator(".exam-start")).to_be_visible()
        assert candidate.stored("test:") == []

    def test_a_paper_whose_items_have_changed_is_told_and_not_shown(self, candidate):
        candidate.begin(plan=CHAPTER)
        candidate.page.evaluate(
            "(key) => { const sitting = JSON.parse(localStorage[key]);"
            " Object.values(sitting.items)[0].version = 'x';"
            " localStorage[key] = JSON.stringify(sitting); }",
            named(candidate.page.url, "test:sitting"),
        )
        candidate.reload()
        expect(candidate.page.locator(".exam-card")).to_contain_text("课程已更新")
        assert candidate.page.get_by_role("button", name="继续答题").count() == 0


class TestTheOneSubmission:
    def test_ends_the_paper_for_good(self, candidate):
        candidate.begin(plan=CHAPTER).answer_all(right).submit()
        candidate.reload()
        expect(candidate.page.locator(".exam-start")).to_be_visible()
        assert len(candidate.stored("test:result")) == len(candidate.stored("test:")) == 1

    def test_in_one_tab_is_shown_in_the_other_and_cannot_be_made_again(self, two_tabs):
        one, other = two_tabs
        one.begin(plan=CHAPTER).answer_all(wrong)
        expect(other.page.locator(".exam-card")).to_be_visible()
        other.go_on()
        other.press("交卷")
        one.submit()
        other.page.locator(".exam-result").wait_for()
        expect(other.status).to_have_text("这份试卷已在另一个标签页交卷。")
        expect(other.dialog).to_have_count(0)
        assert len(other.stored("test:result")) == 1
        assert other.score == one.score

    def test_does_not_touch_what_is_saved_of_the_chapters(self, all_wrong):
        assert all_wrong.stored("test:result")
        assert all_wrong.stored("exercise:") == []

    def test_is_told_to_whoever_listens(self, all_wrong):
        told = all_wrong.page.evaluate("window.told")
        assert [item["id"] for item in told["items"]] == IDS
        assert {item["state"] for item in told["items"]} == {"wrong"}


class TestTheResult:
    @pytest.mark.parametrize(
        ("response_of", "score", "verdict"),
        [(right, 100, "全对"), (wrong, 0, "不正确"), (nothing, 0, "未作答")],
        ids=["all right", "all wrong", "nothing answered"],
    )
    def test_is_true(self, request, response_of, score, verdict):
        if response_of is wrong:
            candidate = request.getfixturevalue("all_wrong")
        else:
            candidate = request.getfixturevalue("candidate")
            candidate.begin(SEED).answer_all(response_of).submit()
        assert candidate.score == (score, 100)
        assert f"{verdict} {len(IDS)} 题" in candidate.facts["答题"]
        assert candidate.facts["试卷编号"] == PAPER.code
        verdicts = candidate.page.locator(".exam-review .exam-verdict").all_inner_texts()
        assert verdicts == [verdict] * len(IDS)

    def test_gives_part_of_the_points_for_part_of_the_answer(self, candidate):
        candidate.begin(SEED).answer_all(lambda item: item.partly_right).submit()
        earned = 0
        for question in PAPER.questions:
            grade = question.item.rubric().grade(ITEMS[question.item.id].partly_right or {})
            # To the nearest half of a point, upwards.
            halves = (4 * question.points * grade.score + grade.max) // (2 * grade.max)
            earned += halves / 2
        assert 0 < earned < 100
        assert candidate.score == (earned, 100)

    def test_adds_up_by_chapter_and_by_objective(self, candidate):
        candidate.begin(SEED).answer_all(lambda item: item.right if item.kind == "single" else {})
        score = candidate.submit().score
        table = candidate.page.locator(".exam-table")
        sums = {}
        for name, rows in (("chapter", "tr.exam-chapter"), ("objective", "tr:not(.exam-chapter)")):
            cells = table.locator(f"tbody {rows} td").all_inner_texts()
            pairs = [tuple(map(float, cell.split("／"))) for cell in cells]
            sums[name] = tuple(sum(column) for column in zip(*pairs, strict=True))
        assert sums == {"chapter": score, "objective": score}

    def test_leads_to_what_to_reread_where_points_were_lost_and_only_there(self, candidate):
        lost = SHORT_IDS[0]
        candidate.begin(SEED, plan=CHAPTER).answer_all(
            lambda item: item.wrong if item.id == lost else item.right
        )
        candidate.submit()
        links = candidate.page.locator(".exam-reread a")
        source = BANK.item(lost).source
        assert links.count() >= len(source)
        hrefs = links.evaluate_all("(links) => links.map((link) => link.href)")
        for href in hrefs:
            candidate.page.goto(href)
            anchor = href.partition("#")[2]
            expect(candidate.page.locator(f"[id='{anchor}'].sentence")).to_be_visible()

    def test_shows_each_question_with_verdict_key_reasons_and_source(self, all_wrong):
        assert all_wrong.page.locator("#exam section.exercise").count() == 0
        all_wrong.page.locator(".exam-review summary").evaluate_all(OPEN_ALL)
        expect(all_wrong.page.locator("#exam section.exercise [role=status]")).to_have_count(
            len(IDS)
        )
        every = all_wrong.page.evaluate(ALL_OF_THE_RESULT, IDS)
        for item_id, told in zip(IDS, every, strict=True):
            assert told["verdict"].startswith("回答不正确")
            assert told["response"] == ITEMS[item_id].wrong
            assert told["state"] == "wrong"
            assert told["sources"]
            assert not told["buttons"]
            assert any(reason in told["text"] for reason in feedback(item_id)), item_id

    def test_can_show_only_what_is_not_all_right(self, candidate):
        candidate.begin(SEED, plan=CHAPTER).answer_all(
            lambda item: item.wrong if item.id == SHORT_IDS[2] else item.right
        )
        candidate.submit()
        candidate.page.get_by_label("只看没有全对的题").check()
        shown = candidate.page.locator(".exam-review summary:visible .exam-which")
        assert [text.split("　")[0] for text in shown.all_inner_texts()] == ["第 3 题"]

    def test_is_kept_and_can_be_deleted(self, candidate):
        candidate.begin(plan=CHAPTER, name="李四").answer_all(right).submit()
        score = candidate.score
        candidate.reload()
        history = candidate.page.locator(".exam-history")
        expect(history.locator("li")).to_have_count(1)
        history.get_by_role("button", name="查看").click()
        candidate.page.locator(".exam-result").wait_for()
        assert candidate.score == score
        assert candidate.facts["姓名"] == "李四"
        candidate.press("返回，另做一份")
        history.get_by_role("button", name="删除").click()
        candidate.dialog.get_by_role("button", name="删除", exact=True).click()
        expect(candidate.status).to_have_text("已删除一次成绩。")
        expect(history).to_have_count(0)

    def test_prints_as_a_sheet_and_nothing_else(self, all_wrong):
        page = all_wrong.page
        page.emulate_media(media="print")
        printed = page.locator("body").inner_text()
        for part in ("张三", PAPER.code, "0 分（满分 100 分", "各章和各项学习目标的得分"):
            assert part in printed
        assert page.locator("main").locator("button:visible, input:visible").count() == 0
        assert "逐题讲评" not in printed
        colours = page.locator(".exam-sheet, .exam-sheet *").evaluate_all(
            "(parts) => [...new Set(parts.map((part) => getComputedStyle(part).color))]"
        )
        page.emulate_media(media="screen")
        assert all(is_grey(colour) for colour in colours), colours


def is_grey(colour):
    red, green, blue, *_ = (float(part) for part in colour[4:].strip("()").split(","))
    return max(red, green, blue) - min(red, green, blue) < 24


class TestStorageThatIs:
    # In whatever way it is damaged: test_exam_records.py.
    @pytest.mark.parametrize("entry", ["sitting", "result:x"])
    def test_damaged_is_told_and_costs_only_what_is_damaged(self, tab, site, entry):
        candidate = Candidate(tab(PAGE, {named(site, f"test:{entry}"): "{"}))
        expect(candidate.status).to_contain_text("已损坏")
        assert candidate.begin(SEED, plan=CHAPTER).questions == SHORT_IDS

    def test_damaged_in_one_answer_costs_that_answer(self, candidate):
        candidate.begin(SEED, plan=CHAPTER).answer_all(right)
        damaged, sound, *_ = SHORT_IDS
        candidate.page.evaluate(
            "(name) => { localStorage[name] = '{\"response\": []'; }",
            named(candidate.page.url, f"test:answer:{damaged}"),
        )
        candidate.reload()
        candidate.go_on()
        assert candidate.exercise(damaged).response in ({}, None)
        assert candidate.exercise(sound).response == ITEMS[sound].right

    @pytest.mark.parametrize("init", [NO_STORAGE, FULL_STORAGE], ids=["forbidden", "full"])
    def test_of_no_use_is_told_and_the_test_goes_on(self, visit, init):
        candidate = Candidate(visit(PAGE, init=init)).begin(SEED, plan=CHAPTER)
        candidate.answer_all(right)
        expect(candidate.status).to_contain_text("浏览器没能在本机保存")
        earned, total = candidate.submit().score
        assert earned == total


class TestStorageThatFillsUp:
    """The answers are there until the result is."""

    @pytest.fixture
    def filled(self, candidate):
        candidate.begin(plan=CHAPTER).answer_all(right)
        candidate.page.evaluate(
            f"() => {{ window.kept = Storage.prototype.setItem; {FULL_STORAGE} }}"
        )
        return candidate.submit()

    def test_after_a_reload_it_can_be_submitted_again(self, filled):
        expect(filled.page.locator(".exam-not-kept")).to_be_visible()
        expect(filled.status).to_contain_text("浏览器没能在本机保存")
        filled.reload()
        filled.go_on()
        assert filled.submit().score[0] == filled.score[1]
        assert len(filled.stored("test:result")) == len(filled.stored("test:")) == 1

    def test_the_warning_goes_when_it_is_stored_after_all(self, filled):
        filled.press("再试着保存")
        expect(filled.page.locator(".exam-not-kept")).to_be_visible()
        assert filled.stored("test:answer")
        filled.page.evaluate("() => { Storage.prototype.setItem = kept; }")
        filled.press("再试着保存")
        expect(filled.status).to_have_text("成绩已经保存。")
        expect(filled.page.locator(".exam-not-kept")).to_have_count(0)
        assert len(filled.stored("test:result")) == len(filled.stored("test:")) == 1


def typed_question():
    """Find the question of the short paper whose answer is typed."""
    for question in SHORT.questions:
        if any(slot.typed for slot in question.item.rubric().slots.values()):
            return question.item.id
    raise AssertionError("the test never asks for a typed answer")


def test_what_is_pasted_by_mistake_is_cut_off_and_damages_nothing(candidate):
    typed = typed_question()
    candidate.begin(SEED, plan=CHAPTER).exercise(typed).answer({"1": "督" * 2500})
    candidate.reload()
    expect(candidate.status).not_to_contain_text("已损坏")
    candidate.go_on()
    assert set(candidate.exercise(typed).response["1"]) == {"督"}


def test_without_a_script_the_page_says_where_tests_are_to_be_had(visit):
    page = visit(PAGE, java_script_enabled=False)
    assert "请向教师要印好的试卷" in page.locator("#exam").inner_text()


def test_its_script_is_loaded_on_its_page_only(visit):
    for page, wanted in ((PAGE, True), (CHAPTERS[1], False), (FRONT, False)):
        sources = visit(page).evaluate("[...document.scripts].map(({ src }) => src)")
        assert any("/exam.js" in source for source in sources) is wanted
