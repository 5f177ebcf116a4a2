"""axe finds nothing on any page or in any state of an exercise, in every theme, wide and narrow."""

import pytest

from tests.browser.reader import bring_axe, course_pages, cut_off, keep_display, open_page, samples

# In forced colours the system paints; axe knows only what the style sheets asked for.
VIOLATIONS = """(part) => axe.run(part, {
  resultTypes: ['violations'],
  rules: { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } },
}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))"""
INTO_STATE = {
    "new": "",
    "unanswered": "root.submit()",
    "wrong": "root.response = item.wrong; root.submit()",
    "right": "root.response = item.right; root.submit()",
    "revealed": "root.response = item.wrong; root.submit(); root.reveal()",
}


#: A reader's browser: the theme of the system, the one chosen, and the width.
READERS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"color_scheme": "light", "viewport": {"width": 320, "height": 640}},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
    "sepia": {"color_scheme": "light"},
}


@pytest.fixture(scope="module", params=READERS)
def theme(request):
    return request.param


@pytest.fixture(scope="module")
def open_pages(browser, file_site, theme):
    """Pages of a reader who has chosen a theme, with axe at hand, each loaded once."""
    context = browser.new_context(**READERS[theme])
    if theme == "sepia":
        context.add_init_script(keep_display(file_site, theme="sepia"))
    cut_off(context, file_site)
    pages = {}

    def page_of(name):
        if name not in pages:
            pages[name] = open_page(context, file_site + name)
            bring_axe(pages[name])
        return pages[name]

    yield page_of
    context.close()


@pytest.mark.parametrize("name", course_pages())
def test_a_page_is_accessible(open_pages, name):
    assert open_pages(name).locator("html").evaluate(VIOLATIONS) == []


@pytest.mark.parametrize("theme", ["light", "dark", "forced"], indirect=True)
@pytest.mark.parametrize("state", INTO_STATE)
@pytest.mark.parametrize("item", samples().values(), ids=samples())
def test_an_exercise_is_accessible(exercise, item, state):
    exercise.root.evaluate(
        f"(root, item) => {{ {INTO_STATE[state]} }}", {"right": item.right, "wrong": item.wrong}
    )
    assert exercise.root.evaluate(VIOLATIONS) == []


@pytest.mark.parametrize("theme", ["light", "dark", "sepia", "phone"], indirect=True)
def test_the_page_is_in_the_readers_theme(open_pages, theme):
    ground = (
        open_pages(course_pages()[0])
        .locator("body")
        .evaluate("(body) => getComputedStyle(body).backgroundColor.match(/[0-9]+/g).map(Number)")
    )
    assert (max(ground[:3]) < 128) == (theme == "dark")
