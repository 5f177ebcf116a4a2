"""Evidence: a decision, and grounds that count only if the decision is right."""

from itertools import chain, combinations

import pytest

from exercises import BankError
from exercises.kinds.evidence.sheet import answer_rows, question
from exercises.sheet import exercise_entry, exercise_option
from tests.exercises.banks import one_item

EVIDENCE = """\
- id: c07-haste
  kind: evidence
  objective: c07-o1
  level: apply
  source: [p14.s03, p16.s04]
  stem: 任期将满，还有四家没有巡。有人主张并成一轮，照搬上级的方案赶完。怎样答复？
  options:
    - text: 同意并成一轮，先把家数做够
      feedback: 家数是够了，可是赶出来的一轮发现不了问题，等于没有巡。
    - text: 重排计划，每家照样做足
      key: true
      feedback: 两头都要顾到：“既不能在全覆盖数量上打折扣”，也不能赶。
    - text: 留两家给下一届，免得草率
      feedback: 这样做得细，任期内却漏了两家，家数就打了折扣。
  passage:
    - sentence: p14.s02
      feedback: 这句说为什么非做不可，没有说时间不够时先顾哪一头。
    - sentence: p14.s03
      key: true
      feedback: 家数和质量哪一头都不能让，说的就是这一句。
    - sentence: p14.s05
      feedback: 这句说的是换届的纪律，如“严格把好廉洁关”，与怎样排计划无关。
    - sentence: p16.s04
      key: true
      feedback: 别人的做法能用到哪一步，看这一句，原样搬用它不许。
    - sentence: p16.s07
      feedback: 这句说做过的可以回头再看，与还没有做的无关。
"""
ONE_GROUND = EVIDENCE.replace("[p14.s03, p16.s04]", "[p14.s03]").replace(
    "sentence: p16.s04\n      key: true", "sentence: p16.s04"
)
SLOTS = ["p14.s02", "p14.s03", "p14.s05", "p16.s04", "p16.s07"]


@pytest.fixture
def item(tmp_path):
    return one_item(tmp_path, EVIDENCE)


def answered(choice, *numbers):
    """Return a response with a decision and the numbers of the sentences picked."""
    given = {"choice": choice} if choice else {}
    return given | {SLOTS[number - 1]: "picked" for number in numbers}


@pytest.mark.parametrize(
    ("response", "score", "state", "summary"),
    [
        (answered("b", 2, 4), 3, "correct", "判断正确；选对 2 句"),
        (answered("b", 2), 2, "partial", "判断正确；选对 1 句，漏选 1 句"),
        (answered("b", 2, 3, 4), 2, "partial", "判断正确；选对 2 句，错选 1 句"),
        (answered("b"), 1, "partial", "判断正确；漏选 2 句"),
        (answered("b", 1, 3), 1, "partial", "判断正确；错选 2 句，漏选 2 句"),
        (answered("b", 1, 2, 3, 4, 5), 1, "partial", "判断正确；选对 2 句，错选 3 句"),
        (answered("a", 2, 4), 0, "wrong", "判断不对，依据不计分；选对 2 句"),
        (answered("z", 2), 0, "wrong", "判断不对，依据不计分；选对 1 句，漏选 1 句"),
        (answered("", 2, 4), 0, "wrong", "没有判断，依据不计分；选对 2 句"),
        ({}, 0, "unanswered", ""),
    ],
)
def test_grounds_count_behind_the_right_decision(item, response, score, state, summary):
    grade = item.rubric().grade(response)
    assert (grade.score, grade.max, grade.state, grade.summary) == (score, 3, state, summary)


def test_picking_all_sentences_earns_no_more_than_the_decision(item):
    every = chain.from_iterable(combinations(range(1, 6), count) for count in range(6))
    scores = {numbers: item.rubric().grade(answered("b", *numbers)).score for numbers in every}
    assert max(scores, key=lambda numbers: scores[numbers]) == (2, 4)
    assert scores[1, 2, 3, 4, 5] == 1
    assert min(scores.values()) == 1


def test_there_is_feedback_for_both_parts(item):
    grade = item.rubric().grade(answered("a", 2, 3))
    assert [(slot.slot, slot.mark, slot.feedback[:4]) for slot in grade.slots] == [
        ("choice", "wrong", "家数是够"),
        ("p14.s03", "right", "家数和质"),
        ("p14.s05", "wrong", "这句说的"),
        ("p16.s04", "missed", "别人的做"),
    ]


