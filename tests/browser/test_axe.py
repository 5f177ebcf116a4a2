"""What the checks by axe would find."""

import pytest

from tests.browser.axe import THEMES, Axe

SOUND = """<!doctype html><html lang="zh-CN" data-theme="light"><title>页</title><style>
  [data-theme=dark] body { background: #111; color: #eee; }
  [data-theme=dark] .faint { color: #333; }
  [data-theme=dark] .ground { background: #ccc; }
</style><main><h1>题</h1><p>一段</p><p>二段</p><p class="CLASS">三段</p></main>"""


@pytest.fixture
def page(browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


def found(page, markup):
    page.set_content(markup)
    return Axe().violations(page, themes=tuple(THEMES))


def test_nothing_is_found_on_a_sound_page(page):
    assert found(page, SOUND) == []


@pytest.mark.parametrize("fault", ["faint", "ground"])
def test_one_faint_element_in_the_dark_is_found(page, fault):
    assert found(page, SOUND.replace("CLASS", fault)) == [f"dark: color-contrast: .{fault}"]


def test_an_element_without_a_name_is_found_at_either_width(page):
    page.set_content(SOUND.replace("三段", "<button></button>"))
    axe = Axe()
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        assert "light: button-name: button" in axe.violations(page, themes=tuple(THEMES))


def test_a_link_that_only_its_colour_marks_is_found_in_the_dark(page):
    markup = SOUND.replace("</style>", "[data-theme=dark] a { color: #ddd }</style>").replace(
        "三段", '三段里有<a href="#x" style="text-decoration: none">一处</a>链接'
    )
    markup = markup.replace("</style>", "[data-theme=light] a { color: #06c }</style>")
    assert "dark: link-in-text-block: a" in found(page, markup)
    unmarked = markup.replace(' style="text-decoration: none"', "")
    assert [told for told in found(page, unmarked) if "link" in told] == []


def test_the_colours_of_a_look_are_checked_once(page):
    page.set_content(SOUND.replace("CLASS", "faint"))
    axe = Axe()
    assert axe.violations(page, themes=("light", "dark")) == ["dark: color-contrast: .faint"]
    page.set_content(SOUND.replace("CLASS", "faint"))
    assert axe.violations(page, themes=("light", "dark")) == []
    page.set_content(SOUND.replace("CLASS", "ground"))
    assert axe.violations(page, themes=("light", "dark")) == ["dark: color-contrast: .ground"]


@pytest.mark.parametrize(
    ("style", "is_found"),
    [("font-size: 23.9px", True), ("font-size: 24px", False),
     ("font: 700 18.6px serif", True), ("font: 700 18.7px serif", False), ("font: 600 20px serif", True)],
)  # fmt: skip
def test_large_words_and_small_ones_of_one_colour_are_two_looks(page, style, is_found):
    # Large words may be as grey as this.
    words = [f'<p style="color: #8a8a8a; {more}">一段话</p>' for more in ("font-size: 40px", style)]
    page.set_content(SOUND.replace("</main>", f"{''.join(words)}</main>"))
    told = [one for one in Axe().violations(page) if "contrast" in one]
    assert bool(told) is is_found


def test_a_single_character_does_not_stand_for_the_words_of_its_look(page):
    axe = Axe()
    page.set_content(SOUND.replace("CLASS", "faint").replace("三段", "三"))
    assert axe.violations(page, themes=("light", "dark")) == []
    page.set_content(SOUND.replace("CLASS", "faint"))
    assert axe.violations(page, themes=("light", "dark")) == ["dark: color-contrast: .faint"]


@pytest.mark.parametrize("position", ["static", "absolute"])
def test_words_that_lie_on_another_ground_than_their_parents_are_found(page, position):
    # Of one look with other words but for where they lie.
    page.set_content(
        f"""{SOUND}<div style="position: relative; height: 5em">
        <p style="color: #222">平常的一段话</p>
        <div style="position: absolute; inset: 3em 0 0; background: #111"></div>
        <p class="over" style="position: {position}; inset: 3em 0 0; margin: 0; color: #222">上面</p></div>"""
    )
    told = [one for one in Axe().violations(page) if "contrast" in one]
    assert told == (["light: color-contrast: .over"] if position == "absolute" else [])
