"""References are parsed, and errors suggest the closest one."""

import pytest

from speech import BadReferenceError
from tests.this_course import load_speech


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("p03", ["p03.s01"]),
        ("p05.s07", ["p05.s07"]),
        ("p05.s02-s04", ["p05.s02", "p05.s03", "p05.s04"]),
    ],
)
def test_a_reference_finds_its_sentences(reference, found):
    assert [sentence.id for sentence in load_speech().find(reference)] == found


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("p05.s99", "没有句子 p05.s99；最接近的是 p05.s33"),
        ("p00", "没有段落 p00；最接近的是 p01"),
        ("p21.s01", "没有段落 p21；最接近的是 p20"),
        ("p05.s04-s02", "应写作 p05.s02-s04"),
        ("第五段", "不是段句编号"),
    ],
)
def test_a_wrong_reference_names_the_nearest(reference, message):
    with pytest.raises(BadReferenceError, match=message):
        load_speech().find(reference)


def test_a_quotation_is_found_whatever_the_typing():
    speech = load_speech()
    assert speech.quotes("监督标准是“四个对照”")
    assert speech.quotes("监督标准 是“四个对照”,监督路径")
    assert not speech.quotes("监督标准是“四个坚持”")
