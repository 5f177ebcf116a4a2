"""The exercises of the review and test pages are those that the chapters show."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.this_course import load_bank

SITE = Path(__file__).parents[2] / "_build" / "html"
CHAPTERS = load_bank().chapters


@cache
def read(page):
    return BeautifulSoup((SITE / f"{page}.html").read_text(encoding="utf-8"), "html.parser")


def stored(chapter):
    text = (SITE / "_static" / "items" / f"{chapter.id}.js").read_text(encoding="utf-8")
    opening = f'(window.courseItems??={{}})["{chapter.id}"]='
    assert text.startswith(opening)
    return json.loads(text.removeprefix(opening).rstrip().rstrip(";"))


def without_sources(payload):
    return {name: value for name, value in payload.items() if name != "sources"}


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.id)
def test_the_store_holds_the_payloads_of_the_page_in_its_order(chapter):
    page = read(chapter.page)
    on_page = [json.loads(data.string) for data in page.select("script.exercise-data")]
    in_store = stored(chapter)["items"]
    assert [item["id"] for item in in_store] == [payload["id"] for payload in on_page]
    for item, payload in zip(in_store, on_page, strict=True):
        assert without_sources(payload).items() <= without_sources(item).items()


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.id)
def test_each_source_leads_to_a_sentence_on_its_page(chapter):
    for item in stored(chapter)["items"]:
        for source in item["sources"]:
            sentence = read(source["page"]).find(id=source["anchor"])
            assert sentence is not None, (item["id"], source)
            assert "sentence" in sentence["class"]


def test_numbers_are_those_of_the_pages():
    chapter = CHAPTERS[3]
    shown = [number.get_text() for number in read(chapter.page).select(".exercise-number")]
    assert [f"练习 {item['number']}" for item in stored(chapter)["items"]] == shown
