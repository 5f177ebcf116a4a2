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


@pytest.mark.parametrize(
    "written",
    [
        "he said “hello world” again",
        "R & D and A & B / C",
        "C++ and C# now",
        "the 19th century – a new age — and “so” on",
        "E = mc^2",
        "O'Neil’s “Big Data” book",
        "Fig. 3 (a) and [b] + c",
        "as follows:",
        "see https://example.org/a: yes",
        "Год 1917 (октябрь), да",
    ],
)
def test_latin_text_is_shown_as_it_is_written_alone_and_in_a_chinese_sentence(written):
    assert display_text(written)[0] == written
    assert display_text(f"原文 {written}x 之后")[0] == f"原文{written}x之后"


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("见 Fig. 3 (a) 与 Fig. 4 (b),下同", "见Fig. 3 (a)与Fig. 4 (b)，下同"),
        ("见(Smith, 2020) and (你好) there", "见（Smith, 2020）and（你好）there"),
        ("物联网 (IoT) 是 IPv6 (互联网)", "物联网（IoT）是IPv6（互联网）"),
        ("令第2023(2)号", "令第2023（2）号"),
        ("see (a） there", "see（a）there"),
        ("1) Introduction 一", "1) Introduction一"),
    ],
)
def test_the_brackets_of_a_pair_are_of_one_width(stored, shown):
    assert display_text(stored)[0] == shown


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("他说 “to be” 很好", "他说“to be”很好"),
        ("“四个对照” and “Web 3” too", "“四个对照”and “Web 3” too"),
        ("he said “你好” again", "he said“你好”again"),
        ("取得 1 + 1 > 2 的效果", "取得1+1>2的效果"),
        ("他说—— to be ——好", "他说——to be——好"),
        (" to be 是 be ", "to be是be"),
    ],
)
def test_a_space_beside_a_chinese_word_goes_also_across_marks_of_either_width(stored, shown):
    assert display_text(stored)[0] == shown
