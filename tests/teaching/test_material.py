"""Teaching data are checked against the course, and each fault has its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from course import Course
from teaching.data import TeachingError
from teaching.material import load_material
from tests.teaching.own_course import OwnCourse
from tests.this_course import ROOT

SHISHUO = Course.at(ROOT / "tests" / "courses" / "shishuo")


def test_every_chapter_that_reads_the_speech_has_notes(material):
    assert set(material.notes) == {page.id for page in material.chapters if page.reads}


def test_the_chapters_read_the_whole_speech_in_order(material):
    read = [sentence for page in material.chapters for sentence in page.sentences]
    assert read == sorted(read, key=lambda sentence: sentence.position)
    # The headings of the two parts are on pages of their own.
    left = [sentence.id for sentence in material.speech.in_chapters if sentence not in read]
    assert left == ["p03.s01", "p12.s01"]


def test_a_chapter_shows_all_of_its_items(material):
    for page in material.chapters:
        assert set(page.numbers()) == {item.id for item in page.chapter.items}


def test_a_course_without_teaching_data_has_its_chapters():
    material = load_material(SHISHUO)
    assert not material.plans
    assert not material.notes
    assert not material.forms
    assert material.scheme is None
    assert all(page.structure and page.summary for page in material.chapters if page.reads)


def test_all_faults_are_told_at_once_with_file_and_line(tmp_path: Path):
    own = OwnCourse(tmp_path)
    own.change("plans/two-hours.yml", "        minutes: 10", "        minutes: 11")
    own.change("plans/one-day.yml", "c04-broken-link", "c04-broken-lnik")
    own.change("plans/one-day.yml", "section: 纪律建设", "section: 纪律建没")
    own.change("notes/c03.yml", "“明显向好”", "“明显变好”")
    own.change("notes/c04.yml", "wrong: 断在市一级", "wrong: 断在乡一级")
    own.change(
        "notes/c05.yml",
        "{text: 为的是整合监督力量和资源，形成监督合力, at: p09.s07}",
        "{text: 总之很好, at: p09.s07}",
    )
    own.change("scheme.yml", "percent: 60", "percent: 50")
    own.change("forms.yml", "rows: 40", "rows: 0")
    with pytest.raises(TeachingError) as stopped:
        load_material(own.course)
    told = str(stopped.value)
    for fault in (
        "book/teaching/plans/two-hours.yml:17: 字段 sessions.1：“全程”各环节合计 121 分钟",
        "没有题目 c04-broken-lnik；最接近的是 c04-broken-link",
        "没有节 纪律建没；最接近的是 纪律建设",
        "book/teaching/notes/c03.yml:6: 字段 hard.1.text：引文“明显变好”与讲话原文不符",
        "题目 c04-county 没有哪个错的选项含有“断在乡一级”",
        "这句话与所注的出处没有一个词相同",
        "各项的 percent 合计 90；请改为合计 100",
        "请写 rows（空着几行）或 first（第一列印什么），只写一样",
    ):
        assert fault in told
    assert len(stopped.value.faults) == 8


#: Mistakes in plans and their messages; each is made in a plan of its own.
SLIPS = [
    ("        minutes: 10\n", "        minutes: 10分钟\n", "只写数字，不带单位，如 10"),
    ("        minutes: 10\n", "        minutes: １０\n", "数字用半角，写作 10"),
    ("        minutes: 10\n", "        minutes: 10：30\n", "写着“10：30”；请写一个整数"),
    ("        minutes: 10\n", "        minutes:\n", "这一项是空的；请写一个整数"),
    ("        minutes: 10\n", "        minutes： 10\n", "这一行用了中文冒号"),
    ("        minutes: 10\n", "         minutes: 10\n", "没有左对齐"),
    ("        minutes: 10\n", "\tminutes: 10\n", "这一行用制表符缩进"),
    ("for: 没有", "fro: 没有", "没有名为“fro”的字段；最接近的是 for"),
    ("objective: c02-o2", "objective: c02-o99", "没有学习目标 c02-o99；最接近的是 c02-o"),
    ("slides: c02", "slides: c99", "没有课件 c99；最接近的是 c"),
    ("slides: c02", "slides: 第二章", "没有课件 第二章；可以写 "),
    ("chain]", "chain，c02-two]", "几项之间请用英文逗号"),
    ("forms: sign-in", "forms: signin", "没有表 signin；最接近的是 sign-in"),
    ("          - 说明两小时", "          -\n          - 说明两小时", "这一项是空的；请补上文字"),
    ("section: 完成任务的要求}", "section: 完成任务的要求", "没有合上；请补上 }"),
]


def test_a_slip_of_the_hand_is_told_with_its_line_and_what_to_write(tmp_path: Path):
    own = OwnCourse(tmp_path)
    plans = own.folder / "book/teaching/plans"
    sound = (plans / "two-hours.yml").read_text(encoding="utf-8")
    places = []
    for number, (old, new, _) in enumerate(SLIPS):
        file = plans / f"slip{number}.yml"
        file.write_text(sound.replace(old, new, 1), encoding="utf-8")
        places.append(sound[: sound.index(old)].count("\n") + 1)
    with pytest.raises(TeachingError) as stopped:
        load_material(own.course)
    told = str(stopped.value).split("\n")
    for number, (place, (_, new, said)) in enumerate(zip(places, SLIPS, strict=True)):
        found = [line for line in told if f"/slip{number}.yml:{place}" in line and said in line]
        assert found, (new, said, [line for line in told if f"/slip{number}.yml" in line])


def test_notes_of_no_chapter_are_found_by_the_name_of_their_file(tmp_path: Path):
    own = OwnCourse(tmp_path)
    notes = own.folder / "book/teaching/notes"
    (notes / "c13.yml").rename(notes / "c31.yml")
    (notes / "c12.yml").rename(notes / "c12.yaml")
    with pytest.raises(TeachingError) as stopped:
        load_material(own.course)
    told = str(stopped.value)
    assert "c31.yml:1：文件名应是章的编号：没有章 c31；最接近的是 c13" in told
    assert "c12.yaml：文件名应以 .yml 结尾" in told
