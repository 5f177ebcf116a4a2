"""The builder as an author meets it: whole builds of a small book."""

from __future__ import annotations

from pathlib import Path

import pytest

from publishing.handout.editions import FILES
from tests.publishing.books import SOUND, SmallBook

TWINS = """
```{only} html
点开年中的链接 {cite}`p13.s01`。
```

```{only} handout
翻到年中那一页 {cite}`p13.s01`。
```
"""


@pytest.fixture
def book(tmp_path: Path) -> SmallBook:
    return SmallBook(tmp_path)


def test_a_sentence_for_the_web_gives_way_to_its_twin_for_paper(book: SmallBook) -> None:
    book.chapter(SOUND + TWINS)
    page = book.build("html").page
    assert "点开年中的链接" in page
    assert "翻到年中那一页" not in page
    built = book.build("handout")
    assert built.code == 0, built.output
    printed = (book.folder / "_build" / "handout" / "pages.typ").read_text(encoding="utf-8")
    assert "翻到年中那一页" in printed
    assert "点开年中的链接" not in printed


def head_says(book: SmallBook, field: str) -> None:
    page = book.folder / "book" / "c07.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("---\n", f"---\n{field}\n", 1), encoding="utf-8")


def test_a_page_may_say_that_it_is_not_printed(book: SmallBook) -> None:
    book.chapter(SOUND)
    head_says(book, "handout: false")
    built = book.build("handout")
    assert built.code == 0, built.output
    printed = (book.folder / "_build" / "handout" / "pages.typ").read_text(encoding="utf-8")
    assert "chapter-opening" not in printed
    assert "收官之年" in book.build("html").page


def test_a_page_that_says_something_else_of_printing_stops_the_build(book: SmallBook) -> None:
    book.chapter(SOUND)
    head_says(book, "handout: 不印")
    built = book.build("handout")
    assert built.code != 0
    assert "book/c07.md" in built.error
    assert "请写 true（印进讲义）或 false" in built.error


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        pytest.param('```{code-cell} python\nshow("none")\n```\n', "none", id="in reading"),
        pytest.param("![](picture.png)\n", "书里不排图片", id="a picture"),
        pytest.param("有一个☭字 {cite}`p13.s01`。\n", "没有字符", id="in typesetting"),
    ],
)
def test_a_failed_build_leaves_no_handout_of_an_earlier_one(
    book: SmallBook, fault: str, told: str
) -> None:
    printed = [book.folder / "_build" / "handout" / f"{name}.pdf" for name in FILES]
    printed[0].parent.mkdir(parents=True)
    for path in printed:
        path.write_bytes(b"an earlier handout")
    (book.folder / "book" / "picture.png").write_bytes(b"")
    book.chapter(SOUND + fault)
    built = book.build("handout")
    assert built.code != 0
    assert told in built.error, built.output
    assert not [path for path in printed if path.exists()]