def test_the_derived_responses_earn_all_and_nothing(item):
    rubric = item.rubric()
    assert rubric.right_response() == answered("b", 2, 4)
    assert rubric.wrong_response() == answered("a", 1, 3, 5)
    assert rubric.grade(rubric.wrong_response()).state == "wrong"


def test_that_grounds_need_the_decision_is_part_of_its_version(item, tmp_path, monkeypatch):
    rubric = item.rubric()
    ungated = type(rubric)(rubric.slots, rubric.max, rubric.phrases)
    before = item.version
    monkeypatch.setattr(type(item), "rubric", lambda _: ungated)
    assert one_item(tmp_path, EVIDENCE).version != before


def test_the_face_tells_neither_key_nor_reasons(item):
    face = item.face()
    assert [set(entry) for entry in face["options"]] == [{"id", "text"}] * 3
    assert [entry["slot"] for entry in face["passage"]] == SLOTS
    assert [set(entry) for entry in face["passage"]] == [
        {"slot", "paragraph", "number", "text"}
    ] * 5


@pytest.mark.parametrize(("text", "asks"), [(EVIDENCE, "哪几句"), (ONE_GROUND, "哪一句")])
def test_it_tells_whether_there_is_one_ground_or_more(tmp_path, text, asks):
    assert asks in one_item(tmp_path, text).face()["question"]


def test_it_is_printed_with_a_box_before_each_sentence(item):
    laid = question(item)
    options = [option for part in laid for option in part.findall(exercise_option)]
    assert [option["label"] for option in options] == ["A", "B", "C"]
    entries = [entry for part in laid for entry in part.findall(exercise_entry)]
    assert [(entry["room"], entry["label"]) for entry in entries] == [
        ("none", ""),
        ("tick", "第14段第2句"),
        ("tick", "第14段第3句"),
        ("tick", "第14段第5句"),
        ("tick", "第16段第4句"),
        ("tick", "第16段第7句"),
    ]
    assert entries[2].astext() == item.sentences[0].text


def test_a_papers_order_moves_the_options_and_not_the_passage(item):
    arranged = item.arranged(lambda values: list(reversed(values)))
    assert [option.text[:2] for option in arranged.options] == ["留两", "重排", "同意"]
    assert arranged.passage == item.passage


def test_the_answer_sheet_has_room_for_letter_and_sentences(item):
    decision, grounds = answer_rows(item)
    assert (decision.room, decision.right, decision.choices) == ("one", ("B",), ("A", "B", "C"))
    assert (grounds.room, grounds.right) == ("rule", ("第14段第3句；第16段第4句",))


def test_the_key_names_both_and_the_reasons_tell_of_all(item):
    assert item.key() == "B；依据：第14段第3句；第16段第4句"
    assert [(why.label, why.right) for why in item.reasons()] == [
        ("A", False),
        ("B", True),
        ("C", False),
        ("第14段第2句", False),
        ("第14段第3句", True),
        ("第14段第5句", False),
        ("第16段第4句", True),
        ("第16段第7句", False),
    ]


def test_grounds_of_one_paragraph_name_it_once(tmp_path):
    text = EVIDENCE.replace("p16.s04", "p14.s06").replace("p16.s07", "p14.s07")
    assert one_item(tmp_path, text).grounds == "第14段第3句、第6句"


def test_a_response_is_put_into_words(item):
    assert item.describe("choice", "b") == "重排计划，每家照样做足"
    assert item.describe("p14.s03", "picked") == "依据第14段第3句"


