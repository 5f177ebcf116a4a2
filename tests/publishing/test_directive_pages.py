"""Pages are identified by their directives: the site links to wherever a directive is."""

import json
import re

import pytest

from tests.publishing.books import SOUND, TOC

PROGRESS = "```{progress}\n```\n"


def pages_of(book, page="book/index"):
    """Return the live pages that a page links to."""
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
    # These two are read again; the others are only written.
    book.write("book/one.md", "# 一\n")
    book.write("book/two.md", f"# 二\n\n{PROGRESS}")
    book.build()
    assert pages_of(book) == pages_of(book, "book/one") == {"progress": "book/two"}
    assert "全文" not in search_page(book)
    # Pages that are not read at all are still known.
    book.write("book/index.md", "# 课程\n\n改过。\n")
    book.build()
    assert pages_of(book) == {"progress": "book/two"}


@pytest.mark.parametrize(
    ("pages", "message"),
    [
        ({"c07": f"{PROGRESS}\n{SOUND}"}, "book/c07.md:10：{progress} 不能和原文放在同一页；请在 book/"),
        ({"c07": f"{SOUND}\n```{{exam}}\n```\n"}, "book/c07.md:18：{exam} 不能和原文放在同一页"),
        ({"c07": SOUND.partition("\n\n")[2] + "\n" + PROGRESS},
         "book/c07.md:15：{progress} 不能和题目放在同一页"),
        ({"index": PROGRESS + PROGRESS}, "book/index.md:5：{progress} 已在 book/index.md:3 出现过"),
        ({"index": PROGRESS, "one": PROGRESS}, "book/one.md:3：{progress} 已在 book/index.md:3 出现过；全书只放一处"),
    ],
)  # fmt: skip
def test_a_live_page_has_one_place_away_from_text_and_items(book, pages, message):
    for name, body in pages.items():
        if name == "c07":
            book.chapter(body)
        else:
            book.write(f"book/{name}.md", f"# 一\n\n{body}")
    if "one" in pages:
        book.write("_toc.yml", f"{TOC}  - file: book/one\n")
    built = book.build()
    assert built.code != 0
    assert built.error.strip().startswith(message)
