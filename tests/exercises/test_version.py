"""Saved answers depend on what was asked, not on its feedback."""

import pytest

from tests.exercises.banks import CLOZE, MULTIPLE, SINGLE, one_item


def version(folder, item):
    return one_item(folder, item).version


@pytest.mark.parametrize(
    ("item", "old", "new"),
    [
        (SINGLE, "试点说的是", "这里试点说的是"),
        (SINGLE, "hint: 想一想", "hint: 请想一想"),
        (SINGLE, "level: remember", "level: understand"),
    ],
)
def test_a_better_explanation_keeps_answers(tmp_path, item, old, new):
    assert version(tmp_path, item) == version(tmp_path, item.replace(old, new))


@pytest.mark.parametrize(
    ("item", "old", "new"),
    [
        (SINGLE, "讲话说，", "讲话指出，"),
        (SINGLE, "text: 试点阶段", "text: 起步阶段"),
        (MULTIPLE, "text: 照搬中央巡视做法", "text: 照搬以往做法"),
        (CLOZE, "[高质量, 高质]", "高质量"),
    ],
)
def test_a_changed_question_or_key_makes_a_new_version(tmp_path, item, old, new):
    assert version(tmp_path, item) != version(tmp_path, item.replace(old, new))
