"""Neither the position nor the length of the key helps guessing."""

from tests.exercises.banks import MULTIPLE, single
from tests.exercises.kinds.test_scenario import SCENARIO
from tests.exercises.rules.checking import broken


def keys(places):
    return [single(f"n{number}", key="ABCD".index(place)) for number, place in enumerate(places)]


def lengths(*texts, key=0):
    return single("long", texts=["字" * n if isinstance(n, int) else n for n in texts], key=key)


def test_a_place_that_holds_too_many_keys_is_named_with_its_items(tmp_path):
    first, *others = broken(tmp_path, "key-position", *keys("AAAAABBCCD"))
    assert "正确项在 A 的有 5 / 10 题（50%）：c07-n0、c07-n1" in first.message
    assert [fault.message[:8] for fault in others] == ["正确项在 D 的"]


def test_a_place_that_never_holds_the_key_is_named(tmp_path):
    (fault,) = broken(tmp_path, "key-position", *keys("ABCABCABC"))
    assert "正确项在 D 的有 0 / 9 题（0%）" in fault.message


def test_places_within_their_bounds_pass(tmp_path):
    # 8 of 20 is the maximum allowed, 3 of 20 the minimum.
    assert not broken(tmp_path, "key-position", *keys("A" * 8 + "B" * 6 + "C" * 3 + "D" * 3))


def test_items_with_three_options_have_no_fourth_place_and_are_left_out(tmp_path):
    three = single("three", texts=["收官阶段", "试点阶段", "部署阶段"], key=1)
    assert not broken(tmp_path, "key-position", *keys("ABCD"), three)


def test_a_fourth_key_in_one_place_is_a_run(tmp_path):
    (fault,) = broken(tmp_path, "key-run", *keys("ABBBB"))
    assert fault.item == "c07-n4"
    assert "相连 4 题的正确项都在 B：c07-n1、c07-n2、c07-n3、c07-n4" in fault.message


def test_three_keys_in_one_place_pass_and_other_kinds_do_not_count(tmp_path):
    assert not broken(tmp_path, "key-run", *keys("BBB"), MULTIPLE, single("last", key=2))


def test_a_shared_menu_with_one_key_for_most_cases_is_named(tmp_path):
    # The order in which an item lists a shared list of options does not matter.
    turned = single("n9", texts=["总结阶段", "部署阶段", "试点阶段", "收官阶段"], key=3)
    (fault,) = broken(tmp_path, "menu-key", *keys("ABC"), turned, single("n8"))
    assert fault.item == "c07-n8"
    assert "“收官阶段”是正确项的有 3 / 5 处（60%）：c07-n0、c07-n9、c07-n8" in fault.message


def test_a_menu_whose_keys_are_spread_or_few_passes(tmp_path):
    other = [
        single(f"o{number}", texts=["收官阶段", "试点阶段", "部署阶段"]) for number in range(2)
    ]
    assert not broken(tmp_path, "menu-key", *keys("AABC"), *other)


def test_keys_that_are_too_often_the_longest_are_named(tmp_path):
    long = [single(f"l{n}", texts=["收官的阶段", "试点", "部署", "总结"]) for n in range(2)]
    (fault,) = broken(tmp_path, "key-longest", *long, *keys("ABC"))
    assert "2 / 5 处（40%）：c07-l0、c07-l1" in fault.message


def test_a_longest_key_in_a_third_of_the_choices_passes(tmp_path):
    long = single("long", texts=["收官的阶段", "试点", "部署", "总结"])
    assert not broken(tmp_path, "key-longest", long, *keys("AB"))


def test_each_step_of_a_scenario_is_a_choice(tmp_path):
    # In the first step the key is the longest option, in the second it no longer is.
    evened = SCENARIO.replace("text: 以举办专题培训班", "text: 以举办上下联动专题培训班")
    long = single("long", texts=["收官的阶段", "试点", "部署", "总结"])
    (fault,) = broken(tmp_path, "key-longest", evened, long)
    assert "2 / 3 处（67%）：c07-walk、c07-long" in fault.message


def test_a_key_over_one_and_a_half_times_the_median_stands_out(tmp_path):
    (fault,) = broken(tmp_path, "key-length", lengths(7, "四个字的", "也四个字", "仍四个字"))
    assert fault.item == "c07-long"
    assert "有 7 字，各选项的中位数是 4 字" in fault.message


def test_a_key_of_one_and_a_half_times_the_median_passes(tmp_path):
    assert not broken(tmp_path, "key-length", lengths(6, "四个字的", "也四个字", "仍四个字"))


def test_emphasis_has_no_length(tmp_path):
    assert not broken(
        tmp_path, "key-length", lengths("字**字**字字字字", "四个字的", "也四个字", "仍四个字")
    )


def test_each_key_of_a_multiple_choice_is_measured(tmp_path):
    long = MULTIPLE.replace("text: 科学谋划安排", "text: 在梳理进展之后科学谋划安排今年的任务")
    (fault,) = broken(tmp_path, "key-length", long)
    assert "科学谋划安排" in fault.message
