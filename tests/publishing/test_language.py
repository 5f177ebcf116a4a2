"""The interface of the pages contains no English words."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "_build" / "html"
PAGES = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))
#: Keys and file types without common Chinese names.
ALLOWED = {"PDF", "Ctrl", "Shift", "Tab", "JSON", "zip", "FSRS"}
SAID = {"title", "alt", "aria-label", "aria-description", "placeholder", "summary", "label"}
DESCRIBED = {"description", "og:title", "og:description", "og:site_name"}
SILENT = {"script", "style", "code", "kbd"}


class Words(HTMLParser):
    """Collects everything that a reader can see or hear on a page."""

    def __init__(self, page):
        super().__init__()
        self.said = []
        self._silent = 0
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self._silent += tag in SILENT
        self.said += [value for name, value in attrs if name in SAID and value]
        if attributes.get("name", attributes.get("property")) in DESCRIBED:
            self.said.append(attributes["content"])

    def handle_endtag(self, tag):
        self._silent -= tag in SILENT

    def handle_data(self, data):
        if not self._silent:
            self.said.append(data)


def latin_words(texts):
    return {word for text in texts for word in re.findall(r"[A-Za-z]{2,}", text)} - ALLOWED


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_nothing_in_english(name):
    page = Words((SITE / name).read_text(encoding="utf-8"))
    assert latin_words(page.said) == set()


def test_an_english_label_would_be_seen():
    assert latin_words(Words('<p title="Link to this heading">x</p>').said)