def test_a_link_beside_the_text_does_not_tell_the_grounds(item):
    assert [sentence.id for sentence in item.linked_from] == SLOTS


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("      key: true\n      feedback: 两头", "      feedback: 两头", "一个选项写 key: true"),
        ("留两家给下一届，免得草率", "重排计划，每家照样做足", "有两个选项都是"),
        ("sentence: p14.s02", "sentence: p14.s02-s03", "“p14.s02-s03”不是一句；每项只写一句"),
        ("sentence: p14.s02", "sentence: p14", "“p14”不是一句"),
        ("sentence: p14.s02", "sentence: p14.s99", "讲话没有句子 p14.s99"),
        ("sentence: p14.s02", "sentence: p14.s05", "passage 里 p14.s05 写了 2 次；请只留一项"),
        ("sentence: p14.s02", "sentence: p14.s04", "p14.s03 写在 p14.s04 后面；请照原文的先后"),
        ("source: [p14.s03, p16.s04]", "source: [p14.s03]", r"请写作 source: \[p14.s03, p16.s04\]"),
        (
            "source: [p14.s03, p16.s04]",
            "source: [p16.s04, p14.s03]",
            r"请写作 source: \[p14.s03, p16.s04\]",
        ),
        ("feedback: 这句说为什么非做不可，没有说时间不够时先顾哪一头。", "feedback: 不是。", "15"),
        (
            "照搬上级的方案赶完",
            "为了抢时间、赶进度，照搬方案",
            "“为了抢时间、赶进度”照抄了依据 p14.s03",
        ),
        ("同意并成一轮，", "统筹**谋划巡视**工作，", "“统筹谋划巡视工作，”照抄了依据 p14.s03"),
    ],
)
def test_a_faulty_item_is_refused(tmp_path, old, new, message):
    assert old in EVIDENCE
    with pytest.raises(BankError, match=message):
        one_item(tmp_path, EVIDENCE.replace(old, new, 1))


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ([], "要有 1—3 句写 key: true（判断的依据），现有 0 句"),
        (["p14.s02", "p14.s03", "p14.s05", "p16.s04"], "现有 4 句"),
        (["p14.s02", "p14.s03", "p14.s05"], ""),
    ],
)
def test_one_to_three_sentences_are_grounds(tmp_path, keys, message):
    text = with_grounds(keys)
    if message:
        with pytest.raises(BankError, match=message):
            one_item(tmp_path, text)
    else:
        assert one_item(tmp_path, text).rubric().max == 4


def test_two_sentences_at_least_are_no_grounds(tmp_path):
    text = with_grounds(["p14.s02", "p14.s03"])
    cut = text[: text.index("    - sentence: p16.s04")]
    with pytest.raises(BankError, match="不是依据的句子至少要 2 句，现有 1 句"):
        one_item(tmp_path, cut)


def with_grounds(keys):
    """Return the item with other sentences as grounds, without changing their feedback."""
    text = EVIDENCE.replace("[p14.s03, p16.s04]", f"[{', '.join(keys) or 'p14.s03'}]")
    head, passage = text.split("  passage:\n")
    passage = passage.replace("      key: true\n", "")
    for key in keys:
        passage = passage.replace(f"sentence: {key}\n", f"sentence: {key}\n      key: true\n")
    return f"{head}  passage:\n{passage}"


def test_words_that_stand_in_another_sentence_too_point_at_none(tmp_path):
    # Here p16.s02, which is not a ground, contains the words as well as p16.s03.
    passage = EVIDENCE.replace("p14.s02", "p14.s01").replace("p16.s07", "p16.s09")
    shared = "本地区巡视巡察工作全面规范"
    told = passage.replace("照搬上级的方案赶完", f"赶完{shared}")
    assert one_item(tmp_path, told).stem.count(shared) == 1
    grounds = told.replace("[p14.s03, p16.s04]", "[p14.s03, p16.s09]").replace(
        "      key: true\n      feedback: 别人", "      feedback: 别人"
    )
    grounds = grounds.replace("sentence: p16.s09\n", "sentence: p16.s09\n      key: true\n")
    with pytest.raises(BankError, match=f"“{shared}”照抄了依据 p16.s09"):
        one_item(tmp_path, grounds)


def test_its_texts_may_quote_the_passage_and_no_other_paragraph(tmp_path):
    # Here no ground is in p16, so that only the passage cites it.
    one = ONE_GROUND.replace("与还没有做的无关", "“可以开展一些“回访””是另一件事")
    assert one_item(tmp_path, one)
    with pytest.raises(BankError, match=r"“三要抓市县巡察指导督导”不在本题所注的段落里"):
        one_item(
            tmp_path,
            one
            .replace("p16.s04", "p14.s06")
            .replace("p16.s07", "p14.s07")
            .replace("可以开展一些“回访”", "三要抓市县巡察指导督导"),
        )
