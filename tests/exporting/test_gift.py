"""GIFT as parsed by gift-pegjs: all questions parse, and have the contents of the bank."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from exercises import load_bank
from exercises.inline import plain
from exporting.collecting import collect
from exporting.formats.gift import FORMAT
from exporting.model import Collection, Exported, Section, Source
from exporting.question import Answer, Gap, Line, Match, Pair, Pick, Question, Typed
from tests.exporting.banks import COURSES, items, out_of, pairs, picks
from tests.this_course import ROOT

JUDGE = Path(__file__).with_name("judge_gift.mjs")
NASTY = r"甲\乙 #丙=丁~戊{己}:庚 a\:b // [id:x] %50% ::T:: ####"


def parsed(file: Path) -> list[dict]:
    """Return the questions that gift-pegjs reads, without the categories."""
    node = shutil.which("node")
    assert node
    done = subprocess.run(
        [node, str(JUDGE), str(file)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return [entry for entry in json.loads(done.stdout) if entry["type"] != "Category"]


def words(markup: str) -> str:
    """Return the text of a run of HTML."""
    text = re.sub(r"<[^>]+>", "", markup)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def unescaped(option: str) -> str:
    """Restore characters that gift-pegjs 1.0.2 leaves as numbers in the options of a matching."""
    return re.sub(r"&&(\d+);", lambda found: chr(int(found[1])), option)


@pytest.fixture(scope="module", params=COURSES, ids=lambda course: course.settings.id)
def course(request):
    return request.param


@pytest.fixture(scope="module")
def read(course, tmp_path_factory) -> dict[str, list[dict]]:
    """Return the questions by item."""
    folder = tmp_path_factory.mktemp("gift")
    assert out_of(folder, course, "gift") == 0
    found: dict[str, list[dict]] = {}
    for entry in parsed(folder / "gift.txt"):
        found.setdefault(entry["title"].partition(" ")[0], []).append(entry)
    return found


def of_kinds(course, *kinds):
    return [item for item in items(course).values() if item.kind in kinds]


def test_every_item_but_the_cards_comes_over(course, read):
    wanted = [item.id for item in items(course).values() if item.kind != "flashcard"]
    assert list(read) == wanted


def test_ids_name_course_item_and_version_once(course, read):
    ids = [entry["id"] for entries in read.values() for entry in entries]
    assert max(Counter(ids).values()) == 1
    for item_id, entries in read.items():
        version = items(course)[item_id].version
        whole = f"{course.settings.id}.{item_id}.{version}"
        ends = [f".{n}" for n in range(1, len(entries) + 1)] if len(entries) > 1 else [""]
        assert [entry["id"] for entry in entries] == [whole + end for end in ends]
        for entry in entries:
            tags = {f"{course.settings.id} {course.settings.version}", course.settings.id}
            assert tags <= set(entry["tags"])


def test_every_question_asks_the_stem_and_ends_with_the_sources(course, read):
    for item_id, entries in read.items():
        item = items(course)[item_id]
        for entry in entries:
            assert words(entry["stem"]["text"]).startswith(plain(item.stem))
            after = words(entry["globalFeedback"]["text"])
            for sentence in item.sentences:
                assert f"出处：{sentence.label}　{sentence.text}" in after


def test_choices_have_the_texts_fractions_and_reasons_of_the_bank(course, read):
    for item in of_kinds(course, "single", "multiple", "evidence", "mark", "scenario"):
        entries = read[item.id]
        assert [entry["type"] for entry in entries] == ["MC"] * len(picks(item))
        for entry, wanted in zip(entries, picks(item), strict=True):
            # A single choice has a key; in a multiple choice each option has a weight.
            several = any(choice["weight"] is not None for choice in entry["choices"])
            assert several == (sum(share > 0 for _, share, _ in wanted) > 1)
            for choice, (text, share, reason) in zip(entry["choices"], wanted, strict=True):
                assert words(choice["text"]["text"]) == plain(text)
                assert words(choice["feedback"]["text"]) == plain(reason)
                if several:
                    assert abs(Fraction(choice["weight"]) / 100 - share) < Fraction(1, 10**6)
                else:
                    assert choice["isCorrect"] == (share == 1)


def test_pairs_are_those_of_the_bank(course, read):
    matched = of_kinds(course, "matching", "categorise", "ordering", "tree")
    matched += [item for item in of_kinds(course, "cloze") if item.word_list()]
    for item in matched:
        (entry,) = read[item.id]
        assert entry["type"] == "Matching"
        found = [(words(p["subquestion"]["text"]), p["subanswer"]) for p in entry["matchPairs"]]
        assert sorted(found) == sorted((plain(a), plain(b)) for a, b in pairs(item))
        if item.kind == "ordering":
            assert [right for _, right in found] != sorted(right for _, right in found)


def test_statements_keep_verdict_reason_and_the_right_correction(course, read):
    for item in of_kinds(course, "true-false"):
        (entry,) = read[item.id]
        assert entry["isTrue"] is item.verdict
        assert plain(item.statement) in words(entry["stem"]["text"])
        for side in ("trueFeedback", "falseFeedback"):
            said = words(entry[side]["text"])
            assert plain(item.feedback) in said
            for correction in item.corrections:
                assert (plain(correction.text) in said) == correction.key
        for correction in item.corrections:
            assert plain(correction.feedback) in words(entry["globalFeedback"]["text"])


def test_typed_gaps_accept_what_the_bank_accepts(course, read):
    for item in of_kinds(course, "cloze"):
        if item.word_list():
            continue
        assert len(read[item.id]) == len(item.gaps)
        for entry, gap in zip(read[item.id], item.gaps, strict=True):
            assert entry["type"] == "Short"
            found = {choice["text"]["text"]: choice["weight"] for choice in entry["choices"]}
            assert found == dict.fromkeys(gap.answer, 100) | dict.fromkeys(gap.wrong, 0)
            assert "____" in entry["stem"]["text"]
            assert item.filled() not in words(entry["stem"]["text"])


def test_short_answers_bring_their_points(course, read):
    for item in of_kinds(course, "short"):
        (entry,) = read[item.id]
        assert entry["type"] == "Essay"
        after = words(entry["globalFeedback"]["text"])
        for point in item.points:
            assert plain(point.text) in after
            assert plain(point.feedback) in after


def test_points_are_named_lost_where_a_platform_would_give_others(course, read):
    losses = FORMAT.write(collect(course, load_bank(course)))[1]
    named = {loss.item.id: loss.what for loss in losses if loss.what.startswith("满分")}
    full = {name: items(course)[name].rubric().max for name in read}
    others = {name: points for name, points in full.items() if points != len(read[name])}
    assert named == {
        name: f"满分 {points} 分没有导出，平台一般每题按 1 分算" for name, points in others.items()
    }


def made(*questions: Question) -> Collection:
    """Return a course with one item and the most hostile texts possible."""
    sources = (Source("第1段第1句", NASTY),)
    item = Exported("c01-a", "0" * 12, "题", NASTY, questions, "", sources, ("一",))
    return Collection("nasty", "1", "课/程", (Section("c01", "c01 一/二", (item,)),))


def test_signs_of_the_format_come_back_as_they_were(tmp_path):
    half, lines = Fraction(1, 2), (Line(f"一行 {NASTY}\n\n又一行"),)
    several = tuple(Answer(f"{n} {NASTY}", half * (1 - n), NASTY) for n in (0, 2))
    gap = Gap((Answer(NASTY, Fraction(1), NASTY),), NASTY)
    (tmp_path / "gift.txt").write_bytes(
        FORMAT.write(
            made(
                Question(lines, Pick(several, several=True), 1),
                Question(lines, Match((Pair(NASTY, NASTY), Pair("乙 -> 丙", "丁 -> 戊"))), 2),
                Question(lines, Typed(gap), 1),
            )
        )[0]
    )
    written = (tmp_path / "gift.txt").read_text(encoding="utf-8")
    assert written.startswith(
        "$CATEGORY: 课//程（1版）/c01 一//二\n\n// [id:nasty.c01-a.000000000000.1]"
    )
    choice, match, typed = parsed(tmp_path / "gift.txt")
    for entry in (choice, match, typed):
        assert words(entry["stem"]["text"]) == f"一行 {NASTY} 又一行"
        assert words(entry["globalFeedback"]["text"]).endswith(f"出处：第1段第1句　{NASTY}")
    assert [words(c["text"]["text"]) for c in choice["choices"]] == [f"{n} {NASTY}" for n in (0, 2)]
    assert [c["weight"] for c in choice["choices"]] == [50, -50]
    assert [words(c["feedback"]["text"]) for c in choice["choices"]] == [NASTY, NASTY]
    assert [unescaped(p["subanswer"]) for p in match["matchPairs"]] == [NASTY, "丁 → 戊"]
    assert [words(p["subquestion"]["text"]) for p in match["matchPairs"]] == [NASTY, "乙 -> 丙"]
    assert typed["choices"][0]["text"]["text"] == NASTY


def test_an_arrow_that_had_to_be_changed_is_reported():
    _, losses = FORMAT.write(made(Question((), Match((Pair("乙 -> 丙", "丁 -> 戊"),)), 1)))
    assert "选项里的箭头 -> 改为 →" in [loss.what for loss in losses]
