"""Reports on the contents of the built site, as lines for maintainers to read.

A report that finds a fault prints what it found and then fails, so that a bad report cannot be
stored as the expected one.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml.html import HtmlElement, document_fromstring
from playwright.async_api import async_playwright

from tests.browser.chromium import launch_options
from tests.this_course import load_bank, load_speech

SITE = Path(__file__).parents[2] / "_build" / "html"
#: The page that repeats the whole speech for reference.
FULL_TEXT = "fulltext"


@cache
def parsed(page: Path) -> HtmlElement:
    """Parse a built page; cached."""
    return document_fromstring(page.read_bytes())


def sentences_of(page: Path) -> list[tuple[str, str]]:
    """Return ids and texts of the sentences on a page, in page order."""
    found = parsed(page).find_class("sentence")
    return [(one.get("id"), one.text_content()) for one in found if one.tag == "span"]


def pages_in_order() -> list[Path]:
    """Return the built pages in the order of the site's own navigation."""
    index = SITE / "book" / "index.html"
    [contents] = (one for one in parsed(index).find_class("contents") if one.tag == "nav")
    links = [link.get("href") for link in contents.find_class("reference internal")]
    return [index, *(index.parent / link for link in links if link != "#")]


def report_speech() -> None:
    """Print the sentences on each page, and whether the speech is complete."""
    read = []
    for page in pages_in_order():
        found = sentences_of(page)
        if not found:
            continue
        print(f"{page.stem:9} {found[0][0]} … {found[-1][0]}  {len(found)} sentences")
        if page.stem != FULL_TEXT:
            read += found
        else:
            whole = [(s.anchor, s.text) for s in load_speech().sentences]
            print("the full text is the speech:", found == whole)
            assert found == whole
    wanted = [
        (s.anchor, s.text) for s in load_speech().sentences if s.paragraph not in load_speech().outside
    ]
    print(f"p01–p19: {len(wanted)} sentences, each read once and in order:", read == wanted)
    assert read == wanted


def report_exercises() -> None:
    """Print the number of exercises on each page, which must be those of the bank."""
    for chapter in load_bank().chapters:
        page = parsed(SITE / f"{chapter.page}.html")
        found = [one for one in page.find_class("exercise") if one.tag == "section"]
        print(f"{chapter.id:6} {len(found)} exercises")
        assert sorted(one.get("data-item") for one in found) == sorted(i.id for i in chapter.items)


ANSWER = """
(cases) => cases.map(([item, right, wrong]) => {
  const root = document.getElementById(`ex-${item}`);
  const verdict = (response) => { root.response = response; root.submit(); return root.dataset.state; };
  const verdicts = [verdict({}), verdict(wrong), verdict(right)];
  root.reset();
  return [...verdicts, root.dataset.state].join(' ');
})
"""


async def report_answers() -> None:
    """Print how exercises react to no, wrong and right answers, on the page with most kinds.

    Exercises on all pages are tested in tests/browser/test_contract.py.
    """
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**launch_options())
        context = await browser.new_context(offline=True)
        outside: list[str] = []
        context.on("request", lambda r: r.url.startswith("file:") or outside.append(r.url))
        page = await context.new_page()
        chapter = max(
            load_bank().chapters,
            key=lambda chapter: (len({item.kind for item in chapter.items}), -len(chapter.items)),
        )
        await page.goto((SITE / f"{chapter.page}.html").as_uri())
        await page.wait_for_selector("html[data-exercises=ready]")
        rubrics = [item.rubric() for item in chapter.items]
        cases = [
            [item.id, rubric.right_response(), rubric.wrong_response()]
            for item, rubric in zip(chapter.items, rubrics, strict=True)
        ]
        for item, verdicts in zip(chapter.items, await page.evaluate(ANSWER, cases), strict=True):
            print(f"{item.kind:10} {verdicts}")
            assert verdicts == "unanswered wrong correct new", item.id
        await browser.close()
    print("requests to another host:", len(outside))
    assert not outside
