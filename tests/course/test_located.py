"""YAML as trainers write it: values, line numbers and errors."""

import pytest

from course.located import UnreadableYamlError, line_of, parse_yaml, read_yaml


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("第一", "第一"),
        ("no", "no"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("2019-06-15", "2019-06-15"),
        ("010", 10),
        ("-3", -3),
        ("1.5", 1.5),
        ("true", True),
        ("", None),
        ("~", None),
        ("'1'", "1"),
        ("=", "="),
    ],
)
def test_plain_words_stand_for_what_the_core_schema_says(written, value):
    assert parse_yaml(f"a: {written}\n") == {"a": value}


def test_every_place_has_its_line():
    data = parse_yaml("# 注\nitems:\n  - id: one\n    options:\n      - text: 甲\n      - 乙\n")
    assert line_of(data) == 2
    assert line_of(data, "items") == 2
    assert line_of(data, "items", 0) == line_of(data, "items", 0, "id") == 3
    assert line_of(data, "items", 0, "options", 0, "text") == 5
    assert line_of(data, "items", 0, "options", 1) == 6


def test_what_does_not_exist_has_the_line_of_the_deepest_part_that_does():
    data = parse_yaml("a:\n  b:\n    - c\n")
    assert line_of(data, "a", "b", 7, "d") == 2
    assert line_of("scalar", "a") == 1


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "字段 a 写了两次"),
        ("a: 一: 二\n", 1, "“一: ”里有英文冒号加空格"),
        ("a:\n\tb: 1\n", 2, "制表符"),
        ("a: *重点\n", 1, "以 . 开头的文字，整段要放在英文引号里"),
        ("a: '没有合上\n", 1, "英文引号 ' 没有合上"),
        ("a: [1, 2\nb: 3\n", 1, r"\[ 没有合上；请补上 \]"),
        ("a: 1\nb: 有\x07\n", 2, "不能显示的字符"),
    ],
)
def test_what_is_wrong_is_told_in_chinese_with_its_line(text, line, problem):
    with pytest.raises(UnreadableYamlError, match=problem) as caught:
        parse_yaml(text)
    assert caught.value.line == line


def test_a_file_of_another_encoding_is_told_apart(tmp_path):
    file = tmp_path / "bank.yml"
    file.write_bytes(b"a: 1\nb: " + "中文".encode("gbk"))
    with pytest.raises(
        UnreadableYamlError, match="文件是 GBK 编码；请用编辑器另存为 UTF-8"
    ) as caught:
        read_yaml(file)
    assert caught.value.line == 2
    file.write_text("a: 中文", encoding="utf-8-sig")
    assert read_yaml(file) == {"a": "中文"}
