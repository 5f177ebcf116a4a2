"""Moodle XML: read strictly, and compared with the bank and with GIFT."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from exercises.inline import plain
from exporting.formats.moodle import FORMAT
from exporting.losses import NO_EMPHASIS
from exporting.question import (
    Answer,
    Gap,
    Gapped,
    GappedLine,
    Judge,
    Line,
    Match,
    Pair,
    Pick,
    Question,
)
from tests.exporting.banks import COURSES, items, out_of, pairs, picks
from tests.exporting.moodle_reader import BrokenRuleError, Read, read
from tests.exporting.test_gift import NASTY, made, parsed, unescaped, words


@pytest.fixture(scope="module", params=COURSES, ids=lambda course: course.settings.id)
def course(request):
    return request.param


@pytest.fixture(scope="module")
def folder(course, tmp_path_factory):
    folder = tmp_path_factory.mktemp("moodle")
    assert out_of(folder, course, "all") == 0
    return folder


@pytest.fixture(scope="module")
def questions(folder) -> dict[str, list[Read]]:
    """Return the questions by item."""
    found: dict[str, list[Read]] = {}
    for one in read((folder / "moodle.xml").read_bytes()):
        found.setdefault(one.name.partition(" ")[0], []).append(one)
    return found


def of_kinds(course, *kinds):
    return [item for item in items(course).values() if item.kind in kinds]


def near(percent: float, share: Fraction) -> bool:
    return abs(percent / 100 - float(share)) < 1e-6


def test_every_item_but_the_cards_comes_over_with_its_tags(course, questions):
    wanted = [item.id for item in items(course).values() if item.kind != "flashcard"]
    assert list(questions) == wanted
    for item_id, found in questions.items():
        item = items(course)[item_id]
        for one in found:
            assert one.id.startswith(f"{course.settings.id}.{item.id}.{item.version}")
            assert f"{course.settings.id} {course.settings.version}" in one.tags
            assert words(one.text).startswith(plain(item.stem))
            assert words(one.hint) == plain(item.hint or "")
            for sentence in item.sentences:
                assert f"出处：{sentence.label}　{sentence.text}" in words(one.after)
        if item.kind != "true-false":
            assert sum(one.grade for one in found) == item.rubric().max


def test_choices_have_the_texts_fractions_and_reasons_of_the_bank(course, questions):
    for item in of_kinds(course, "single", "multiple", "evidence", "mark", "scenario"):
        for one, wanted in zip(questions[item.id], picks(item), strict=True):
            assert one.single == (sum(share > 0 for _, share, _ in wanted) == 1)
            for option, (text, share, reason) in zip(one.options, wanted, strict=True):
                assert words(option.text) == plain(text)
                assert words(option.feedback) == plain(reason)
                assert near(option.percent, share)
        free = item.kind not in {"mark", "evidence"} and item.shuffle
        assert questions[item.id][-1].shuffle == free


def test_pairs_are_those_of_the_bank(course, questions):
    for item in of_kinds(course, "matching", "categorise", "ordering"):
        (one,) = questions[item.id]
        found = [(words(left), right) for left, right in one.pairs]
        assert sorted(found) == sorted((plain(a), plain(b)) for a, b in pairs(item))


def test_gaps_offer_the_words_or_accept_the_answers_of_the_bank(course, questions):
    for item in of_kinds(course, "cloze", "tree"):
        (one,) = questions[item.id]
        for (sort, options), gap in zip(one.fields, item.gaps, strict=True):
            right = [words(option.text) for option in options if option.percent == 100]
            if item.word_list():
                assert sort == "MULTICHOICE"
                assert [words(option.text) for option in options] == item.word_list()
                assert right == [gap.answer[0]]
            else:
                assert sort == "SHORTANSWER"
                assert right == list(gap.answer)
                assert options[-1].text == "*"
            for option in options:
                reason = gap.wrong.get(words(option.text), gap.feedback)
                assert words(option.feedback) == plain(reason)
        if item.kind == "cloze":
            filled = re.sub(r"\{1:.*?(?<!\\)\}", "□", one.text)
            assert words(filled).endswith(re.sub(r"\{\d+\}", "□", item.text))
        else:
            assert one.text.count("<li>") == len(list(item.tree.walk()))


def test_statements_are_judged_and_corrected(course, questions):
    for item in of_kinds(course, "true-false"):
        (one,) = questions[item.id]
        (_, verdicts), (_, corrections) = one.fields
        assert [option.percent for option in verdicts] == ([100, 0] if item.verdict else [0, 100])
        keys = [item.verdict, *(correction.key for correction in item.corrections)]
        assert [option.percent == 100 for option in corrections] == keys
        texts = ["不用改", *(plain(correction.text) for correction in item.corrections)]
        assert [words(option.text) for option in corrections] == texts
        reasons = [item.feedback, *(correction.feedback for correction in item.corrections)]
        assert [words(option.feedback) for option in corrections] == [plain(r) for r in reasons]


def test_short_answers_bring_the_points_to_whoever_grades(course, questions):
    for item in of_kinds(course, "short"):
        (one,) = questions[item.id]
        for point in item.points:
            assert plain(point.text) in words(one.points)
            assert plain(point.feedback) in words(one.points)


def test_gift_says_the_same(folder, questions):
    """Compare two writers through two readers: what both formats hold is the same."""
    gift = {entry["id"]: entry for entry in parsed(folder / "gift.txt")}
    compared = 0
    for one in (one for found in questions.values() for one in found):
        if one.type == "cloze":
            continue
        entry = gift[one.id]
        assert entry["stem"]["text"] == one.text
        assert entry["tags"] == one.tags
        if one.type == "multichoice":
            for choice, option in zip(entry["choices"], one.options, strict=True):
                assert choice["text"]["text"] == option.text
                assert choice["feedback"]["text"] == option.feedback
                weight = choice["weight"] if not one.single else 100 * choice["isCorrect"]
                assert weight == option.percent
        if one.type == "matching":
            offered = [(p["subquestion"]["text"], p["subanswer"]) for p in entry["matchPairs"]]
            assert [(left, unescaped(right)) for left, right in offered] == one.pairs
        if one.type != "essay":
            assert entry["globalFeedback"]["text"] == one.after
        compared += 1
    assert compared > 10


def test_signs_of_the_format_come_back_as_they_were():
    hard = f"{NASTY} ]]> <b> & \"'{{1:SA:=x}}"
    lines = (Line(hard),)
    ends = [f"{hard}{end}" for end in ("", "\\", "&", "}", "~", "#")]
    answers = tuple(Answer(text, Fraction(not place), text) for place, text in enumerate(ends))
    content, _ = FORMAT.write(
        made(
            Question(lines, Pick(answers), 1),
            Question(
                (), Gapped((GappedLine(("甲", 0, "乙")),), (Gap(answers, hard),), typed=False), 1
            ),
            Question((), Judge(verdict=False, feedback=hard, corrections=answers), 2),
            Question(lines, Match((Pair(hard, hard), Pair("乙", "丙"))), 2),
        )
    )
    choice, gapped, judged, match = read(content)
    assert words(choice.text) == hard
    assert [words(option.text) for option in choice.options] == ends
    for options in (gapped.fields[0][1], judged.fields[1][1][1:]):
        assert [words(option.text).removesuffix(" ") for option in options] == ends
        assert [words(option.feedback).removesuffix(" ") for option in options] == ends
    assert (words(match.pairs[0][0]), match.pairs[0][1]) == (hard, hard)
    assert choice.category == "$course$/top/课//程（1版）/c01 一//二"


def test_emphasis_lost_in_a_distractor_is_reported():
    pairs = (Pair("甲", "乙"), Pair("丙", "丁"))
    _, losses = FORMAT.write(made(Question((Line("配对"),), Match(pairs, ("**戊**",)), 2)))
    assert NO_EMPHASIS in {loss.what for loss in losses}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('fraction="100"', 'fraction="99"', "99 is in the list"),
        ('fraction="50"', 'fraction="40"', "add up to 100"),
        ('<questiontext format="html">', "<questiontext>", "questiontext says its format"),
        ("<single>true<", "<single>yes<", "single is true or false"),
        ('type="essay"', 'type="free"', "the kind of question is known"),
        ("{1:MULTICHOICE:%", "{1:MULTICHOICE:#", "a field is read to its end"),
        ("%100%", "%99%", "99 is in the list"),
    ],
)
def test_the_reader_refuses_what_breaks_a_rule(tmp_path, old, new, rule):
    assert out_of(tmp_path, COURSES[0], "moodle") == 0
    text = (tmp_path / "moodle.xml").read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(BrokenRuleError, match=re.escape(rule)):
        read(text.replace(old, new, 1).encode())


def test_the_reader_refuses_names_and_ids_that_come_twice(tmp_path):
    assert out_of(tmp_path, COURSES[1], "moodle") == 0
    text = (tmp_path / "moodle.xml").read_text(encoding="utf-8")
    for tag, what in (("idnumber", "id"), ("name", "name")):
        first, second = re.findall(rf"<{tag}>.*?</{tag}>", text, re.DOTALL)[:2]
        with pytest.raises(BrokenRuleError, match=f"every {what} is unique"):
            read(text.replace(second, first).encode())
