"""axe finds nothing in any state of an exercise; what it finds on pages: test_every_page.py."""

import functools

import pytest

from tests.browser.axe import SHARED, THEMES, TWO_FRAMES
from tests.browser.reader import course_pages, keep_display, samples

WIDE = {"width": 1280, "height": 720}
PHONE = {"width": 320, "height": 640}
INTO_STATE = {
    "new": "",
    "unanswered": "root.submit()",
    "wrong": "root.response = item.wrong; root.submit()",
    "right": "root.response = item.right; root.submit()",
    "revealed": "root.response = item.wrong; root.submit(); root.reveal()",
}
#: Themes in which the states are checked.
OF_STATES = ("light", "dark", "forced")


@pytest.fixture(scope="module")
def found_in_state(shelf):
    """What is amiss with the exercises in a state, all kinds in it at once."""
    pages = shelf()

    @functools.cache
    def found_in_state(state):
        found = []
        for name in dict.fromkeys(item.page for item in samples().values()):
            items = {
                f"ex-{item.id}": {"right": item.right, "wrong": item.wrong}
                for item in samples().values()
                if item.page == name
            }
            page = pages(name)
            page.evaluate(
                f"""(items) => {{
                  for (const [id, item] of Object.entries(items)) {{
                    const root = document.getElementById(id);
                    root.reset();
                    {INTO_STATE[state]};
                  }}
                }}""",
                items,
            )
            # Verdicts are scrolled out from behind the bar, and feet off screen return to their
            # places: a frame each.
            for _ in range(2):
                page.evaluate(TWO_FRAMES)
            parts = ", ".join(f"#{id_}" for id_ in items)
            found += SHARED.violations_by(page, "section.exercise", parts, themes=OF_STATES)
        return found

    return found_in_state


@pytest.mark.parametrize("theme", OF_STATES)
@pytest.mark.parametrize("state", INTO_STATE)
@pytest.mark.parametrize("item", samples().values(), ids=samples())
def test_an_exercise_is_accessible(found_in_state, item, state, theme):
    # What is amiss outside all of them has no id.
    told = [told for id_, told in found_in_state(state) if id_ in {f"ex-{item.id}", ""}]
    assert [one for one in told if one.startswith(f"{theme}: ")] == []


@pytest.mark.parametrize("theme", ["light", "dark", "sepia", "phone"])
def test_the_page_is_in_the_readers_theme(visit, site, theme):
    wanted = THEMES.get(theme, THEMES["light"])
    page = visit(
        course_pages()[0],
        init=keep_display(site, theme=wanted.chosen) if wanted.chosen else "",
        color_scheme=wanted.scheme,
        viewport=PHONE if theme == "phone" else WIDE,
    )
    ground = page.locator("body").evaluate(
        "(body) => getComputedStyle(body).backgroundColor.match(/[0-9]+/g).map(Number)"
    )
    assert (max(ground[:3]) < 128) == (theme == "dark")
    # What other tests show without a reload is what a reader gets by the settings.
    assert page.evaluate("document.documentElement.dataset.theme") == wanted.shown
