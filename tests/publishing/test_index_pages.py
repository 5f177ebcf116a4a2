"""The index pages link to the words, and terms in chapters link to the indexes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from publishing.indexes.places import places
from tests.this_course import load_indexes, load_speech

SITE = Path(__file__).parents[2] / "_build" / "html" / "book"
INDEXES = {
    "terms": load_indexes().terms,
    "people": load_indexes().names,
    "numbers": load_indexes().numbers,
}
PAGES = sorted(page.stem for page in SITE.glob("*.html"))
SENTENCES = {sentence.anchor: sentence.text for sentence in load_speech().sentences}


@cache
def read(page: str) -> BeautifulSoup:
    return BeautifulSoup((SITE / f"{page}.html").read_text(encoding="utf-8"), "html.parser")


@pytest.mark.parametrize("index", INDEXES)
def test_every_entry_has_its_place_on_the_page_and_links_to_all_its_sentences(index):
    page = read(index)
    for entry in INDEXES[index]:
        found = page.find(id=entry.anchor)
        quoted = {a["href"].partition("#")[2] for a in found.select("a.cite")}
        linked = [a["href"].partition("#")[2] for a in found.select(".index-places a")]
        wanted = dict.fromkeys(p.sentence.anchor for p in places(load_speech(), entry.forms))
        # All places are listed, or none if the quotations above link to each of them already.
        assert linked == ([] if quoted.issuperset(wanted) else list(wanted)), entry.term


def test_letters_lead_to_the_groups_of_an_index_of_many():
    letters = read("terms").select(".index-letters a")
    assert [a.get_text() for a in letters] == [
        read("terms").select_one(f"{a['href']} > h2").find(string=True) for a in letters
    ]
    assert len(letters) == len(read("terms").select("dl.index"))
    assert not read("numbers").select(".index-letters")


@pytest.mark.parametrize("index", INDEXES)
def test_every_link_of_an_index_leads_to_the_sentence(index):
    for link in read(index).select(".index-entry a[href*='.html#p']"):
        page, _, anchor = link["href"].partition(".html#")
        assert read(page).find(id=anchor).get_text() == SENTENCES[anchor]


@pytest.mark.parametrize("index", INDEXES)
def test_what_an_entry_quotes_is_shown_as_it_stands_in_the_speech(index):
    quotes = [quote.get_text() for quote in read(index).select(".index-quote")]
    assert quotes
    assert all(load_speech().quotes(quote) for quote in quotes)


@pytest.mark.parametrize("page", PAGES)
def test_terms_leave_the_text_of_the_sentences_as_it_is(page):
    for sentence in read(page).select(".sentence"):
        assert sentence.get_text() == SENTENCES[sentence["id"]]


@pytest.mark.parametrize("page", PAGES)
def test_each_term_is_marked_once_in_the_speech_and_nowhere_else(page):
    terms = read(page).select("a.term")
    notes = [term["data-note"] for term in terms]
    assert len(notes) == len(set(notes))
    for term in terms:
        assert term.find_parent(class_="sentence")
        assert not term.find_parent(class_="exercise")


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.startswith(("c", "intro", "part"))]
)
def test_every_term_that_a_chapter_reads_is_marked_there_at_its_first_free_place(page):
    read_page = read(page)
    text = "\n".join(s.get_text() for s in read_page.select("blockquote.speech .sentence"))
    marked = {term["data-note"] for term in read_page.select("a.term")}
    for term in load_indexes().terms:
        # A term that occurs only within longer ones is explained there.
        longer = [t for t in load_indexes().terms if t is not term]
        rest = text
        for other in longer:
            for form in other.forms:
                if any(own in form for own in term.forms):
                    rest = rest.replace(form, "○")
        if any(form in rest for form in term.forms):
            assert f"note-{term.id}" in marked, term.term


@pytest.mark.parametrize("page", PAGES)
def test_a_term_leads_to_its_entry_and_its_note_tells_what_the_entry_tells(page):
    built = read(page)
    index = read("terms")
    for term in built.select("a.term"):
        name, _, anchor = term["href"].partition(".html#")
        assert name == "terms"
        entry = index.find(id=anchor)
        note = built.find(id=term["data-note"])
        assert [q.get_text() for q in note.select(".index-quote")] == [
            q.get_text() for q in entry.select(".index-quote")
        ]
        status = entry.select_one(".index-status").get_text()
        assert note.select_one(".index-status").get_text() == status
