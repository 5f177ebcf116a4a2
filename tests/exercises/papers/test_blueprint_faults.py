"""A fault in a blueprint names the file, the line, the field and the fix."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercises.papers import BlueprintError, compile_plan, read_blueprint
from tests.this_course import load_bank, load_blueprint

SOUND = """\
id: week1
title: 第一周小测
minutes: 10
parts:
  - name: 第一部分
    chapters: [c02, c03]
    rows:
      - {levels: [remember], items: 3, points: 2}
      - {levels: [apply], kinds: [single], items: 2, points: 5}
"""


def write(folder, text, name="week1.yml"):
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file, Path(name)


def test_a_sound_blueprint_says_what_a_paper_is_worth(tmp_path):
    blueprint = read_blueprint(*write(tmp_path, SOUND))
    assert (blueprint.size, blueprint.total) == (5, 16)


@pytest.mark.parametrize(
    ("edit", "line", "field", "message"),
    [
        (("minutes: 10", "minutes: 0"), 3, "minutes", "至少是 1"),
        (("title: 第一周小测\n", ""), 1, "title", "缺少这一项"),
        (("[remember]", "[recall]"), 8, "parts.1.rows.1.levels.1", "只能是 remember"),
        (("items: 3", "item: 3"), 8, "parts.1.rows.1.item", "没有名为“item”的字段"),
        (("points: 5", "points: 五"), 9, "parts.1.rows.2.points", "应为整数"),
        (("id: week1", "id: week2"), 1, "id", "编号应与文件同名；请改为 week1"),
        (("chapters: [c02, c03]", "chapters: []"), 6, "parts.1.chapters", "至少要 1 项"),
        (("[c02, c03]", "[c02，c03]"), 6, "parts.1.chapters.1", "“c02，c03”里有中文逗号"),
        (("items: 3", "kinds: [single，tree], items: 3"), 8, "parts.1.rows.1.kinds.1", "“single，tree”里"),
        (("parts:", "parts: ["), 4, "", "YAML 写法有误：这一行的 [ 没有合上"),
    ],
)  # fmt: skip
def test_each_fault_of_the_file_is_placed(tmp_path, edit, line, field, message):
    assert edit[0] in SOUND
    file, shown = write(tmp_path, SOUND.replace(*edit, 1))
    with pytest.raises(BlueprintError) as caught:
        read_blueprint(file, shown)
    (fault,) = [one for one in caught.value.faults if one.field == field]
    assert fault.line == line
    assert message in fault.message
    # Without a field, the message follows immediately.
    assert str(fault).startswith(f"{shown}:{line}{': ' if field else '：'}")


def test_a_quota_that_the_bank_cannot_meet_names_the_line_of_its_row(tmp_path):
    blueprint = read_blueprint(*write(tmp_path, SOUND.replace("items: 2", "items: 20")))
    with pytest.raises(BlueprintError, match=r"week1.yml:9: .*应用题 20 道，题库里合乎的只有"):
        compile_plan(blueprint, load_bank())


def test_a_file_that_is_no_blueprint_is_refused(tmp_path):
    with pytest.raises(BlueprintError, match="文件应由“字段: 值”组成"):
        read_blueprint(*write(tmp_path, "- a\n"))


def test_an_unknown_blueprint_names_those_there_are():
    with pytest.raises(BlueprintError, match="没有蓝图 finale；现有：final、part1"):
        load_blueprint("finale")
