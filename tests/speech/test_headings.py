"""A text's headings are not paragraphs, and paragraphs may span several lines."""

import hashlib
from pathlib import Path

import pytest
from pydantic import ValidationError

from course import Course
from course.counting import Counting
from course.settings import HeaderLines, SettingsError, Source
from speech import load_speech, parse_speech

TEXT = "题目\n\n# 总说“学” #\n\n学不可以已。\n青取之于蓝。\n第二节  To be\n君子博学。\n尾声\n"


def source(**told):
    return Source(
        file="book/source.txt",
        sha256="a" * 64,
        title="题目",
        header=HeaderLines(lines=1),
        **told,
    )


def parsed(**told):
    return parse_speech(TEXT, source(**told), Counting())


def test_headings_are_told_apart_with_the_paragraph_that_follows():
    speech = parsed(headings=[3, 7, 9])
    assert [p.text for p in speech.paragraphs] == ["学不可以已。", "青取之于蓝。", "君子博学。"]
    assert [(h.line, h.text, h.before) for h in speech.headings] == [
        (3, "总说“学”", 1),
        (7, "第二节 To be", 3),
        (9, "尾声", 4),
    ]


def test_a_wrapped_paragraph_ends_at_an_empty_line_or_a_heading():
    speech = parsed(headings=[3, 7], wrapped=True)
    assert [p.text for p in speech.paragraphs] == ["学不可以已。青取之于蓝。", "君子博学。尾声"]
    assert [p.line for p in speech.paragraphs] == [5, 8]
    assert [s.id for s in speech.sentences] == ["p01.s01", "p01.s02", "p02.s01", "p02.s02"]


def test_headings_and_title_may_be_quoted_but_are_held_by_no_sentence():
    speech = parsed(headings=[3, 7, 9])
    for words in ("尾声", "题目", "总说"):
        assert speech.quotes(words)
        assert speech.holders(words) == ()
    assert not speech.quotes("尾巴")


def test_a_heading_in_the_header_is_refused():
    with pytest.raises(ValidationError, match="headings 里的第 1 行在文件开头不是正文的 1 行里"):
        source(headings=[1])


@pytest.mark.parametrize("line", [2, 99])
def test_a_heading_on_an_empty_line_or_beyond_the_end_is_refused(tmp_path: Path, line: int):
    (tmp_path / "source.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "course.yml").write_text(
        "id: small\ntitle: 小课\nshort_title: 小课\nauthor: 某人\n"
        "source:\n  file: source.txt\n  title: 题目\n"
        f"  headings: [{line}]\n"
        f"  sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}\n",
        encoding="utf-8",
    )
    told = rf"course\.yml:\d: 字段 source\.headings\.1：source\.txt 的第 {line} 行是空行或不存在"
    with pytest.raises(SettingsError, match=told):
        load_speech(Course.at(tmp_path))
