"""A Chinese comma or colon within brackets is named, not what follows from it."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ValidationError

from course.faults import schema_faults
from course.located import UnreadableYamlError, parse_yaml
from course.settings import Names
from course.written import Written


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("a: {lines: 8，title: 4}\n", 1, "花括号里用了中文逗号“，”；请改成英文逗号加一个空格"),
        ("a: {lines: 8, title: 4；date: 5}\n", 1, "花括号里用了中文分号“；”"),
        ("- {levels: [a, b]，items: 2}\n", 1, "花括号里用了中文逗号“，”"),
        ("- {levels：[a, b], items: 2}\n", 1, "花括号里用了中文冒号“：”；请改成英文冒号"),
        ("- {text: 甲，乙，at: [p01]}\n", 1, "花括号里用了中文逗号“，”"),
        ("a: ['甲，乙'，'丙']\n", 1, "方括号里用了中文逗号“，”"),
        ("a: ['甲'、'乙', 丙]\n", 1, "方括号里用了顿号“、”"),
        ("a: {c01: 8,\n  c02: 4，\n  c03: 5}\nb: 1\n", 2, "花括号里用了中文逗号“，”"),
        ("a:\n  - {b: 1}\n  - {b: 1，c: 2}\n", 3, "花括号里用了中文逗号“，”"),
    ],
)
def test_what_made_the_parser_fail_is_named_on_its_line(text, line, told):
    with pytest.raises(UnreadableYamlError) as caught:
        parse_yaml(text)
    assert told in caught.value.problem
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: [甲，乙, 丙\nb: 3\n", "[ 没有合上；请补上 ]"),
        ("a: {b: 甲，乙, c: '丙，丁'\n", "{ 没有合上"),
        ("a: [甲]，乙\n", "以 [ 开头的文字"),
        ("a: ['甲，乙', 丙]  # 注，记\nb: *丁\n", "以 * 开头的文字"),
        ("a: ｛b: 1}\n", "中文括号 ｛；请改成英文括号"),
    ],
)
def test_marks_that_may_be_text_are_not_blamed_for_something_else(text, told):
    with pytest.raises(UnreadableYamlError) as caught:
        parse_yaml(text)
    assert told in caught.value.problem


class Row(BaseModel, extra="forbid"):
    level: tuple[Literal["know", "use"], ...] = ()
    lines: tuple[int, ...] = ()
    ids: tuple[Annotated[str, Written(r"^p\d\d$", "段号，如 p20")], ...] = ()
    least: dict[str, int] = {}


class Needed(BaseModel, extra="forbid"):
    items: int
    points: int


def told_of(model, text):
    raw = parse_yaml(text)
    with pytest.raises(ValidationError) as caught:
        model.model_validate(raw)
    return [fault.message for fault in schema_faults("f.yml", raw, "", caught.value, model=model)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("level: [know，use]", "“know，use”里有中文逗号；几项之间请用英文逗号加一个空格"),
        ("lines: [5、6]", "“5、6”里有顿号；几项之间请用英文逗号加一个空格"),
        ("ids: [p01，p02]", "“p01，p02”里有中文逗号；几项之间请用英文逗号加一个空格"),
        ("ids: ['甲，乙']", "“甲，乙”写法不对；应为段号，如 p20"),
        ("least: {c01：8, c02: 4}", "“c01：8”里有中文冒号；字段名后面请用英文冒号加一个空格"),
    ],
)
def test_an_entry_that_cannot_contain_the_mark_is_named(text, told):
    assert told_of(Row, text) == [told]


def test_a_field_whose_colon_is_chinese_is_not_missing_too():
    (told,) = told_of(Needed, "{items：2, points: 5}")
    assert "用了中文冒号" in told


@pytest.mark.parametrize(
    ("field", "written"), [("sorts", "人物，文件"), ("people", "总书记，乐际书记")]
)
def test_two_names_in_one_are_told_in_the_settings(field, written):
    with pytest.raises(ValidationError, match=f"“{written}”里有中文逗号"):
        Names.model_validate({field: [written]})


def test_a_name_or_a_pattern_with_a_mark_that_may_be_meant_is_accepted():
    assert Names.model_validate({"sorts": ["法律、法规"], "people": ["书记(?=，)"]})
