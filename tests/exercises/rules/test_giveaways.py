"""No item's stem gives away the answer of another item on the page."""

import pytest

from tests.exercises.banks import (
    CLOZE,
    FILE_OF_BANK,
    HEADER,
    MULTIPLE,
    SINGLE,
    one_item,
    single,
    write_bank,
)
from tests.exercises.kinds.test_flashcard import FLASHCARD
from tests.exercises.kinds.test_mark import MARK
from tests.exercises.kinds.test_scenario import SCENARIO
from tests.exercises.kinds.test_short import SHORT
from tests.exercises.kinds.test_tree import TREE
from tests.exercises.rules.checking import broken


def asking(stem):
    return single("telling", texts=["甲项", "乙项", "丙项"], stem=stem)


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        (SINGLE, "收官阶段"),
        (MULTIPLE, "梳理重点工作进展"),
        (CLOZE, "届党委巡视"),
        (CLOZE, "高质量完成巡"),
        (SCENARIO, "以贯彻上下联动意见为契机"),
    ],
)
def test_a_stem_that_holds_a_key_is_named(tmp_path, item, answer):
    (fault,) = broken(tmp_path, "giveaway", item, asking(f"谈到{answer}时，讲话怎样说？"))
    assert fault.item == "c07-telling"
    assert f"的答案“{answer}”" in fault.message


def test_the_order_of_the_items_does_not_matter(tmp_path):
    assert broken(tmp_path, "giveaway", asking("收官阶段时，讲话怎样说？"), SINGLE)


def test_a_scene_tells_as_a_stem_does(tmp_path):
    telling = SCENARIO.replace("scene: 换届在即", "scene: 收官阶段，换届在即")
    (fault,) = broken(tmp_path, "giveaway", SINGLE, telling)
    assert fault.item == "c07-walk"


def test_a_short_word_alone_tells_nothing(tmp_path):
    # The first gap's answer is 巡视, which many stems cannot avoid.
    assert not broken(tmp_path, "giveaway", CLOZE, asking("谈到巡视时，讲话怎样说？"))


def test_another_page_may_say_it(tmp_path):
    telling = asking("收官阶段时，讲话怎样说？")
    write_bank(tmp_path, telling.replace("c07", "c08"), header=HEADER.replace("c07", "c08"))
    file = tmp_path / FILE_OF_BANK
    file.rename(file.with_name("c08.yml"))
    assert not broken(tmp_path, "giveaway", SINGLE)


@pytest.mark.parametrize("item", [FLASHCARD, MARK, SHORT, TREE])
def test_the_answers_of_other_kinds_are_known(tmp_path, item):
    folder = tmp_path / "one"
    folder.mkdir()
    answer = max(one_item(folder, item).answers(), key=len)
    (fault,) = broken(tmp_path, "giveaway", item, asking(f"谈到{answer.strip('。')}时怎样说？"))
    assert fault.item == "c07-telling"


def later(*, answer="梳理重点工作的进展情况", stem="下一步该怎样做？", name="later"):
    """Return a single choice with a key of eleven characters."""
    return single(
        name, texts=[answer, "另起炉灶再作打算", "等换届之后再说", "照旧例逐项办理"], stem=stem
    )


def earlier(key, *, stem="先做哪一件事？"):
    return single("earlier", texts=[key, "先同各家通一次气", "先把人手调配齐"], stem=stem)


def found(folder, *items, **bound):
    return [(fault.item, fault.message) for fault in broken(folder, "told-before", *items, **bound)]


@pytest.mark.parametrize(
    ("first", "run"),
    [
        (earlier("梳理重点工作的进展情况"), "梳理重点工作的进展情况"),
        (earlier("他打算梳理重点工作的事"), "梳理重点工作的"),
        (earlier("先定计划", stem="省里梳理重点工作的进展，随后怎样做？"), "梳理重点工作的进展"),
    ],
)
def test_an_answer_that_an_earlier_item_says_is_named_at_the_later(tmp_path, first, run):
    ((item, message),) = found(tmp_path, first, later())
    assert item == "c07-later"
    assert f"c07-earlier 已经写出“{run}”" in message


