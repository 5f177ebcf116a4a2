"""A slip in a page stops the site with one message in Chinese: file, line, what to write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.publishing.slipped_book import SlippedBook

PAGE = "book/congshi.md"
HERE = "## 小结"
CITED = "，讲师道{cite}`p03.s02`。\n\n" + HERE
CELL = "```{{code-cell}} python\n{}\n```\n\n" + HERE


@pytest.fixture
def book(tmp_path: Path) -> SlippedBook:
    """Give a copy of the small course, still without a slip."""
    return SlippedBook(tmp_path)


def test_the_course_without_a_slip_is_built_in_silence(book):
    ended = book.build()
    assert (ended.code, ended.errors) == (0, "")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("```{speech} p04", "```{speach} p04", "没有 {speach} 这样的写法；最接近的是 {speech}"),
        ("```{sidenote} 术语", "```sidenote 术语", "```sidenote 术语 没有花括号，会当成代码；请写作 ```{sidenote} 术语"),
        ("```{speech} p04\n```", "```{speech} p04\n", "```{speech} p04 没有合上"),
        (HERE, f"共{{count}}`题`道{CITED}", "{count} 里写的“题”数不出来；可写：chapters、items"),
        ("{cite}`p03.s02`", "{cit}`p03.s02`", "没有 {cit}`…` 这样的写法；最接近的是 {cite}`…`"),
        ("{cite}`p03.s02`", "{cite}`p99`", "文章没有段落 p99；最接近的是 p07"),
        (HERE, "```{speech} p04\n```\n\n" + HERE, "p04.s01 已在 book/congshi.md:43 出现过"),
        (HERE, f"见[这里](renwuu.md){CITED}", "链接 renwuu.md 没有去处；链到别的页写作 [文字](文件名.md)，最接近的是 renwu.md"),
        (HERE, f"见[这里](#term-x){CITED}", "链接 term-x 没有去处；词条或标记里最接近的是 term-"),
        (HERE, f"见{{ref}}`文字 <term-x>`{CITED}", "链接 term-x 没有去处；词条或标记里最接近的是 term-"),
        (HERE, f"见{{doc}}`renwuu`{CITED}", "链接 renwuu 没有去处"),
        (HERE, "![图](no.png)\n\n" + HERE, "书里不排图片“图”；请删去"),
        (HERE, "![图](https://example.cn/a.png)\n\n" + HERE, "书里不排图片“图”；请删去"),
        (HERE, f"<b>粗</b>{CITED}", "书里不排HTML 标记“<b>”；请删去"),
        (HERE, f"> 引用{CITED}", "书里不排以 > 或缩进开头的引文"),
        (HERE, "```{speech}\n```\n\n" + HERE, "{speech} 后面缺了内容"),
        (HERE, "```{sidenote} 术语\n```\n\n" + HERE, "{sidenote} 里面没有内容"),
        ("```{objectives}", "```{objectives}\n内容", "{objectives} 里面不写内容"),
        (HERE, "#### 跳级\n\n" + HERE, None),
        ("# 第二章", "## 第二章", "这一页没有以 # 开头的题目"),
        (HERE, "文章说「古之圣人」{cite}`p03.s04`。\n\n" + HERE, "用了“「”作引号；引文请放在一对“”里"),
        (HERE, "文章说“古之圣人{cite}`p03.s04`。\n\n" + HERE, "引号不成对"),
        (HERE, f"文章见《劝学》{CITED}", "文章里没有《劝学》；请照原文写全"),
        (HERE, f"**粗{CITED}", "记号 ** 会照样显示"),
        (HERE, "```{structure}\n师道 {cite}`p03.s02`\n```\n\n" + HERE, "{structure} 里只写一张列表"),
        (HERE, CELL.format("print(1)"), "书里不排代码和 print 打印的文字“1”"),
        (HERE, CELL.format("x = 1\n1 / 0"), "代码格的这一行 1 / 0 运行出错（ZeroDivisionError: division by zero）"),
        (HERE, CELL.format("shew('c02-rank')"), "用了没有定义的名字（NameError: name 'shew' is not defined）"),
        (HERE, CELL.format("show(c02-rank)"), '题目编号要放在英文引号里；请写作 show("c02-rank")'),
        (HERE, CELL.format('show("c02-rank")'), "题目 c02-rank 在这一页出现了两次"),
        (HERE, CELL.format('show("c01-doubt")'), "题目 c01-doubt 属于"),
        ("file_format: mystnb\n", "", "开头缺少 file_format: mystnb，代码格不会运行"),
    ],
)  # fmt: skip
def test_a_slip_in_a_page_stops_the_site(book, old, new, words):
    line = book.slip(PAGE, old, new)
    if words is None:
        # A heading after one of the third level is read well.
        assert book.build().code == 0
        return
    error = book.error()
    assert words in error, error
    places = re.findall(rf"{re.escape(PAGE)}:(\d+)：", error)
    assert len(places) >= 1, error
    assert str(book.folder) not in error
    if new.startswith(("```{code-cell} python\nx", "```{code-cell} python\np")):
        assert int(places[0]) == line + 2
    elif "code-cell" in new and "出现了两次" not in words and "属于" not in words:
        assert int(places[0]) == line + 1
    elif new and "code-cell" not in new and "# 第二章" not in new:
        assert int(places[0]) in {line, line + 1}


def test_what_is_found_while_pages_are_written_is_found_again(book):
    """A link that leads nowhere stops this build and the next: nothing of it counts as built."""
    book.slip(PAGE, HERE, f"见[这里](renwuu.md){CITED}")
    assert book.error() == book.error()


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("_toc.yml", "file: book/congshi", "file：book/congshi", r"_toc\.yml:\d+: 字段 .*用了中文冒号"),
        ("_toc.yml", "      - file: book/congshi", "\t- file: book/congshi", r"_toc\.yml:\d+：.*制表符"),
        ("_toc.yml", "file: book/congshi", "file:", r"_toc\.yml:9: 字段 parts\.2\.chapters\.1\.file：这一项是空的"),
        ("_toc.yml", "file: book/congshi", "title: 从师", r"_toc\.yml:9: 字段 parts\.2\.chapters\.1：没有写是哪一页；"),
        ("course.yml", "language: zh-CN", "language: zh-TW", r"course\.yml:6: 字段 language：“zh-TW”写法不对；应为 zh-CN"),
        ("course.yml", "paper: final", "paper: fin", r"course\.yml:\d+: 字段 completion\.paper：exercises/blueprints 里没有试卷 fin；"),
        ("_toc.yml", "      - file: book/biji\n", "", r"book/biji\.md:1：目录 _toc\.yml 里没有这一页"),
        ("_config.yml", "[publishing]", "[publishing]\n    html_baseurl: www.example.cn", r"_config\.yml:\d+: 字段 html_baseurl：.*https://www\.example\.cn"),
        ("_config.yml", "extensions: ", "extensions：", r"_config\.yml:\d+: 字段 .*用了中文冒号"),
        ("_config.yml", "[publishing]", "[publishing]\n    html_basurl: x", r"_config\.yml 里没有 html_basurl 这一项"),
        ("exercises/bank/c02.yml", "文章连用", "文章🎉连用", r"exercises/bank/c02\.yml:17: 题目 c02-three-contrasts 字段 stem：讲义的字体没有字符“🎉”"),
        ("exercises/bank/c02.yml", "kind: mark", "kind: marc", r"exercises/bank/c02\.yml:\d+: 题目 c02-rank 字段 kind：没有题型“marc”"),
    ],
)  # fmt: skip
def test_a_slip_elsewhere_stops_the_site(book, name, old, new, words):
    book.slip(name, old, new)
    error = book.error()
    assert re.search(words, error), error


def test_a_page_in_another_encoding_stops_the_site(book):
    file = book.folder / PAGE
    file.write_bytes(file.read_text(encoding="utf-8").encode("gb18030"))
    assert re.search(rf"{PAGE}:\d+：文件是 GBK 编码；请用编辑器另存为 UTF-8", book.error())
