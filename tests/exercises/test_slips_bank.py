"""Mistakes in the bank that are valid YAML are explained in plain words."""

import shutil

import pytest

from exercises import read_bank
from exercises.kinds.registry import kinds

C01, C02 = "exercises/bank/c01.yml", "exercises/bank/c02.yml"


def test_the_course_without_a_slip_is_read_and_has_each_kind(slipped):
    assert {item.kind for item in read_bank(slipped.course)} == set(kinds())


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ("text: 领着学生一句句地读，教他在哪里停顿", "text: 37", "cards.1.text", '数字要加英文引号，写作 "37"'),
        ("answer: 圣益圣，愚益愚", "answer: 37", "premises.1.answer", '数字要加英文引号，写作 "37"'),
        ("answer: 圣益圣，愚益愚", "answer: true", "premises.1.answer", 'true 要加英文引号，写作 "true"'),
        ("text: 领着学生一句句地读，教他在哪里停顿", "text: ", "cards.1.text", "这一项是空的；请补上文字"),
        ("text: 领着学生一句句地读，教他在哪里停顿", "text: [领着学生]", "cards.1.text", "以 [ 开头的文字"),
        ("source: [p05.s01-s03]", "source: ［p05.s01-s03］", "source", "用了中文方括号“［”；请改成英文方括号"),
        ("source: [p05.s01-s03]", "source: [p05.s01，p05.s03]", "source.1", "几个编号之间请用英文逗号"),
        ("kind: mark", "kind:", "kind", "缺少题型；可写：" + "、".join(kinds())),
        ("kind: mark", "kind: marc", "kind", "没有题型“marc”；现有题型："),
        ("hint: 不看", "hnt: 不看", "hnt", "没有名为“hnt”的字段；最接近的是 hint"),
        ("hint: 不看", "ｈint: 不看", "ｈint", "里有全角字符或多余的符号；请改成 hint"),
        ("level: apply", "level: applied", "level", "只能是 remember、understand、apply、analyse"),
        ("id: c02-rank", "id: c02_rank", "id", "“c02_rank”写法不对；应为小写英文字母、数字和 -"),
        ("id: c02-o1", "id: c02-1", "objectives.1.id", "“c02-1”写法不对；应为章号、-o 和数字"),
        ("文章说“今其智", "文章说「今其智」“今其智", "premises.3.feedback", "用了“「”作引号；引文请放在一对“”里"),
        ("文章说“今其智乃反不能及，其可怪也欤”", "文章说‘今其智乃反不能及’", "premises.3.feedback", "用了“‘”作引号"),
        ("文章连用", "＂文章＂连用", "stem", "用了“＂”作引号"),
        ("文章连用", "文章《劝学》连用", "stem", "文章里没有《劝学》；请照原文写全"),
        ("文章连用", "文章《师说连用", "stem", "书名号不成对"),
        ("文章连用", "文章**连用", "stem", "加重的记号 ** 没有成对"),
        ("文章连用", "见[文章](http://example.cn)连用", "stem", "是 Markdown 的链接或图片，题目里会照样显示"),
        ("文章连用", "<b>文章</b>连用", "stem", "“<b>”是 HTML 标记"),
        ("文章连用", "文章&nbsp;连用", "stem", "“&nbsp;”是 HTML 的字符代号"),
        ("文章连用", "文章{cite}`p01.s01`连用", "stem", "是章节里的写法"),
    ],
)  # fmt: skip
def test_a_slip_is_told_at_its_field(slipped, old, new, field, message):
    line = slipped.slip(C02, old, new)
    (fault,) = slipped.faults()
    assert message in fault.message
    assert fault.field == field
    assert fault.line == line
    assert str(fault.file) == C02


def test_a_list_of_words_with_full_width_colons_is_no_list_of_fields(slipped):
    slipped.slip(C02, "- id: c02-o1\n    text: 能说明", "- id：c02-o1 text：能说明")
    (fault,) = [fault for fault in slipped.faults() if fault.field == "objectives.1"]
    assert "用了中文冒号" in fault.message


def test_a_file_that_is_not_read_is_told(slipped):
    bank = slipped.folder / "exercises/bank"
    (bank / "c03.yml").rename(bank / "c03.yaml")
    (fault,) = slipped.faults()
    assert str(fault) == (
        "exercises/bank/c03.yaml：文件名应以 .yml 结尾，否则不会读到；"
        "请改名为 c03.yml，不用的请删去"
    )


@pytest.mark.parametrize("name", ["c02 - 副本.yml", "c02-copy.yml", "a.yml"])
def test_a_copy_of_a_file_is_blamed_and_not_the_original(slipped, name):
    bank = slipped.folder / "exercises/bank"
    shutil.copy(bank / "c02.yml", bank / name)
    (fault,) = slipped.faults()
    assert str(fault.file) == f"exercises/bank/{name}"
    assert "副本请删去" in fault.message
