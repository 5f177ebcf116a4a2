"""Every page: without trouble from a server and from a folder, at any width, and for everyone.

Each page is loaded once from either, and looked at in all the ways that are asked about below.
"""

import functools
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from tests.browser.axe import THEMES, violations
from tests.browser.reader import (
    OVERHANG,
    READY,
    SITE,
    course_pages,
    cut_off,
    go_to,
    keep_display,
)

#: The richest first: others have few looks that axe has not seen on it.
PAGES = sorted(course_pages(), key=lambda name: -(SITE / name).stat().st_size)
CHAPTERS = [page for page in PAGES if page.startswith("book/c")]

#: 1280 pixels at 400 % and at 200 % are as wide as these (WCAG 2.2, 1.4.10 Reflow).
ZOOMED = {"320 px": 320, "zoomed to 200 %": 640}
WIDE, PHONE = 1440, 360
#: Where notes stand below their text.
NOT_WIDE = {"narrow": 1100, "phone": PHONE}
HEIGHT = 900
#: The windows in which axe looks at a page: narrow in the light, wide in every theme.
AXE_NARROW, AXE_WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 720}

NOTE_WHAT_IS_ASKED_FOR = """window.askedFor = [];
for (const [name, { prototype }] of [['localStorage', { prototype: window }],
                                     ['cookie', Document]]) {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name);
  Object.defineProperty(prototype, name, {
    get() { askedFor.push(name); return get.call(this); }, configurable: true,
  });
}"""
BOXES = """() => [...document.querySelectorAll('.beside')].map((group) => {
  const box = (selector) => {
    const { left, top, right, bottom } = group.querySelector(selector).getBoundingClientRect();
    return { left, top: top + scrollY, right, bottom: bottom + scrollY };
  };
  return { speech: box('.beside-speech'), notes: box('.beside-notes') };
})"""
#: Fields that are set smaller than 16 pixels: a phone zooms in on them.
SMALL_FIELDS = """() => [...document.querySelectorAll('input, select, textarea')]
  .filter((field) => !['radio', 'checkbox'].includes(field.type))
  .filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16)
  .map((field) => field.outerHTML.slice(0, 200))"""
#: Words that cannot be read on what is printed behind them, and a ground that is not light.
UNREADABLE = """() => {
  const parse = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
    return { rgb: [red, green, blue], alpha };
  };
  const light = ([red, green, blue]) => {
    const part = (c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { rgb, alpha } = parse(getComputedStyle(at).backgroundColor);
      if (alpha > 0.5) return light(rgb);
    }
    return 1;
  };
  const words = [...document.querySelectorAll('body *')].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const bad = words.filter((element) => element.checkVisibility()).filter((element) => {
    const [a, b] = [light(parse(getComputedStyle(element).color).rgb), ground(element)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 3;
  });
  return [...(ground(document.body) > 0.9 ? [] : ['the page']),
          ...new Set(bad.map((element) => `${element.localName}.${element.className}`))];
}"""
#: At once: each question that a driver puts to a page takes as long as all of these.
THERE = f"""() => {{
  const count = (selector) => document.querySelectorAll(selector).length;
  return {{
    language: document.documentElement.getAttribute('lang'),
    exercises: count('section.exercise'),
    live: count('section.exercise form'),
    ready: document.documentElement.matches('{READY}'),
  }};
}}"""
ORDER = "() => [...document.querySelectorAll('.beside > *')].map((part) => part.className)"


@dataclass
class Seen:
    """What there was to see of a page."""

    console: list[str]
    outside: list[str]
    failed: list[str]
    language: str
    exercises: int
    live: int
    ready: bool
    asked_for: list[str] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    #: By the window's width: how far the page runs off it, and where its side notes stand.
    overhang: dict[int, int] = field(default_factory=dict)
    beside: dict[int, list[dict]] = field(default_factory=dict)
    small_fields: list[str] = field(default_factory=list)
    #: What cannot be read on paper when the screen is dark.
    unreadable: list[str] = field(default_factory=list)
    #: What axe has against it, by theme, or on a phone.
    amiss: list[str] = field(default_factory=list)


def look_at(page, troubles):
    """See what may differ between a server and a folder."""
    there = page.evaluate(THERE)
    return Seen(
        **{name: list(getattr(troubles, name)) for name in ("console", "outside", "failed")},
        **there,
    )


def look_closer(page, seen):
    """See what is the same from wherever the page comes."""
    seen.asked_for = page.evaluate("askedFor")
    seen.order = page.evaluate(ORDER)
    page.set_viewport_size(AXE_NARROW)
    seen.overhang[AXE_NARROW["width"]] = page.evaluate(OVERHANG)
    seen.amiss = [told.replace("light: ", "phone: ", 1) for told in violations(page)]
    page.set_viewport_size(AXE_WIDE)
    seen.amiss += violations(page, themes=tuple(THEMES))
    for width in sorted(
        {*ZOOMED.values(), WIDE, *NOT_WIDE.values()} - {*seen.overhang}, reverse=True
    ):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        seen.overhang[width] = page.evaluate(OVERHANG)
        seen.beside[width] = page.evaluate(BOXES)
    seen.small_fields = page.evaluate(SMALL_FIELDS)
    page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")
    page.emulate_media(media="print")
    seen.unreadable = page.evaluate(UNREADABLE)
    page.emulate_media(media="screen")


