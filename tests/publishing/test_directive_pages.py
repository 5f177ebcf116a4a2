"""Pages are known by what they hold: wherever a directive stands, the site links there."""

import json
import re

from tests.publishing.books import TOC

PROGRESS = "```{progress}\n```\n"


def pages_of(book, page="book/index"):
    """Give the live pages that a page knows of."""
    text = (book.folder / "_build" / "html" / f"{page}.html").read_text(encoding="utf-8")
    found = re.search(r"data-pages='([^']*)'", text)
    return json.loads(found[1]) if found else {}


def search_page(book):
    return (book.folder / "_build" / "html" / "search.html").read_text(encoding="utf-8")


def test_a_course_without_such_pages_has_no_links_to_them(book):
    assert book.build().code == 0
    assert pages_of(book) == {}
    assert "全文" not in search_page(book)
    assert "用浏览器自己的查找" in search_page(book)


def test_every_page_follows_a_directive_to_another_page(book):
    book.write("_toc.yml", f"{TOC}  - file: book/one\n  - file: book/two\n")
    book.write("book/one.md", f"# 一\n\n{PROGRESS}\n```{{speech-appendix}}\n```\n")
    book.write("book/two.md", "# 二\n")
    book.build()
    assert pages_of(book) == pages_of(book, "book/two") == {"progress": "book/one"}
    assert 'href="book/one.html"' in search_page(book)
    # These two are read anew; the others are only written.
    book.write("book/one.md", "# 一\n")
    book.write("book/two.md", f"# 二\n\n{PROGRESS}")
    book.build()
    assert pages_of(book) == pages_of(book, "book/one") == {"progress": "book/two"}
    assert "全文" not in search_page(book)
    # And those that are not read at all are still known.
    book.write("book/index.md", "# 课程\n\n改过。\n")
    book.build()
    assert pages_of(book) == {"progress": "book/two"}
