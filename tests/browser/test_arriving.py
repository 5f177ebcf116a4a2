"""Exercises come alive one after the other: first what the reader sees; no form stays hidden."""

import pytest

from tests.browser.reader import READY
from tests.second_course import CHAPTERS

#: A long page, which comes alive in many steps.
PAGE = "book/c03.html"
SHORT_PAGE = CHAPTERS[0]
WITHOUT_ITS_PARTS = ".exercise-live:not(:has(.exercise-step))"


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context.new_page()
    context.close()


#: In the page from its start, since a page comes alive sooner than a test on a busy machine can ask.
SCROLL_TO_THE_LAST = """(function look() {
  if (!document.querySelector('html[data-exercises=arriving] .exercise-live'))
    return requestAnimationFrame(look);
  const exercises = [...document.querySelectorAll('section.exercise')];
  const last = exercises.at(-1);
  // What is above becomes higher as it is laid out.
  last.scrollIntoView();
  if (!last.querySelector('.exercise-live')) return requestAnimationFrame(look);
  const alive = exercises.filter((one) => one.querySelector('.exercise-live'));
  window.aliveOfAll = [alive.length, exercises.length];
})();"""


def test_what_the_reader_scrolls_to_comes_first(page, http_site):
    line = page.context.new_cdp_session(page)
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(SCROLL_TO_THE_LAST)
    page.goto(http_site + PAGE)
    page.wait_for_function("window.aliveOfAll")
    alive, every = page.evaluate("window.aliveOfAll")
    assert alive < every
    assert page.locator("section.exercise").last.locator("input, select, button").count() > 3


@pytest.mark.parametrize("when", ["true", f"document.querySelector('{WITHOUT_ITS_PARTS}')"])
def test_when_the_script_breaks_off_nothing_is_missing(page, shishuo_site, when):
    page.add_init_script(f"""
      const Real = MessageChannel;
      window.MessageChannel = function () {{
        if ({when}) throw new Error('broken off');
        return new Real();
      }};""")
    broken_off = []
    page.on("pageerror", lambda error: broken_off.append(error.message))
    page.goto(shishuo_site + SHORT_PAGE)
    page.wait_for_selector("html[data-exercises=ready]")
    assert "broken off" in broken_off
    asleep = page.locator("section.exercise:not(:has(.exercise-live)) .exercise-body > *")
    assert asleep.count()
    assert all(
        asleep.evaluate_all(
            "(all) => all.map((one) => one.checkVisibility({ contentVisibilityAuto: false }))"
        )
    )
    assert page.locator(WITHOUT_ITS_PARTS).count() == 0


#: A clock by which all takes long; how often a frame is waited for; how often marks came at once.
SLOW_CLOCK = """
const now = performance.now.bind(performance);
let passed = 0;
performance.now = () => now() + (passed += 5);
window.framesAwaited = 0;
const { requestAnimationFrame } = window;
window.requestAnimationFrame = (draw) => {
  if (document.documentElement.dataset.exercises === 'arriving') window.framesAwaited += 1;
  return requestAnimationFrame.call(window, draw);
};
window.batchesOfMarks = 0;
const hasMarks = ({ addedNodes }) => [...addedNodes].some((node) => node.className === 'part-items');
new MutationObserver((records) => {
  if (records.some(hasMarks)) window.batchesOfMarks += 1;
}).observe(document, { childList: true, subtree: true });
"""


def test_what_takes_long_lets_the_browser_draw_and_the_reader_act(page, http_site):
    page.add_init_script(SLOW_CLOCK)
    page.goto(http_site + PAGE)
    page.wait_for_selector(READY)
    assert page.evaluate("framesAwaited") >= page.locator(".page section section").count() / 4
    page.wait_for_function("() => batchesOfMarks > 1")


FRAME = """(address) => {
  const frame = document.createElement('iframe');
  frame.sandbox = 'allow-scripts';
  frame.src = address;
  document.body.append(frame);
}"""


def test_in_a_frame_that_is_closed_in_nothing_breaks_off(browser, shishuo_site):
    # As a learner's browser has it: the driver's own block would stand in the way.
    context = browser.new_context(service_workers="allow", bypass_csp=True)
    page = context.new_page()
    broken_off = []
    page.on("pageerror", lambda error: broken_off.append(error.message))
    page.goto(f"{shishuo_site}404.html")
    page.evaluate(FRAME, shishuo_site + SHORT_PAGE)
    page.frame_locator("iframe").locator(READY).wait_for(state="attached")
    page.frames[1].wait_for_load_state("load")
    context.close()
    assert broken_off == []