@pytest.fixture(scope="module")
def look(browser, http_site, file_site):
    """Look at a page from a server or from a folder; the second time, remember."""
    readers = {}
    for source, site in (("http", http_site), ("file", file_site)):
        context = browser.new_context()
        if source == "file":
            context.add_init_script(NOTE_WHAT_IS_ASKED_FOR)
        readers[source] = context.new_page(), site, cut_off(context, site)

    @functools.cache
    def look(source, name):
        page, site, troubles = readers[source]
        # What the page before has asked for and not got is no trouble of this one.
        page.goto("about:blank")
        for noted in (troubles.console, troubles.outside, troubles.failed):
            noted.clear()
        go_to(page, site + name)
        seen = look_at(page, troubles)
        if source == "file":
            look_closer(page, seen)
        return seen

    yield look
    for page, *_ in readers.values():
        page.context.close()


class TestFromAServerAndFromAFolder:
    @pytest.fixture(params=["http", "file"])
    def source(self, request):
        return request.param

    @pytest.fixture
    def seen(self, look, source, name):
        return look(source, name)

    each_page = pytest.mark.parametrize("name", PAGES)

    @each_page
    def test_the_console_stays_silent(self, seen):
        assert seen.console == []

    @each_page
    def test_no_other_host_is_asked(self, seen):
        assert seen.outside == []

    @each_page
    def test_nothing_is_missing(self, seen):
        assert seen.failed == []

    @each_page
    def test_the_language_is_chinese(self, seen):
        assert seen.language == "zh-CN"

    @each_page
    def test_all_its_exercises_are_ready(self, seen):
        assert seen.live == seen.exercises
        assert seen.ready or not seen.exercises

    def test_the_front_door_leads_into_the_book(self, browser, request, source):
        site = request.getfixturevalue(f"{source}_site")
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{site}index.html")
        page.wait_for_url(f"{site}{course_pages()[0]}")
        context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_a_folder_asks_for_its_storage_when_the_browser_knows_of_it(look, name):
    # See storage.js; the trouble itself comes once in twenty visits, and not on an idle machine.
    assert look("file", name).asked_for[:2] == ["cookie", "localStorage"]


@pytest.mark.parametrize("theme", [*THEMES, "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible(look, name, theme):
    assert [told for told in look("file", name).amiss if told.startswith(f"{theme}: ")] == []


@pytest.mark.parametrize("width", ZOOMED.values(), ids=ZOOMED)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_off_the_page(look, name, width):
    assert look("file", name).overhang[width] <= 0


@pytest.mark.parametrize("name", PAGES)
def test_no_phone_zooms_in_on_a_field(look, name):
    assert look("file", name).small_fields == []


@pytest.mark.parametrize("name", PAGES)
def test_a_dark_screen_prints_dark_on_light(look, name):
    assert look("file", name).unreadable == []


@pytest.mark.parametrize("name", ["book/index.html", "book/c03.html", "book/mirror.html"])
def test_nor_in_the_largest_letters(visit, site, name):
    largest = keep_display(site, size="largest")
    page = visit(name, init=largest, viewport={"width": 320, "height": 640})
    assert page.evaluate("() => document.documentElement.dataset.size") == "largest"
    assert page.evaluate(OVERHANG) <= 0


@pytest.mark.parametrize("name", CHAPTERS)
class TestSideNotes:
    """They stand beside what they are about where there is room, and below it elsewhere."""

    def test_on_a_wide_screen_notes_are_level_with_their_text(self, look, name):
        seen = look("file", name)
        assert seen.beside[WIDE]
        for group in seen.beside[WIDE]:
            assert group["notes"]["left"] >= group["speech"]["right"]
            assert abs(group["notes"]["top"] - group["speech"]["top"]) < 30
        assert seen.overhang[WIDE] <= 0

    def test_no_notes_run_into_the_next(self, look, name):
        notes = [group["notes"] for group in look("file", name).beside[WIDE]]
        for above, below in pairwise(notes):
            assert above["bottom"] <= below["top"]

    @pytest.mark.parametrize("width", NOT_WIDE.values(), ids=NOT_WIDE)
    def test_elsewhere_they_stand_below_it(self, look, name, width):
        for group in look("file", name).beside[width]:
            assert group["notes"]["top"] >= group["speech"]["bottom"]

    def test_they_are_read_after_their_text(self, look, name):
        order = look("file", name).order
        assert order == ["beside-speech", "beside-notes"] * (len(order) // 2)
