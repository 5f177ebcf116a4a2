"""What an item offers to choose from."""

import pytest

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
