"""``make check-items`` reports mistakes in pages and contents: file, line and the right form."""

import pytest

from exercises.__main__ import main

PAGE = "book/congshi.md"


def checked(slipped, capsys):
    """Check the course; return the faults, one per line, without the first line of the message."""
    status = main(["--course", str(slipped.folder), "check"])
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert status == (1 if said else 0)
    return said.splitlines()[1:]


def test_a_course_without_a_slip_is_sound(slipped, capsys):
    # The course has too few items for the rules on the bank, which are checked after the pages.
    assert checked(slipped, capsys) == []


SHOW = 'show("c02-rank")'


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (SHOW, "show(“c02-rank”)", "这一行是 show(“c02-rank”)，用了中文标点 “”；请写作 " + SHOW),
        (SHOW, 'show("c02-rank"，"c02-blamed")', '用了中文标点 ，；请写作 show("c02-rank","c02-blamed")'),
        (SHOW, 'show（"c02-rank"）', f"用了中文标点 （）；请写作 {SHOW}"),
        (SHOW, 'show("c02-rank"', "括号没有合上；一格里写"),
        (SHOW, 'show("c02-rank)', "引号没有合上"),
        (SHOW, f"  {SHOW}", "行首多了空格"),
        (SHOW, 'show "c02-rank"', "这一行是 show "),
        (SHOW, "show(c02-rank)", f"题目编号要放在英文引号里；请写作 {SHOW}"),
        (SHOW, 'Show("c02-rank")', "没有 Show；请写作 show，全用小写字母"),
        (SHOW, 'show("c02-ranc")', "题库里没有 c02-ranc；最接近的是 c02-rank"),
        ("```{sidenote} 术语", "```｛sidenote｝ 术语", "用了中文括号；请改成英文花括号"),
        ("```{sidenote} 术语", "```{sidenote} 术语\n", None),
        ("```{speech} p04\n```", "```{speech} p04\n", "```{speech} p04 没有合上；请在它的内容之后另起一行写 ```"),
        ("```{speech} p04\n```", "···{speech} p04\n···", "“···”不是围栏的记号"),
        (f"{SHOW}\n```", f"{SHOW}\n", "```{code-cell} python 没有合上"),
        ("- 收束：师道", "-\u00a0收束：师道", "“-”后面的空格是不间断空格"),
        ("- 收束：师道", "-收束：师道", "“-”后面缺一个空格"),
        ("- 收束：师道", "· 收束：师道", "以“·”开头"),
        ("- 收束：师道", " - 收束：师道", "缩进了 1 个空格；结构每下一级缩进两个空格"),
        ("收束：师道", "收束：\u200b师道", "看不见的字符（零宽空格 U+200B）"),
        ("## 小结", "##小结", "“##”后面缺一个空格"),
        ("## 小结", "##\u3000小结", "“##”后面的空格是"),
        ("file_format: mystnb", "file_format：mystnb", "开头的 --- 之间写法有误：这一行用了中文冒号"),
        ("file_format: mystnb\n", "", "开头缺少 file_format: mystnb，代码格不会运行"),
        ("from exercises import show", "import exercises", "这一页还没有引入 show"),
    ],
)  # fmt: skip
def test_a_slip_in_a_page_is_told_on_its_line(slipped, capsys, old, new, message):
    line = slipped.slip(PAGE, old, new)
    said = checked(slipped, capsys)
    if message is None:
        assert said == []
        return
    assert len(said) == 1
    where, what = said[0].split("：", 1)
    assert message in what
    if new and message != "这一页还没有引入 show" and not message.startswith("开头缺少"):
        # An unclosed fence is reported where it opens.
        fences = (slipped.folder / PAGE).read_text(encoding="utf-8").splitlines()
        opened = [n for n in range(1, line + 1) if fences[n - 1].startswith("```{code-cell")]
        expected = opened[-1] if "{code-cell} python 没有合上" in message else line
        assert where == f"{PAGE}:{expected}"
    else:
        assert where.startswith(f"{PAGE}:")


@pytest.mark.parametrize(
    ("old", "new"),
    [("---\nfile_format", "file_format"), ("Python 3\n---", "Python 3")],
    ids=["not opened", "not closed"],
)
def test_a_broken_head_blames_no_item(slipped, capsys, old, new):
    slipped.slip(PAGE, old, new)
    (said,) = checked(slipped, capsys)
    assert said.startswith(f"{PAGE}:1：")
    assert "---" in said


def test_a_page_without_its_head_blames_no_item(slipped, capsys):
    file = slipped.folder / PAGE
    file.write_text(file.read_text(encoding="utf-8").split("---\n", 2)[2].lstrip(), "utf-8")
    (said,) = checked(slipped, capsys)
    assert said.startswith(f"{PAGE}:1：这一页有代码格，开头却不是 ---")


@pytest.mark.parametrize(("encoding", "name"), [("gb18030", "GBK 编码"), ("utf-16", "UTF-16 编码")])
def test_a_page_in_another_encoding_is_to_be_saved_anew(slipped, capsys, encoding, name):
    file = slipped.folder / PAGE
    file.write_bytes(file.read_text(encoding="utf-8").encode(encoding))
    (said,) = checked(slipped, capsys)
    assert said.startswith(f"{PAGE}:")
    assert name in said
    assert "另存为 UTF-8" in said


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("      - file: book/congshi", "\t- file: book/congshi", "用制表符缩进；请改用空格"),
        ("file: book/congshi", "file：book/congshi", "用了中文冒号"),
        ("file: book/congshi", "flie: book/congshi", "没有名为“flie”的字段；最接近的是 file"),
        ("file: book/congshi", "file: book/congsi", "没有 book/congsi.md 这个文件；最接近的是 book/congshi"),
        ("file: book/shengren", "file: book/congshi", "book/congshi 写了两次；请删去一处"),
        ("root: book/kaijuan", "rood: book/kaijuan", "没有名为“rood”的字段；最接近的是 root"),
        ("chapters:\n      - file: book/congshi", "chapters: book/congshi", "应为列表"),
    ],
)  # fmt: skip
def test_a_slip_in_the_contents_is_told_on_its_line(slipped, capsys, old, new, message):
    line = slipped.slip("_toc.yml", old, new)
    said = checked(slipped, capsys)
    assert any(fault.startswith((f"_toc.yml:{line}：", f"_toc.yml:{line}: ")) for fault in said), (
        said
    )
    assert any(message in fault for fault in said)


def test_a_page_that_the_contents_forgot_is_told(slipped, capsys):
    slipped.slip("_toc.yml", "      - file: book/biji\n", "")
    (said,) = checked(slipped, capsys)
    assert said.startswith("book/biji.md:1：目录 _toc.yml 里没有这一页")
    assert "“- file: book/biji”" in said
