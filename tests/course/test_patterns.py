"""What is wrong with a regular expression in ``course.yml`` is told in Chinese."""

import re

import pytest
from pydantic import ValidationError

from course.counting import Counting
from course.settings import Names


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("总书记(", "圆括号没有合上，请补上 )"),
        ("总书记)", "多了一个 )"),
        ("[总书记", "方括号没有合上，请补上 ]"),
        ("[b-a]", "- 两边的次序反了"),
        ("*总书记", "前面没有可以重复的字"),
        ("总书记+*", "连写了两个"),
        ("总{3,2}", "次数前大后小"),
        ("总书记\\", "\\ 后面的字不对"),
        ("\\u12", "没有写全"),
        ("(?书记)", "(? 后面的写法不对"),
        ("(?<=总*)书记", "字数不固定"),
        ("(?P<总>.)(?P<总>.)", "有一处写得不对"),
    ],
)
def test_a_pattern_is_refused_without_a_word_of_english(written, problem):
    told = refused(Names, {"people": [written]})
    assert told.startswith(f"“{written}”不是正则表达式：")
    assert problem in told
    assert not re.search(r"[a-z]{3}|[0-9]", told.replace(written, ""))


def test_a_pattern_with_a_placeholder_is_named_as_it_was_written():
    told = refused(Counting, {"enumeration": "{n}是("})
    assert told == "“{n}是(”不是正则表达式：圆括号没有合上，请补上 )"


def refused(model, fields):
    with pytest.raises(ValidationError) as caught:
        model.model_validate(fields)
    (error,) = caught.value.errors()
    return str(error["ctx"]["error"])