@pytest.mark.parametrize(
    "first",
    [
        # Five characters, six of fourteen, and an option that is not the key.
        earlier("梳理重点工"),
        earlier("先定计划", stem="另起炉灶再作打算，行不行？"),
        single("earlier", texts=["先定计划", "梳理重点工作的进展情况", "先调人手"]),
    ],
)
def test_a_part_of_it_or_a_wrong_option_tells_nothing(tmp_path, first):
    assert not found(tmp_path, first, later())


def test_less_than_half_of_a_long_answer_tells_nothing(tmp_path):
    long = later(answer="梳理重点工作以后逐项写明由谁来办")
    assert not found(tmp_path, earlier("先梳理重点工作"), long)
    (tmp_path / "half").mkdir()
    assert found(tmp_path / "half", earlier("先梳理重点工作以后再"), long)


def test_a_key_that_comes_after_tells_nothing_but_a_stem_of_the_page_does(tmp_path):
    after = earlier("梳理重点工作的进展情况").replace("earlier", "after")
    # Now the second item is the one whose answer is given away.
    assert [item for item, _ in found(tmp_path, later(), after)] == ["c07-after"]
    (tmp_path / "stem").mkdir()
    asks = earlier("先定计划", stem="梳理重点工作的进展以后，怎样做？").replace("earlier", "after")
    assert [item for item, _ in found(tmp_path / "stem", later(), asks)] == ["c07-later"]


MENU = ("添了讲话没有的", "漏了讲话说了的", "换了讲话所指的", "照讲话原意说的")


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (MENU, False),
        (MENU[::-1], False),
        # One option differs, so the lists are not shared and the key is given away.
        ((*MENU[:3], "同讲话一个意思"), True),
    ],
)
def test_the_key_of_a_shared_menu_tells_nothing(tmp_path, texts, told):
    key = texts.index(MENU[0])
    items = single("earlier", texts=MENU), single("later", texts=texts, key=key)
    assert [item for item, _ in found(tmp_path, *items)] == ["c07-later"] * told


def test_the_stem_of_an_item_with_the_same_menu_tells(tmp_path):
    asks = single("earlier", texts=MENU, key=1, stem=f"这句转述是否{MENU[0]}？")
    assert [item for item, _ in found(tmp_path, asks, single("later", texts=MENU))]


def test_words_that_the_text_says_often_are_no_answer(tmp_path):
    # 十九届中央巡视 occurs in few sentences, 省区市巡视机构 in five.
    items = earlier("交给省区市巡视机构"), later(answer="由省区市巡视机构来办")
    assert not found(tmp_path, *items)
    (tmp_path / "all").mkdir()
    assert found(tmp_path / "all", *items, common=6)


def test_what_is_rated_by_oneself_is_for_remembering(tmp_path):
    answer = max(one_item(tmp_path, FLASHCARD).answers(), key=len)
    assert not found(tmp_path, earlier(answer), FLASHCARD)
    (tmp_path / "other").mkdir()
    assert found(tmp_path / "other", earlier(answer), later(answer=answer), common=99)


CONTENTS = "format: jb-book\nroot: book/{}\nchapters:\n  - file: book/{}\n"


@pytest.mark.parametrize(
    ("first", "second", "named"), [("c07", "c08", True), ("c08", "c07", False)]
)
def test_the_contents_tell_which_chapter_comes_before(tmp_path, first, second, named):
    write_bank(tmp_path, later().replace("c07", "c08"), header=HEADER.replace("c07", "c08"))
    file = tmp_path / FILE_OF_BANK
    file.rename(file.with_name("c08.yml"))
    (tmp_path / "_toc.yml").write_text(CONTENTS.format(first, second), encoding="utf-8")
    for page in (first, second):
        (tmp_path / "book" / f"{page}.md").write_text("# 章\n", encoding="utf-8")
    asking = earlier("先定计划", stem="省里梳理重点工作的进展，随后怎样做？")
    assert bool(found(tmp_path, asking)) is named


def test_a_page_tells_in_which_order_its_items_come(tmp_path):
    write_bank(tmp_path, SINGLE)
    page = '# 章\n\n```{code-cell} python\nshow("c07-later")\n```\n\n```{code-cell} python\nshow("c07-earlier")\n```\n'
    (tmp_path / "book" / "c07.md").write_text(page, encoding="utf-8")
    first = earlier("梳理重点工作的进展情况")
    assert [item for item, _ in found(tmp_path, first, later())] == ["c07-earlier"]
