"""The stored speech is the original, and the model is the whole of it."""

import hashlib

import pytest

from speech import load_speech, model
from speech.model import SOURCE, SOURCE_SHA256


def test_the_stored_file_is_the_original_byte_for_byte():
    assert hashlib.sha256(SOURCE.read_bytes()).hexdigest() == SOURCE_SHA256


def test_a_changed_file_is_refused(tmp_path, monkeypatch):
    changed = tmp_path / "source.txt"
    changed.write_bytes(SOURCE.read_bytes().replace("巡视".encode(), "巡查".encode(), 1))
    monkeypatch.setattr(model, "SOURCE", changed)
    with pytest.raises(ValueError, match=r"与原件不符.*不得改动"):
        load_speech.__wrapped__()


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
