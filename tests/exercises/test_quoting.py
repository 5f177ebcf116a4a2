"""Titles and quotation marks in authors' texts, and the names of the text, which may have any."""

import pytest

from exercises.quoting import stray_marks, titled, unknown_title, without_names
from speech.model import Heading, Speech


def speech(title, publisher="", *headings):
    heads = tuple(Heading(number, text, 1) for number, text in enumerate(headings, start=1))
    return Speech(title, (), publisher=publisher, headings=heads)


def problem(text, about):
    own = without_names(text, about)
    return stray_marks(own) or unknown_title(own, about)


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("劝学", "《劝学》"),
        ("《师说》", "《师说》"),
        ("《论语》十则", "《〈论语〉十则》"),
        ("《诗》与《书》", "《〈诗〉与〈书〉》"),
    ],
)
def test_a_title_within_a_title_has_single_marks(title, marked):
    assert titled(title) == marked
    assert not problem(f"本页是{marked}全文。", speech(title))


def test_a_title_within_the_texts_title_may_be_named_alone():
    about = speech("《论语》十则")
    assert not unknown_title("这是《论语》里的话。", about)
    assert unknown_title("这是《孟子》里的话。", about)
    assert unknown_title("这是《〈孟子〉十则》里的话。", about)


def test_a_title_in_a_heading_is_known_with_single_marks_too():
    named = "这是《〈论语〉十则》。"
    assert not unknown_title(named, speech("读《论语》十则有感"))
    assert not unknown_title(named, speech("书", "", "一、《论语》十则"))
    assert unknown_title(named, speech("书", "", "一、《论语》八则"))
    assert not unknown_title("这是《〈学〉问》。", speech("〈学〉问"))


@pytest.mark.parametrize("title", ["论‘仁’", '论"仁"', "“学", "学》", "论“仁”与「义」", "《学"])
def test_the_texts_own_title_may_have_any_marks(title):
    about = speech(title)
    assert not problem(f"这门课程逐句读{titled(title)}。", about)
    assert "作引号" in problem(f"{titled(title)}讲‘礼’。", about)
    assert "不成对" in problem(f"{titled(title)}讲“礼。", about)


def test_the_publisher_may_have_any_marks():
    about = speech("劝学", "《人民日报》“海外版")
    assert not problem("《劝学》（《人民日报》“海外版，2023年）。", about)
    assert not problem("出自《人民日报》。", about)


def test_a_page_may_be_titled_by_a_heading_with_any_marks():
    about = speech("劝学", "", "一、论‘仁’")
    assert not problem("一、论‘仁’", about)
    assert not problem("第一章\u3000论‘仁’", about)
    assert "作引号" in problem("第‘一’章\u3000论‘仁’", about)
    assert "作引号" in problem("第一章\u3000论‘义’", about)
