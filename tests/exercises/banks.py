"""Small banks for tests, in the form in which trainers write them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import yaml

from course import FILE, Course
from exercises import read_bank
from exercises.item import Item
from tests.this_course import COURSE, ROOT

HEADER = """\
chapter: c07
number: "7"
page: book/c07
title: 收官之年的部署
objectives:
  - id: c07-o1
    text: 能说出讲话对当前时间节点的两个判断
items:
"""

SINGLE = """\
- id: c07-stage
  kind: single
  objective: c07-o1
  level: remember
  source: [p13.s02]
  stem: 讲话说，十九届中央巡视工作此时开始进入什么阶段？
  options:
    - text: 收官阶段
      key: true
      feedback: 讲话的原话是“十九届中央巡视工作开始进入收官阶段”。
    - text: 试点阶段
      feedback: 试点说的是2019年下半年的巡视指导督导，不是此时。
    - text: 总体部署阶段
      feedback: 讲话没有这个说法；第13段说的是“收官阶段”。
  hint: 想一想这一届任期走到了哪里。
"""

MULTIPLE = """\
- id: c07-tasks
  kind: multiple
  objective: c07-o1
  level: understand
  source: [p13.s03]
  quotes: [p16.s04]
  stem: 讲话要求省区市巡视机构怎样完成巡视任务？
  options:
    - text: 结合本地区实际
      key: true
      feedback: 第13段第3句要求“结合本地区实际”，这是三项之一。
    - text: 梳理重点工作进展
      key: true
      feedback: 第13段第3句要求“梳理重点工作进展”，这是三项之一。
    - text: 科学谋划安排
      key: true
      feedback: 第13段第3句要求“科学谋划安排”，这是三项之一。
    - text: 照搬中央巡视做法
      feedback: 讲话没有这个要求；第10章相应的话是“不能简单照搬照抄”。
"""

CLOZE = """\
- id: c07-five
  kind: cloze
  objective: c07-o1
  level: remember
  source: [p13.s02]
  stem: 补全讲话对今年任务的判断。
  text: 各地本届党委{1}任务也即将完成，抓好今年各项重点任务的落实，对{2}完成巡视任务十分重要。
  gaps:
    - answer: 巡视
      feedback: 原文是“各地本届党委巡视任务也即将完成”。
    - answer: [高质量, 高质]
      feedback: 原文用“高质量完成”来说明要达到的程度。
      wrong:
        高标准: 原文说的不是标准，而是“高质量完成巡视任务”。
"""


#: The only bank file of a small course, as messages name it.
FILE_OF_BANK = Path("exercises/bank/c07.yml")
_SETTINGS = yaml.safe_load((ROOT / FILE).read_text(encoding="utf-8"))


def write_course(folder: Path, **least: Any) -> Course:
    """Write a course on this repository's speech; `least` replaces ``items`` in its settings."""
    settings = _SETTINGS | {"items": {"chapters": {"c07": 4}} | least, "completion": {}}
    (folder / FILE).write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    source = folder / settings["source"]["file"]
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_bytes(COURSE.source.read_bytes())
    return Course.at(folder)


def write_bank(folder: Path, *items: str, header: str = HEADER, **least: Any) -> Course:
    """Write a course whose bank is one file with the given items."""
    course = write_course(folder, **least)
    text = header + "".join(indent(dedent(item), "  ") for item in items)
    course.bank.mkdir(parents=True, exist_ok=True)
    (course.root / FILE_OF_BANK).write_text(text, encoding="utf-8")
    return course


def one_item(folder: Path, item: str) -> Item:
    """Return the item of a bank with a single item."""
    (only,) = read_bank(write_bank(folder, item))
    return only


def single(
    name: str,
    *,
    texts: Sequence[str] = ("收官阶段", "试点阶段", "部署阶段", "总结阶段"),
    key: int = 0,
    stem: str = "十九届中央巡视工作此时开始进入什么阶段？",
) -> str:
    """Return a single choice with the given options; `key` is the index of the key."""
    options = "".join(
        f"    - text: {text}\n"
        + ("      key: true\n" if place == key else "")
        + f"      feedback: 选项“收官阶段”以外的都不合原文，这一项是第{place + 1}项。\n"
        for place, text in enumerate(texts)
    )
    return (
        f"- id: c07-{name}\n  kind: single\n  objective: c07-o1\n  level: remember\n"
        f"  source: [p13.s02]\n  stem: {stem}\n  options:\n{options}"
    )
