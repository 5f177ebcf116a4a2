"""The stored speech is the original, and the model contains all of it."""

import hashlib

import pytest

from speech import SourceError
from speech.source import load_speech as load
from tests.exercises.banks import write_course
from tests.this_course import COURSE, load_speech

#: Hash of the file as first stored; ``course.yml`` must not follow a changed file.
ORIGINAL = "f21692ea3de3c120bb94593ab5e78c1646268719d0a2efe27b4f437435c8e09e"


def test_the_stored_file_is_the_original_byte_for_byte():
    assert hashlib.sha256(COURSE.source.read_bytes()).hexdigest() == ORIGINAL
    assert COURSE.settings.source.sha256 == ORIGINAL


def test_a_changed_file_is_refused(tmp_path):
    course = write_course(tmp_path)
    stored = course.source.read_bytes()
    course.source.write_bytes(stored.replace("巡视".encode(), "巡查".encode(), 1))
    with pytest.raises(SourceError, match=r"book/speech/source\.txt.*与原件不符.*不得改动"):
        load(course)


def test_a_missing_file_is_named(tmp_path):
    course = write_course(tmp_path)
    course.source.unlink()
    with pytest.raises(SourceError, match=r"book/speech/source\.txt.*缺少这个文件"):
        load(course)


def test_paragraphs_are_the_stored_lines_from_9_to_47():
    assert [paragraph.line for paragraph in load_speech().paragraphs] == list(range(9, 48, 2))
    assert [paragraph.id for paragraph in load_speech().paragraphs] == [
        f"p{number:02}" for number in range(1, 21)
    ]


def test_the_page_head_is_read_apart():
    speech = load_speech()
    assert speech.title == "全面总结巡视指导督导工作 深入学习贯彻上下联动意见"
    assert speech.date == "2023-04-18"
    assert speech.publisher == "中央巡视办"


@pytest.mark.parametrize("paragraph", load_speech().paragraphs, ids=lambda p: p.id)
def test_sentences_joined_are_the_paragraph(paragraph):
    assert "".join(sentence.text for sentence in paragraph.sentences) == paragraph.text
    assert [sentence.number for sentence in paragraph.sentences] == list(
        range(1, len(paragraph.sentences) + 1)
    )
