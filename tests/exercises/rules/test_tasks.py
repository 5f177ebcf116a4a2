"""What items ask for: few ask where or by whom something is said, enough ask for judgement."""

import pytest

from tests.exercises.banks import single
from tests.exercises.kinds.test_scenario import SCENARIO
from tests.exercises.rules.checking import broken


def tagged(task, count):
    item = single("one").replace("level: remember", f"level: remember\n  task: {task}")
    return [item.replace("c07-one", f"c07-{task}{n}") for n in range(count)]


@pytest.mark.parametrize(
    ("stem", "task"),
    [
        ("这句话在哪一段？", "place"),
        ("讲话在哪几章里说到它？", "place"),
        ("下列内容各在哪个标题下？", "place"),
        ("它先在何处出现过？", "place"),
        ("这是第几段的话？", "place"),
        ("讲话用了几次“收官阶段”？", "place"),
        ("讲话有几处说到整改？", "place"),
        ("按讲话说到它们的先后排列。", "place"),
        ("按讲话的次序，排出五个方面。", "place"),
        ("下列各句，讲话先说到的是哪一句？", "place"),
        ("各出自两点意见中的哪一点？", "place"),
        ("下列词语，各是在谈哪一项工作时用的？", "place"),
        ("这个例子是接着哪一层意思说的？", "place"),
        ("下列评价各是谁说的？", "speaker"),
        ("各是谁的话？", "speaker"),
        ("这是谁在什么场合提出的？", "speaker"),
        ("它由谁在哪里提出？", "speaker"),
        ("下列说法各出自哪一方？", "speaker"),
        ("哪一句是讲话引述的总书记的强调？", "speaker"),
        ("划出讲话引述的要求。", "speaker"),
    ],
)
def test_a_stem_that_asks_for_a_place_or_a_speaker_wants_its_tag(tmp_path, stem, task):
    (fault,) = broken(tmp_path, "untagged-task", single("one", stem=stem))
    assert fault.item == "c07-one"
    assert f"却没有写 task: {task}" in fault.message


def test_a_question_after_the_stem_is_read_too(tmp_path):
    asking = SCENARIO.replace("question: ", "question: 这话是谁说的？", 1)
    (fault,) = broken(tmp_path, "untagged-task", asking)
    assert fault.item == "c07-walk"


@pytest.mark.parametrize(
    "stem",
    [
        "有人在第一段路上问起整改。该由谁来负责？",
        "讲话好几处说到群众。某组该怎样听取意见？",
        "按时间先后，排出下列几件事。",
        "按推论排出先后。",
        "他忽略了哪一点？",
        "四名组员主张不同，谁的主张对？",
        "两处各是就谁同谁说的？",
        "整改由谁负责，由谁督促？",
        "会上有人问起出处。该先做哪件事？",
    ],
)
def test_a_stem_that_asks_for_the_matter_needs_none(tmp_path, stem):
    assert not broken(tmp_path, "untagged-task", single("one", stem=stem))


def test_a_tagged_item_may_ask_for_a_place(tmp_path):
    item = single("one", stem="这句话在哪一段？")
    tagged_item = item.replace("level: remember", "level: remember\n  task: place")
    assert not broken(tmp_path, "untagged-task", tagged_item)


@pytest.mark.parametrize("task", ["place", "speaker"])
def test_more_than_the_course_allows_are_named(tmp_path, task):
    least = {f"most_{task}": 2}
    (fault,) = broken(tmp_path, "task-maximum", *tagged(task, 3), least=least)
    named = f"（{task}）的有 3 题，至多 2 题：c07-{task}0、c07-{task}1、c07-{task}2"
    assert named in fault.message


@pytest.mark.parametrize("task", ["place", "speaker"])
def test_as_many_as_the_course_allows_pass(tmp_path, task):
    assert not broken(tmp_path, "task-maximum", *tagged(task, 2), least={f"most_{task}": 2})


def test_a_course_that_sets_no_bounds_has_none(tmp_path):
    items = [*tagged("place", 6), *tagged("speaker", 6)]
    assert not broken(tmp_path, "task-maximum", *items)


THINKING = ("weigh", "reason", "force", "draft", "silence")


def test_too_few_that_ask_for_judgement_are_counted(tmp_path):
    items = [*tagged("weigh", 1), *tagged("silence", 1), *tagged("place", 3), single("none")]
    (fault,) = broken(tmp_path, "task-minimum", *items, least={"thinking": 3})
    assert "这几类题共有 2 题，至少应有 3 题" in fault.message


def test_enough_of_all_five_together_pass(tmp_path):
    items = [item for task in THINKING for item in tagged(task, 1)]
    assert not broken(tmp_path, "task-minimum", *items, least={"thinking": 5})


def test_a_small_course_needs_none(tmp_path):
    assert not broken(tmp_path, "task-minimum", single("one"))
