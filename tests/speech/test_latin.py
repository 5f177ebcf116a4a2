"""Latin words in a Chinese text keep their spaces and punctuation."""

import pytest

from speech.display import display_text


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("加快建设 IPv6, Internet of Things 等", "加快建设IPv6, Internet of Things等"),
        ("用 Windows 10 Pro 写", "用Windows 10 Pro写"),
        ("价格是 3,000 元", "价格是3,000元"),
        ("第 5 章,好", "第5章，好"),
        ("共 3 , 4 点", "共3，4点"),
    ],
)
def test_a_space_or_mark_is_kept_between_latin_words_and_figures_beside_them(stored, shown):
    assert display_text(stored)[0] == shown
