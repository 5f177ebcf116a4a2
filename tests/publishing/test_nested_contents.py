"""Chapters nested in the table of contents keep their place in the sidebar and the scripts' data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from docutils import nodes

from exercises import load_bank
from publishing.html.data import item_index
from publishing.pages.exam import plans
from tests.publishing.slipped_book import SlippedBook
from tests.second_course import SHISHUO

BANK = load_bank(SHISHUO)
PAGES = [chapter.page for chapter in BANK.chapters]
#: The last chapter comes first; it contains the others, in reverse order.
NESTED = PAGES[::-1]


@pytest.fixture
def app() -> Any:
    """Build nothing: an application with all pages read."""
    env = SimpleNamespace(
        config=SimpleNamespace(root_doc="book/index"),
        toctree_includes={"book/index": NESTED[:1], NESTED[0]: NESTED[1:]},
        titles={page: nodes.title("", page) for page in PAGES},
        course_shown_items={
            chapter.page: [item.id for item in chapter.items] for chapter in BANK.chapters
        },
    )
    return SimpleNamespace(env=env, config=env.config)


def test_in_the_item_index(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[Any] = []
    monkeypatch.setattr(item_index, "bank_of", lambda _: BANK)
    monkeypatch.setattr(item_index, "hand_over", lambda *given: handed.append(given[-1]))
    item_index.write_item_index(app)
    assert [chapter["page"] for chapter in handed[0]] == NESTED


def test_among_the_tests(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[Any] = []
    one = plans.course_plans(SHISHUO)[0]
    tests = [replace(one, id=chapter.id) for chapter in BANK.chapters]
    monkeypatch.setattr(plans, "bank_of", lambda _: BANK)
    monkeypatch.setattr(plans, "course_of", lambda _: SHISHUO)
    monkeypatch.setattr(plans, "course_plans", lambda _: tests)
    monkeypatch.setattr(plans, "hand_over", lambda *given: handed.append(given[-1]))
    plans.write_plans(app)
    pages = {chapter.id: chapter.page for chapter in BANK.chapters}
    assert [pages[plan["id"]] for plan in handed[0]] == NESTED


def test_in_the_sidebar_of_every_page(tmp_path: Path) -> None:
    book = SlippedBook(tmp_path)
    one, other = "      - file: book/shizhidao\n", "      - file: book/congshi\n"
    book.slip("_toc.yml", f"  - caption: 从师之惑\n    chapters:\n{other}", "")
    book.slip("_toc.yml", one, f"{one}        sections:\n    {other}")
    assert book.build().code == 0
    for name in ("shizhidao", "congshi"):
        page = BeautifulSoup((book.folder / f"_build/html/book/{name}.html").read_text(), "lxml")
        (here,) = page.select('#contents a[href="#"]')
        assert here.text == page.h1.find(string=True)
        link = "#" if name == "congshi" else "congshi.html"
        assert page.select_one(f'#contents li li a[href="{link}"]')
