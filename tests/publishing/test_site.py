"""The built site carries each thing once."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from exercises import load_bank

SITE = Path(__file__).parents[2] / "_build" / "html"
PAGES = [chapter.page for chapter in load_bank().chapters]


def read(page: str) -> BeautifulSoup:
    return BeautifulSoup((SITE / f"{page}.html").read_text(encoding="utf-8"), "html.parser")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_loads_the_exercises_script_once_and_holds_none_of_it(page):
    scripts = read(page).find_all("script")
    ours = [script for script in scripts if "/exercises.js" in script.get("src", "")]
    assert len(ours) == 1
    assert not [script for script in scripts if "widget" in script.get("type", "")]
    code = (SITE / "_static" / "exercises.js").read_text(encoding="utf-8")
    assert code[:200] not in (SITE / f"{page}.html").read_text(encoding="utf-8")


def test_a_page_without_exercises_loads_nothing_of_them():
    loaded = [script.get("src", "") for script in read("book/fulltext").find_all("script")]
    assert not [source for source in loaded if "exercises" in source]


@pytest.mark.parametrize("page", PAGES)
def test_no_address_in_a_page_leads_to_another_host(page):
    elements = read(page).find_all(True)
    addresses = [e.get(name, "") for e in elements for name in ("src", "href", "action")]
    assert not [address for address in addresses if address.startswith(("http", "//"))]
