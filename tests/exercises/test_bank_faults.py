"""A fault in the bank names the file, the line, the item, the field and the fix."""

import re

import pytest

from exercises import BankError, UnknownItemError, read_bank
from exercises.kinds.registry import kinds
from tests.exercises.banks import CLOZE, FILE_OF_BANK, HEADER, MULTIPLE, SINGLE, write_bank
from tests.this_course import load_bank


def faults_of(folder, *items, header=HEADER):
    with pytest.raises(BankError) as caught:
        read_bank(write_bank(folder, *items, header=header))
    return caught.value.faults


def test_a_sound_bank_has_no_fault(tmp_path):
    assert len(read_bank(write_bank(tmp_path, SINGLE, MULTIPLE, CLOZE))) == 3


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ("source: [p13.s02]", "source: [p13.s22]", "source.1", "没有句子 p13.s22；最接近的是 p13.s03"),
        ("objective: c07-o1", "objective: c07-o9", "objective", "没有学习目标 c07-o9；现有：c07-o1"),
        ("level: remember", "level: recall", "level", "只能是 remember"),
        ("  level: remember\n", "", "level", "缺少这一项"),
        ("hint:", "hnt:", "hnt", "没有名为“hnt”的字段"),
        ("- id: c07-stage\n  kind", "- kind", "id", "缺少这一项"),
        ("  objective: c07-o1\n", "", "objective", "缺少这一项"),
        ("  source: [p13.s02]\n", "", "source", "缺少这一项"),
        ("source: [p13.s02]", "source: []", "source", "至少要 1 项"),
        ("kind: single", "kind: singel", "kind", "没有题型“singel”；现有题型：" + "、".join(kinds())),
        ("id: c07-stage", "id: c08-stage", "id", "应以本章的 c07- 开头"),
        ("key: true", "key: maybe", "options.1.key", "只能是 true 或 false"),
        ("      key: true\n", "", "", "有且只有一个选项写 key: true，现有 0 个"),
        ("text: 试点阶段", "text: 收官阶段", "", "有两个选项都是“收官阶段”"),
        ("“收官阶段”。\n  hint", "“收官之阶段”。\n  hint", "options.3.feedback", "与讲话原文不符"),
        ("试点说的是2019年下半年的巡视指导督导，不是此时。", "不对。", "options.2.feedback", "至少要 15 个字"),
        ("      feedback: 试点说的是2019年下半年的巡视指导督导，不是此时。\n", "", "options.2.feedback", "缺少这一项"),
        ("text: 试点阶段", "text: 收官阶段。", "", "有两个选项都是“收官阶段。”"),
        ("text: 试点阶段", "text: “试点的阶段”", "options.2.text", "引文“试点的阶段”与讲话原文不符"),
        ("讲话说，", "讲话说“正在进入”，", "stem", "引文“正在进入”与讲话原文不符"),
        ("讲话说，", "讲话说“坚持“严”的主调”，", "stem", "引文“坚持“严”的主调”与讲话原文不符"),
        ("讲话说，", "讲话说“正在进入，", "stem", "引号不成对"),
        ("讲话说，", '讲话说"正在进入"，', "stem", "用了英文引号"),
        ("能说出讲话对", "能说出“讲话的话”对", "objectives.1.text", "引文“讲话的话”与讲话原文不符"),
        ("讲话说，", "讲" * 80, "stem", "至多 80 个"),
        ("text: 试点阶段", f"text: {'试' * 41}", "options.2.text", "至多 40 个"),
    ],
)  # fmt: skip
def test_each_fault_names_its_place_and_mend(tmp_path, old, new, field, message):
    assert old in HEADER + SINGLE
    broken = SINGLE.replace(old, new, 1)
    (fault,) = faults_of(tmp_path, broken, header=HEADER.replace(old, new, 1))
    assert fault.field == field
    assert message in fault.message
    assert fault.file == FILE_OF_BANK
    assert str(fault).startswith(f"{FILE_OF_BANK}:{fault.line}:")


def test_the_line_is_that_of_the_field(tmp_path):
    (fault,) = faults_of(tmp_path, SINGLE.replace("p13.s02", "p13.s22"))
    lines = (tmp_path / FILE_OF_BANK).read_text(encoding="utf-8").splitlines()
    assert "p13.s22" in lines[fault.line - 1]


def test_all_faults_are_told_at_once(tmp_path):
    broken = SINGLE.replace("remember", "recall"), MULTIPLE.replace("p13.s03", "p33")
    assert [fault.item for fault in faults_of(tmp_path, *broken)] == ["c07-stage", "c07-tasks"]


def test_a_quotation_may_hold_the_marks_of_the_speech(tmp_path):
    told = SINGLE.replace("讲话说，", "讲话说“推动坚持“严”的主基调”，")
    named = told.replace("source: [p13.s02]", "source: [p13.s02]\n  quotes: [p07.s07]")
    assert len(read_bank(write_bank(tmp_path, named))) == 1


def test_quotations_do_not_count_in_a_length(tmp_path):
    words = "十九届中央巡视工作开始进入收官阶段"
    told = SINGLE.replace("讲话说，", f"“{words}”“{words}”“{words}”“{words}”“{words}”")
    assert len(read_bank(write_bank(tmp_path, told))) == 1


def test_an_id_used_twice_is_a_fault(tmp_path):
    (fault,) = faults_of(tmp_path, SINGLE, SINGLE)
    assert "已在" in fault.message
    assert fault.line > HEADER.count("\n")


def test_space_around_an_id_is_dropped(tmp_path):
    quoted = SINGLE.replace("id: c07-stage", 'id: " c07-stage "')
    bank = read_bank(write_bank(tmp_path, quoted))
    assert bank.item("c07-stage")
    assert bank.chapters[0].lines["c07-stage"] > HEADER.count("\n")


def test_broken_yaml_names_its_line(tmp_path):
    (fault,) = faults_of(tmp_path, SINGLE.replace("  options:", "  options: [", 1))
    assert "YAML 写法有误" in fault.message
    assert fault.line > HEADER.count("\n")


def test_a_file_without_header_is_a_fault(tmp_path):
    (fault,) = faults_of(tmp_path, header="- just\n- a list\n")
    assert "文件应由“字段: 值”组成" in fault.message


def test_an_unknown_item_names_the_nearest():
    known = next(iter(load_bank())).id
    with pytest.raises(UnknownItemError, match=re.escape(f"最接近的是 {known}")):
        load_bank().item(known + "x")


ELSEWHERE = SINGLE.replace("不是此时。", "不是此时；“扎实做好各项收尾工作”说的也不是阶段。")


def test_a_quotation_from_a_paragraph_that_the_item_does_not_name_is_a_fault(tmp_path):
    (fault,) = faults_of(tmp_path, ELSEWHERE)
    assert (fault.item, fault.field, fault.line) == ("c07-stage", "options.2.feedback", 20)
    assert "引文“扎实做好各项收尾工作”不在本题所注的段落里；它在 p14.s03" in fault.message
    assert "quotes: [p14.s03]" in fault.message


def test_an_item_may_name_the_place_of_what_it_quotes_from_elsewhere(tmp_path):
    named = ELSEWHERE.replace("source: [p13.s02]", "source: [p13.s02]\n  quotes: [p14.s03]")
    assert len(read_bank(write_bank(tmp_path, named))) == 1
