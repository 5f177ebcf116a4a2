"""Stems and options do not use terse phrases for agreement with the text."""

import pytest

from tests.exercises.banks import single
from tests.exercises.kinds.test_true_false import FALSE
from tests.exercises.rules.checking import broken

TEXTS = ["收官阶段", "试点阶段", "部署阶段"]


@pytest.mark.parametrize("phrase", ["合不合讲话", "合于讲话", "合乎讲话", "合乎原文"])
def test_a_stem_with_a_stiff_phrase_is_named(tmp_path, phrase):
    (fault,) = broken(tmp_path, "stiff-phrase", single("one", stem=f"哪一项{phrase}？"))
    assert fault.item == "c07-one"
    assert f"写了“{phrase}”" in fault.message


def test_an_option_is_read_too(tmp_path):
    assert broken(tmp_path, "stiff-phrase", single("one", texts=[*TEXTS, "看它合乎讲话"]))


def test_what_else_the_course_calls_its_text_is_let_alone(tmp_path):
    stem = "哪些**符合**讲话的要求，合乎实际，是否符合讲话原意？"
    judged = FALSE.replace("合不合讲话", "是否符合讲话原意")
    assert not broken(tmp_path, "stiff-phrase", single("one", stem=stem), judged)
