"""The options that items offer."""

import pytest

from exercises.item import Claim
from exercises.rules.options import two_by_two
from tests.exercises.banks import single
from tests.exercises.kinds.test_matching import MATCHING
from tests.exercises.rules.checking import broken


@pytest.mark.parametrize(
    "text", ["以上都对", "以上都不对", "以上各项均不正确", "都不是", "全部正确", "上述说法皆错。"]
)
def test_an_option_that_sums_up_the_others_is_named(tmp_path, text):
    item = single("sum", texts=["收官阶段", "试点阶段", text], key=0)
    (fault,) = broken(tmp_path, "all-of-the-above", item)
    assert fault.item == "c07-sum"
    assert f"“{text}”概括了其他选项" in fault.message


def test_it_is_found_in_the_lists_of_other_kinds(tmp_path):
    assert broken(tmp_path, "all-of-the-above", MATCHING.replace("[试点]", "[以上都不是]"))


@pytest.mark.parametrize("text", ["以上下联动意见为契机", "都对市县巡察负责", "全部进入收官阶段"])
def test_an_option_with_a_matter_of_its_own_passes(tmp_path, text):
    assert not broken(
        tmp_path, "all-of-the-above", single("own", texts=["收官阶段", "试点阶段", text])
    )


TWO_BY_TWO = [
    "前者由巡视办，后者以一届为限",
    "前者由领导小组，后者以一届为限",
    "前者由领导小组，后者以明年为限",
    "前者由巡视办，后者以明年为限",
]


def offered(texts, *, keys=1):
    return [Claim(text, place < keys) for place, text in enumerate(texts)]


@pytest.mark.parametrize(
    "texts",
    [
        TWO_BY_TWO,
        ["甲省回访；乙省试点", "甲省回访；乙省推开", "甲省总结；乙省试点", "甲省总结；乙省推开"],
        # The clause in the middle is common to all options.
        ["党委，纪委，组织部", "小组，纪委，组织部", "党委，纪委，审计局", "小组，纪委，审计局"],
        ["汇总后，向上报告", "听取后，再向上报告", "汇总后，供人借鉴", "听取后，再供人借鉴"],
    ],
)
def test_two_facts_each_in_two_versions_are_found(texts):
    assert two_by_two(offered(texts))


@pytest.mark.parametrize(
    "texts",
    [
        ["收官阶段", "试点阶段", "部署阶段", "总结阶段"],
        [*TWO_BY_TWO[:3], "前者由巡视办，后者以任期为限"],
        TWO_BY_TWO[:3],
        [
            "由贯通融合，就平台说",
            "由贯通融合，就部署说",
            "由上下联动，就功能说",
            "由上下联动，就体系说",
        ],
        ["先回访，再总结", "先回访，后推广", "先总结，再推广", "先推广，再回访"],
    ],
)
def test_four_practices_are_none(texts):
    assert not two_by_two(offered(texts))


def test_several_keys_make_another_choice():
    assert not two_by_two(offered(TWO_BY_TWO, keys=2))


def crossed(count):
    return [single(f"x{n}", texts=TWO_BY_TWO) for n in range(count)]


def test_more_than_the_course_allows_are_named(tmp_path):
    (fault,) = broken(tmp_path, "two-by-two", *crossed(3), least={"most_two_by_two": 2})
    assert "这样拼成的有 3 题，至多 2 题：c07-x0、c07-x1、c07-x2" in fault.message


def test_as_many_as_it_allows_pass_and_it_need_not_set_a_bound(tmp_path):
    assert not broken(tmp_path, "two-by-two", *crossed(2), least={"most_two_by_two": 2})
    (tmp_path / "unbound").mkdir()
    assert not broken(tmp_path / "unbound", "two-by-two", *crossed(9))
