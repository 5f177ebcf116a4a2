"""Mistakes that Chinese authors make in YAML are reported on their line, by name."""

import pytest

from course.located import UnreadableYamlError, parse_yaml
from tests.exercises.slipped import SOUND

BANK = (SOUND / "exercises/bank/c02.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("text: 领着学生", "text：领着学生", "用了中文冒号“：”；请改成英文冒号加一个空格，写作“text: ”"),
        ("stem: 文章连用", "stem：文章连用", "用了中文冒号"),
        ("- id: c02-rank", "- id：c02-rank", "用了中文冒号"),
        ("hint: 想一想每种", "hint：想一想每种", "用了中文冒号"),
        ("        key: true", "        key：true", "用了中文冒号"),
        ("chapter: c02", "chapter：c02", "用了中文冒号"),
        ("小学而大遗: 这句判断", "小学而大遗：这句判断", "“小学而大遗”后面用了中文冒号"),
        ("text: 领着学生", "text:领着学生", "冒号后面缺一个空格；请写作“text: ”"),
        ("stem: 文章连用", "stem:文章连用", "冒号后面缺一个空格"),
        ("- text: 领着学生", "-text: 领着学生", "“-”后面缺一个空格"),
        ("- text: 领着学生", "－ text: 领着学生", "以“－”开头"),
        ("text: 领着学生", "text:\u00a0领着学生", "冒号后面的空格是不间断空格（U+00A0）"),
        ("text: 领着学生", "text:\u3000领着学生", "冒号后面的空格是全角空格（U+3000）"),
        ("- text: 领着学生", "-\u00a0text: 领着学生", "开头的空格是不间断空格"),
        ("      - text: 领着学生", "　　  - text: 领着学生", "开头的空格是全角空格"),
        ("stem: 文章连用", "stem: 文章\u00a0连用", "“文章”后面的空格是不间断空格"),
        ("text: 领着学生", 'text: "领着学生', '英文引号 " 没有合上'),
        ("text: 领着学生", "text: '领着学生", "英文引号 ' 没有合上"),
        ("stem: 文章连用", 'stem: "文章"连用', "合上以后还有“连用三组对照”"),
        ("    stem: 文章", "\tstem: 文章", "用制表符缩进；请改用空格"),
        ("stem: 文章连用", "stem: *文章连用", "以 * 开头的文字，整段要放在英文引号里"),
        ("stem: 文章连用", "stem: [文章]连用", "以 [ 开头的文字"),
        ("stem: 文章连用", "stem: @文章连用", "以 @ 开头的文字"),
        ("stem: 文章连用", "stem: >文章连用", "以 > 开头的文字"),
        ("stem: 文章连用", "stem: 文章: 连用", "“文章: ”里有英文冒号加空格"),
        ("p06.s05]", "p06.s05", "[ 没有合上；请补上 ]"),
        ("stem: 文章连用", "stem: 文章 #连用", "“文章”后面的“#连用三组对照，”是注释，不会显示"),
        ("stem: 文章连用", "stem: 文章 # 连用", "是文字，请把整段放在英文引号里"),
        ("stem: 文章连用", "stem: 文章\n      连用", "分成了几行，“文章”和“连用三组对照”之间会多出一个空格"),
        ("stem: 文章连用", "stem: >\n      文章\n      连用", "之间会多出一个空格"),
        ("stem: 文章连用", "stem: 文章\u200b连用", "“文章”后面有看不见的字符（零宽空格 U+200B）；请删去"),
        ("stem: 文章连用", "stem: 文章\u00ad连用", "软连字符 U+00AD"),
    ],
)  # fmt: skip
def test_a_slip_is_told_on_its_own_line(old, new, problem):
    before, _, after = BANK.partition(old)
    line = before.count("\n") + 1
    with pytest.raises(UnreadableYamlError) as caught:
        parse_yaml(before + new + after)
    assert problem in caught.value.problem
    assert caught.value.line == line


@pytest.mark.parametrize(
    "written",
    [
        "a: 文字  # 注释\n",
        'a: "文字 # 照样是文字"\n',
        "a: 第一 second\n",
        "a: first line\n  second line\n",
        "a: 说：什么\nb: http://example.cn/\n",
        "a: >\n  english\n",
        'a: "其中有 \\" 一个"\n',
        "a: '其中有 '' 一个'\n",
    ],
)
def test_what_is_written_well_is_read(written):
    assert parse_yaml(written)["a"]


@pytest.mark.parametrize(("encoding", "name"), [("gb18030", "GBK 编码"), ("utf-16", "UTF-16 编码")])
def test_a_bank_file_in_another_encoding_is_to_be_saved_anew(slipped, encoding, name):
    file = slipped.folder / "exercises/bank/c02.yml"
    file.write_bytes(file.read_text(encoding="utf-8").encode(encoding))
    (fault,) = slipped.faults()
    assert str(fault).startswith("exercises/bank/c02.yml:")
    assert name in fault.message
    assert "另存为 UTF-8" in fault.message
