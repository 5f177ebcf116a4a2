"""Texts that no course can be made from get one message with the fix, and leave no files."""

import pytest

from publishing.__main__ import main
from publishing.scaffold import making
from tests.publishing.scaffold.texts import PLAIN

SENTENCE = "积土成山，风雨兴焉；积水成渊，蛟龙生焉。"

BAD = {
    "empty": (b"", "文件是空的；请先把课程的文本粘贴进去"),
    "blank": (b" \r\n\t\n", "文件是空的"),
    "gbk": (PLAIN.encode("gbk"), "GBK（ANSI） 编码；请用记事本打开，选“另存为”，编码选 UTF-8"),
    "utf-16": (PLAIN.encode("utf-16"), "UTF-16 编码；请用记事本打开"),
    "utf-16 without a mark": (PLAIN.encode("utf-16-le"), "UTF-16 编码；请用记事本打开"),
    "utf-16 of the other order": (PLAIN.encode("utf-16-be"), "UTF-16 编码；请用记事本打开"),
    "word": (b"PK\x03\x04\x14\x00" + bytes(range(256)), "Word（docx）或压缩文件，不是纯文本"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF 文件，不是纯文本"),
    "binary": (bytes(range(256)) * 9, "不是纯文本，或编码不是 UTF-8"),
    "zeros": (b"\0" * 500, "不是纯文本，或编码不是 UTF-8"),
    "two megabytes": ((SENTENCE + "\n").encode() * 40_000, "超过 1 MB（约三十万字）"),
    "endless paragraph": (
        f"题目\n{'学不可以已，' * 4000}".encode(),
        "2：这一段里有 24000 字没有句号",
    ),
    "one long paragraph": (
        f"题目\n{SENTENCE * 200}\n".encode(),
        "2：全文只有这一段，这一段有 4000 字，太长，没法逐段读；请在意思转换的地方换行",
    ),
    "a long paragraph": (f"题目\n短段。\n{SENTENCE * 200}\n".encode(), "3：这一段有 4000 字，太长"),
    "one sentence": ("今天天气很好，我们去爬山。".encode(), "全文只有一句，做不成课程"),
    "only a title": ("劝学\n".encode(), "全文只有一句，做不成课程"),
    "only headings": ("# 一\n# 二\n".encode(), "全文只有一句，做不成课程"),
    "no full stop": (
        "题目\n学不可以已，青取之于蓝，\n冰水为之，而寒于水\n".encode(),
        "没有一个句号",
    ),
    "english": (b"A title\n\nTo be. Or not to be.\n" * 3, "几乎没有汉字"),
    "emoji": (
        f"{PLAIN}加油😀！\n".encode(),
        "“😀”（U+1F600，GRINNING FACE）（第 11 行）没有字体能排",
    ),
    "private use": (
        f"{PLAIN}加油\ue000！\n".encode(),
        "U+E000，无名字符）（第 11 行）没有字体能排",
    ),
    "zero width": (
        f"{PLAIN}加\u200b油！\n".encode(),
        "U+200B，ZERO WIDTH SPACE）（第 11 行）是看不见",
    ),
    "garbled": (f"{PLAIN}加\ufffd油！\n".encode(), "有乱码“\ufffd”（第 11 行）"),
    "old line ends": (PLAIN.replace("\n", "\r").encode(), "换行用的是旧式的 CR"),
}


def refused(folder, file, capsys, *options):
    """Return the message of a course that is not created, and check that no files are left."""
    before = sorted(folder.parent.rglob("*"))
    assert main(["new", str(folder), "--text", str(file), *options]) == 1
    out, err = capsys.readouterr()
    assert not out
    assert sorted(folder.parent.rglob("*")) == before
    assert err.startswith("课程没有建成：")
    assert err.count("\n") == 1
    return err


@pytest.mark.parametrize(("stored", "message"), BAD.values(), ids=BAD)
def test_a_bad_text_is_refused_with_the_fix(tmp_path, capsys, stored, message):
    file = tmp_path / "课文.txt"
    file.write_bytes(stored)
    said = refused(tmp_path / "made", file, capsys)
    assert message in said
    assert str(file) in said


def test_a_missing_text_and_a_folder_are_refused(tmp_path, capsys):
    assert "没有这个文件" in refused(tmp_path / "made", tmp_path / "none.txt", capsys)
    assert "这是一个文件夹" in refused(tmp_path / "made", tmp_path, capsys)


@pytest.fixture
def text(tmp_path):
    file = tmp_path / "课文.txt"
    file.write_text(PLAIN, encoding="utf-8")
    return file


def test_a_folder_that_holds_something_is_left_alone(tmp_path, text, capsys):
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "mine.txt").write_text("我的", encoding="utf-8")
    assert "里面还有文件；请换一个名称" in refused(tmp_path / "made", text, capsys)
    assert "同名的文件" in refused(text, text, capsys)
    assert "上一级文件夹" in refused(tmp_path / "none" / "made", text, capsys)


@pytest.mark.parametrize("id_", ["Shuo", "师说", "1a", "a--b"])
def test_an_id_that_can_be_none_is_refused(tmp_path, text, capsys, id_):
    assert f"--id 是“{id_}”" in refused(tmp_path / "made", text, capsys, "--id", id_)


def test_wrong_options_are_told_in_chinese(tmp_path, text, capsys):
    assert "没有选项 --name" in refused(tmp_path / "made", text, capsys, "--name", "x")
    assert main(["new", str(tmp_path / "made")]) == 1
    assert "用法见 --help" in capsys.readouterr().err


def test_what_fails_half_way_leaves_nothing(tmp_path, text, capsys, monkeypatch):
    write = making.Path.write_bytes

    def full(self, data):
        if self.name == "c02.md":
            raise OSError(28, "No space left on device")
        return write(self, data)

    monkeypatch.setattr(making.Path, "write_bytes", full)
    assert "写不进去（No space left on device）" in refused(tmp_path / "made", text, capsys)
