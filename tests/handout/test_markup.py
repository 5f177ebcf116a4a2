"""Texts are printed as authors write them, whatever characters they contain."""

from __future__ import annotations

import json

import pytest
import typst

from publishing.handout.markup import string, words


@pytest.mark.parametrize(
    "text",
    [
        '引号"和反斜线\\n',
        "#set page(paper: 1)",
        "= 标题 *重* _斜_ `码` $式$ @引 <标> // 注 /* 注 */ - 列 + 列 ~ [块]",
        "结尾是#",
        "（括号）(brackets).method()",
    ],
)
def test_any_text_comes_out_of_typst_as_it_went_in(text: str) -> None:
    shown = typst.query(f"#metadata({string(text)}) <told>".encode(), "<told>", field="value")
    assert json.loads(shown) == [text]


def test_running_text_is_one_expression_that_a_bracket_may_follow() -> None:
    source = f"{words('甲')}[乙]".encode()
    typst.compile(source, format="svg")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("上一行\n下一行", "上一行下一行"),
        ("逗号，\n下一行", "逗号，下一行"),
        ("第\n13段", "第13段"),
        ("two\nwords", "two words"),
    ],
)
def test_a_line_break_is_no_space_beside_chinese(text: str, printed: str) -> None:
    assert words(text) == f'#"{printed}";'
