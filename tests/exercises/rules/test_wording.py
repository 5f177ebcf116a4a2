"""No word gives an option away, and no negation can be overlooked."""

import pytest

from exercises.rules.revealing_words import negative
from tests.exercises.banks import single
from tests.exercises.kinds.test_true_false import FALSE, TRUE
from tests.exercises.rules.checking import broken

PLAIN = ("收官阶段", "试点阶段", "部署阶段", "总结阶段")


def absolute(name, *places):
    """Return an item with 必须 in the options at some indices; the first option is the key."""
    texts = [f"必须进入{text}" if place in places else text for place, text in enumerate(PLAIN)]
    return single(name, texts=texts)


def test_absolute_words_only_in_distractors_are_named(tmp_path):
    (fault,) = broken(tmp_path, "absolute-words", absolute("one", 2), single("other"))
    assert "干扰项有绝对化用语的 1 题（c07-one），正确项有的 0 题（无）" in fault.message


def test_twice_as_many_items_with_them_in_distractors_as_in_keys_pass(tmp_path):
    items = absolute("key", 0), absolute("one", 2), absolute("two", 1, 3)
    assert not broken(tmp_path, "absolute-words", *items)
    assert broken(tmp_path, "absolute-words", *items, absolute("three", 2))


def test_a_word_in_all_options_of_an_item_counts_once_on_each_side(tmp_path):
    assert not broken(tmp_path, "absolute-words", absolute("all", 0, 1, 2, 3))


@pytest.mark.parametrize(("item", "faults"), [(TRUE, 0), (FALSE, 1)])
def test_a_statement_counts_as_a_key_if_true_and_as_a_distractor_if_false(tmp_path, item, faults):
    start = item.index("statement: ") + len("statement: ")
    item = item[:start] + "所有" + item[start:]
    assert len(broken(tmp_path, "absolute-words", item)) == faults


@pytest.mark.parametrize(
    "stem",
    [
        "下列哪一项不属于讲话对今年工作的要求？",
        "讲话没有提到的，是下列哪一项？",
        "关于收官阶段，下列说法错误的是哪一项？",
        "除哪一项外，都是讲话的要求？",
        "下列哪一项**不**合讲话？",
        "选出不符合讲话的一项。",
        "下列说法不符合讲话的是",
    ],
)
def test_a_stem_that_asks_for_what_is_not_so_is_negative(stem):
    assert negative(stem)


@pytest.mark.parametrize(
    "stem",
    [
        "十九届中央巡视工作此时开始进入什么阶段？",
        "某组查出问题，没有再作安排。对照第4段，还缺哪一方面？",
        "有人说质量以后再说。这种想法为什么不对？",
        "这句话合不合讲话？",
        "经验可以借鉴，但不能简单照搬，因为巡察同巡视在哪些方面不同？",
        "除督促做到“两个维护”外，另一方面是什么？",
        "讲话说“不能简单照搬照抄”，是在谈哪一项工作？",
        "讲话没有标明引自何人的，归讲话人。下列各句是谁的话？",
        "下列几种想法都不可取。要用讲话的话来纠正，各选一句。",
        "讲话指出一些做法不可取。下列做法各是在谈哪项工作时说到的？",
    ],
)
def test_a_negation_outside_the_question_turns_nothing_round(stem):
    assert not negative(stem)


def negatives(count):
    return [single(f"n{n}", stem="下列哪一项**不**是此时的阶段？") for n in range(count)]


def test_too_many_negative_stems_are_named(tmp_path):
    plain = [single(f"p{n}") for n in range(8)]
    (fault,) = broken(tmp_path, "negative-share", *negatives(2), *plain)
    assert "2 / 10 题（20%）：c07-n0、c07-n1" in fault.message


def test_a_few_negative_stems_pass(tmp_path):
    assert not broken(
        tmp_path, "negative-share", *negatives(3), *[single(f"p{n}") for n in range(17)]
    )


def test_a_negation_that_is_not_emphasised_is_named(tmp_path):
    (fault,) = broken(
        tmp_path, "negative-emphasis", single("one", stem="下列哪一项不是此时的阶段？")
    )
    assert fault.item == "c07-one"
    assert "“下列哪一项不是此时的阶段？”的否定词没有加重" in fault.message


def test_an_emphasised_negation_passes_and_another_emphasis_does_not(tmp_path):
    assert not broken(tmp_path, "negative-emphasis", *negatives(1))
    other = single("one", stem="下列哪一项不是**此时**的阶段？")
    assert broken(tmp_path, "negative-emphasis", other)
