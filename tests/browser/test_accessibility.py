"""axe finds nothing against our own markup, in any state, light and dark."""

import pytest

from tests.browser.reader import ROOT, course_pages, cut_off, open_page, samples

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
VIOLATIONS = """(part) => axe.run(part, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))"""
INTO_STATE = {
    "new": "",
    "unanswered": "root.submit()",
    "wrong": "root.response = item.wrong; root.submit()",
    "right": "root.response = item.right; root.submit()",
    "revealed": "root.response = item.wrong; root.submit(); root.reveal()",
}


@pytest.fixture(scope="module", params=["light", "dark"])
def theme(request):
    return request.param


@pytest.fixture(scope="module")
def open_pages(browser, file_site, theme):
    """Pages of a reader who has chosen a theme, with axe at hand, each loaded once."""
    context = browser.new_context(color_scheme=theme)
    cut_off(context, file_site)
    pages = {}

    def page_of(name):
        if name not in pages:
            pages[name] = open_page(context, file_site + name)
            pages[name].add_script_tag(path=AXE)
        return pages[name]

    yield page_of
    context.close()


@pytest.mark.parametrize("name", course_pages())
def test_the_text_of_a_page_is_accessible(open_pages, name):
    assert open_pages(name).locator("main").evaluate(VIOLATIONS) == []


@pytest.mark.parametrize("state", INTO_STATE)
@pytest.mark.parametrize("item", samples().values(), ids=samples())
def test_an_exercise_is_accessible(exercise, item, state):
    exercise.root.evaluate(
        f"(root, item) => {{ {INTO_STATE[state]} }}", {"right": item.right, "wrong": item.wrong}
    )
    assert exercise.root.evaluate(VIOLATIONS) == []


def test_the_page_is_in_the_readers_theme(open_pages, theme):
    ground = (
        open_pages(course_pages()[0])
        .locator("body")
        .evaluate("(body) => getComputedStyle(body).backgroundColor.match(/[0-9]+/g).map(Number)")
    )
    assert (max(ground[:3]) < 128) == (theme == "dark")
