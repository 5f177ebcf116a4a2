"""Splitting into sentences."""

import pytest

from course.counting import Counting
from speech.sentences import split_sentences
from tests.this_course import load_speech


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("甲。乙。", ("甲。", "乙。")),
        ("他说“甲。”乙。", ("他说“甲。”", "乙。")),
        ("有四个特点：一是甲。二是乙。", ("有四个特点：", "一是甲。", "二是乙。")),
        ("主要任务是：学习。", ("主要任务是：学习。",)),
        ("没有句号", ("没有句号",)),
    ],
)
def test_a_sentence_ends_at_its_mark_or_before_an_enumeration(text, sentences):
    assert split_sentences(text, Counting(enumeration="{n}是")) == sentences


def test_a_text_that_does_not_enumerate_ends_sentences_at_their_marks_alone():
    text = "有四个特点：一是甲。"
    assert split_sentences(text, Counting()) == (text,)


def test_each_of_the_five_accurate_graspings_begins_a_sentence():
    firsts = [s.text for s in load_speech().paragraph(5).sentences if "必须准确把握" in s.text[:8]]
    assert [text[:2] for text in firsts] == ["一是", "二是", "三是", "四是", "五是"]
