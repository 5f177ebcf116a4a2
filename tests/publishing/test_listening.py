"""Reading the text aloud with a fake voice; and the places that readers may search for."""

import json
import subprocess
from pathlib import Path

import pytest

from publishing.html.data.traditional import traditional_pairs
from tests.this_course import load_speech

CALLER = Path(__file__).with_name("call_reading.mjs")
TEXTS = ["甲", "乙", "丙"]


def call(*calls):
    done = subprocess.run(
        ["node", CALLER], input=json.dumps(calls), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("acts", "heard"),
    [
        ([["play"], ["end"], ["end"]], "甲乙丙"),
        # After a pause the sentence is read from its beginning.
        ([["play"], ["end"], ["pause"], ["play"]], "甲乙—乙"),
        ([["go", 2], ["go", 0]], "丙甲"),
        ([["go", 9], ["go", -1]], "丙甲"),
        # With another speed the sentence is read again, but only if it is being read.
        ([["play"], ["again"], ["pause"], ["again"]], "甲甲—"),
    ],
)
def test_sentences_are_read_one_after_the_other_from_any_of_them(acts, heard):
    (result,) = call(["listen", [TEXTS, acts]])
    assert "".join(result["spoken"]) == heard
    assert result["told"] == []


def test_the_end_is_told_and_the_next_time_begins_at_the_top():
    (result,) = call(["listen", [TEXTS, [["go", 2], ["end"], ["play"]]]])
    assert (result["told"], result["spoken"]) == (["end"], ["丙", "—", "甲"])


@pytest.mark.parametrize("late", ["late", "lateFail"])
def test_what_is_told_of_a_sentence_that_was_left_does_not_count(late):
    (result,) = call(["listen", [TEXTS, [["play"], ["go", 1], [late]]]])
    assert (result["at"], result["playing"], result["told"]) == (1, True, [])


def test_a_voice_that_fails_is_told_of_and_can_be_tried_again():
    (result,) = call(["listen", [TEXTS, [["play"], ["end"], ["fail"], ["play"]]]])
    assert result["told"] == ["trouble"]
    assert result["spoken"] == ["甲", "乙", "—", "乙"]


def voice(lang, *, local=True, default=False):
    return {"lang": lang, "localService": local, "default": default, "name": lang}


@pytest.mark.parametrize(
    ("voices", "picked"),
    [
        ([voice("en-US", default=True), voice("zh-TW"), voice("zh_CN"), voice("zh-HK")], "zh_CN"),
        ([voice("zh-HK"), voice("zh-TW")], "zh-TW"),
        ([voice("cmn-Hans-CN")], "cmn-Hans-CN"),
        # A remote voice would send the text to another host.
        ([voice("zh-CN", local=False), voice("en-US"), voice("zha-CN")], None),
        ([], None),
    ],
)
def test_only_a_chinese_voice_of_the_device_reads(voices, picked):
    assert call(["voice", [voices]]) == [picked]


@pytest.mark.parametrize(
    ("query", "anchor"),
    [
        ("第5段第10句", "p05-s10"),
        ("第五段第十句", "p05-s10"),
        (" 第 十九 段 第二十三句", "p19-s23"),
        ("５·10", "p05-s10"),
        ("5-10", "p05-s10"),
        ("5．10", "p05-s10"),
        ("5段10句", "p05-s10"),
        ("第10段", "p10"),
        ("2021年", None),
        ("五个准确把握", None),
        ("第一句", None),
        ("第三四段", None),
        ("第十段第二十句", "p10-s20"),
    ],
)
def test_a_place_is_understood_as_readers_write_it(query, anchor):
    (place,) = call(["place", [query]])
    assert (place and place[0]) == anchor


def test_traditional_characters_find_the_simplified_text_and_stay_what_they_are_in_it():
    text = load_speech().paragraphs[4].text
    pairs = traditional_pairs([text])
    assert all(pairs[i] not in text and pairs[i + 1] in text for i in range(0, len(pairs), 2))
    two_by_two = [pairs[i : i + 2] for i in range(0, len(pairs), 2)]
    assert call(
        ["found", [text, "巡視工作", two_by_two]],
        ["found", [text, "巡視工作", []]],
        ["found", ["乾隆", "乾隆", [traditional_pairs(["乾隆", "干"])]]],
    ) == [True, False, True]
