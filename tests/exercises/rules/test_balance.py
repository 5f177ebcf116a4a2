"""Judgements, numbers of keys and corrections cannot be guessed."""

from tests.exercises.banks import MULTIPLE
from tests.exercises.kinds.test_true_false import FALSE, TRUE
from tests.exercises.rules.checking import broken


def judged(right, wrong):
    return [
        *(TRUE.replace("c07-judge", f"c07-true{n}") for n in range(right)),
        *(FALSE.replace("c07-judge", f"c07-false{n}") for n in range(wrong)),
    ]


def test_too_few_true_statements_are_named(tmp_path):
    (fault,) = broken(tmp_path, "true-share", *judged(3, 5))
    assert "说法对的有 3 / 8 题（38%）：c07-true0、c07-true1、c07-true2" in fault.message


def test_too_many_true_statements_are_named(tmp_path):
    assert broken(tmp_path, "true-share", *judged(5, 3))


def test_two_to_three_of_five_pass(tmp_path):
    assert not broken(tmp_path, "true-share", *judged(4, 6))


def test_three_of_five_pass_and_few_statements_are_not_counted(tmp_path):
    assert not broken(tmp_path, "true-share", *judged(6, 4))
    (tmp_path / "few").mkdir()
    assert not broken(tmp_path / "few", "true-share", *judged(0, 7))


def keyed(*counts):
    """Return multiple choices with these numbers of keys among five options."""
    base = MULTIPLE.replace("      key: true\n", "")
    extra = "    - text: 及早安排总结\n      feedback: 讲话没有在这里说到它，另一处才说。\n"
    items = []
    for n, count in enumerate(counts):
        options = (base.replace("c07-tasks", f"c07-m{n}") + extra).split("    - text: ")
        marked = [
            option.replace("\n", "\n      key: true\n", 1) if place <= count else option
            for place, option in enumerate(options)
            if place
        ]
        items.append("    - text: ".join([options[0], *marked]))
    return items


def test_a_number_of_keys_that_hardly_comes_is_named(tmp_path):
    first, *others = broken(tmp_path, "key-count", *keyed(2, 2, 2, 2, 2, 3, 3, 3, 3, 4))
    assert "正确项有 4 个以上的多选题有 1 / 10 题（10%）：c07-m9" in first.message
    assert not others


def test_a_number_of_keys_that_never_comes_is_named(tmp_path):
    (fault,) = broken(tmp_path, "key-count", *keyed(*[2] * 5, *[3] * 5))
    assert "正确项有 4 个以上的多选题有 0 / 10 题（0%）；" in fault.message


def test_a_number_of_keys_that_comes_too_often_is_named(tmp_path):
    (fault,) = broken(tmp_path, "key-count", *keyed(*[3] * 7, 2, 2, 4, 4), least=None, most=0.6)
    assert "正确项有 3 个的多选题有 7 / 11 题（64%）" in fault.message


def test_numbers_that_are_spread_pass_and_few_items_are_not_counted(tmp_path):
    assert not broken(tmp_path, "key-count", *keyed(*[3] * 6, 2, 2, 4, 4))
    (tmp_path / "few").mkdir()
    assert not broken(tmp_path / "few", "key-count", *keyed(*[3] * 9))


def test_a_correction_that_another_item_has_is_named(tmp_path):
    other = FALSE.replace("c07-judge", "c07-again").replace("to: 已经完成", "to: 还没有开始")
    other = other.replace("to: 各地下届党委", "to: “收官阶段”").replace("to: 收官阶段", "to: 起步")
    (fault,) = broken(tmp_path, "correction-twice", FALSE, other)
    assert fault.item == "c07-again"
    assert "改法里的“收官阶段”，c07-judge 也有" in fault.message


def test_corrections_that_differ_pass_and_short_words_may_come_again(tmp_path):
    other = FALSE.replace("c07-judge", "c07-again")
    for old, new in (("各地下届党委", "别的党委"), ("收官阶段", "起步"), ("已经完成", "还没开始")):
        other = other.replace(f"to: {old}", f"to: {new}")
    third = other.replace("c07-again", "c07-third")
    for old, new in (("别的党委", "县级党委"), ("还没开始", "快要开始")):
        third = third.replace(f"to: {old}", f"to: {new}")
    assert not broken(tmp_path, "correction-twice", FALSE, other, third)
