"""What the built site holds, as lines that a maintainer reads.

A report that finds the site wanting prints what it found and then fails, so
that a bad report can never be stored as the expected one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from playwright.async_api import async_playwright

from tests.browser.chromium import launch_options
from tests.this_course import load_bank, load_speech

SITE = Path(__file__).parents[2] / "_build" / "html"
#: The page that repeats the whole speech for reference.
FULL_TEXT = "fulltext"


def sentences_of(page: Path) -> list[tuple[str, str]]:
    """Give the sentences on a page: id and text, in the page's order."""
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    return [(element["id"], element.get_text()) for element in soup.select("span.sentence")]


def pages_in_order() -> list[Path]:
    """Give the built pages in the order of the site's own navigation."""
    index = SITE / "book" / "index.html"
    soup = BeautifulSoup(index.read_text(encoding="utf-8"), "html.parser")
    links = [a["href"] for a in soup.select("nav.contents a.reference.internal")]
    return [index, *(index.parent / link for link in links if link != "#")]


def report_speech() -> None:
    """Print, page by page, which sentences stand there, and whether all is whole."""
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


ANSWER = """
(cases) => cases.map(([item, right, wrong]) => {
  const root = document.getElementById(`ex-${item}`);
  const verdict = (response) => { root.response = response; root.submit(); return root.dataset.state; };
  const verdicts = [verdict({}), verdict(wrong), verdict(right)];
  root.reset();
  return [...verdicts, root.dataset.state].join(' ');
})
"""


async def report_exercises() -> None:
    """Print, page by page, how its exercises answer to nothing, wrong and right."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**launch_options())
        context = await browser.new_context(offline=True)
        outside: list[str] = []
        context.on("request", lambda r: r.url.startswith("file:") or outside.append(r.url))
        page = await context.new_page()
        for chapter in load_bank().chapters:
            await page.goto((SITE / f"{chapter.page}.html").as_uri())
            await page.wait_for_selector("html[data-exercises=ready]")
            rubrics = {item.id: item.rubric() for item in chapter.items}
            cases = [
                [id_, rubric.right_response(), rubric.wrong_response()]
                for id_, rubric in rubrics.items()
            ]
            verdicts: dict[str, Any] = {}
            for id_, verdict in zip(rubrics, await page.evaluate(ANSWER, cases), strict=True):
                verdicts.setdefault(verdict, []).append(id_)
            for verdict, items in verdicts.items():
                print(f"{chapter.id:6} {len(items)} exercises: {verdict}")
                assert verdict == "unanswered wrong correct new", items
        await browser.close()
    print("requests to another host:", len(outside))
    assert not outside
