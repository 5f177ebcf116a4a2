"""The indexes agree with the speech, and faults in their data are reported where they are."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest

from publishing.errors import CourseError
from publishing.indexes.collation import FIGURES, initial, sort_key
from publishing.indexes.data_files import FaultyIndexError, read_indexes
from publishing.indexes.inventory import demands
from publishing.indexes.places import places, spans
from tests.exercises.banks import write_course
from tests.this_course import COURSE, load_indexes, load_speech

FOLDER = COURSE.indexes
ENTRIES = load_indexes().entries
PARAGRAPHS = load_speech().paragraphs


@pytest.fixture
def told(tmp_path):
    """Return the fault reported after replacing some words in a file."""

    def told(file, old, new):
        course = write_course(tmp_path)
        folder = shutil.copytree(FOLDER, course.indexes)
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(FaultyIndexError) as stopped:
            read_indexes(course)
        return str(stopped.value)

    return told


# Missing entries stop the build


@pytest.mark.parametrize(
    ("file", "entry", "message"),
    [
        ("terms.yml", r"- id: sige-duizhao\n.*?\n\n", r"第6段的引号里的词语“四个对照”.*terms\.yml"),
        ("terms.yml", r"- id: chuanghuzhi\n.*?\n\n", r"第6段的引号里的词语“窗户纸”"),
        ("numbers.yml", r"- \{id: liangge-fangmian.*?\n", r"第5段的带数字的提法“两个方面”"),
        ("people.yml", r"- id: jiceng-zhili-yijian\n.*?\n\n", r"第15段的文件“《关于加强基层治理"),
        ("people.yml", r"- id: yang-xiaochao\n.*?\n\n", r"第5段的人物“杨晓超同志”.*people\.yml"),
        ("people.yml", r"- id: wang-hongjin\n.*?\n\n", r"第20段的人物“王鸿津同志”"),
        ("numbers.yml", r"- \{id: 37ci.*?\n", r"第8段的数字“37”（.*numbers\.yml"),
        ("numbers.yml", r"- \{id: 6yue15ri.*?\n", r"第14段的数字“15”"),
        ("numbers.yml", r"- \{id: qunian-di.*?\n", r"第5段的时间“年”（.*去年底"),
        ("numbers.yml", r"- \{id: liangpici.*?\n", r"第4段的数目“两”（.*两批次"),
    ],
)
def test_a_missing_entry_is_told_with_its_place_and_the_file_it_belongs_in(
    told, file, entry, message
):
    text = (FOLDER / file).read_text(encoding="utf-8")
    found = re.search(entry, text, re.DOTALL)
    assert found
    assert re.search(message, told(file, found[0], ""))


def test_what_is_passed_over_without_need_is_told(told):
    message = told("passed-over.yml", "words: [年轻, 年度]", "words: [年轻, 年度, 巡视]")
    assert re.search(r"passed-over\.yml:\d+: 词条 巡视：索引里已经收了，或原本不必收", message)


@pytest.mark.parametrize(
    "demand",
    demands(COURSE.settings.names),
    ids=lambda demand: f"{demand.what} {demand.form.pattern}",
)
def test_each_demand_finds_something_in_the_speech(demand):
    assert any(demand.form.search(paragraph.text) for paragraph in PARAGRAPHS)


# Faults in the data


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "terms.yml",
            "term: 回访",
            "term: 回防",
            r"terms\.yml:\d+: 词条 回防 字段 term：讲话里没有“回防”这几个字",
        ),
        (
            "terms.yml",
            "监督标准是“四个对照”",
            "监督的标准是“四个对照”",
            r"terms\.yml:\d+: 词条 四个对照 字段 says\.1：p06\.s01 里没有“监督的标准",
        ),
        (
            "terms.yml",
            "at: p18.s07",
            "at: p18.s77",
            r"terms\.yml:\d+: 词条 灯下黑 字段 says\.1：讲话没有句子 p18\.s77；最接近的是 p18\.s09",
        ),
        (
            "terms.yml",
            "words: 监督标准是“四个对照”",
            "words: 监督标准是“四个",
            r"词条 四个对照 字段 says\.1：“与”没有成对",
        ),
        (
            "terms.yml",
            "status: 讲话未展开",
            "status: 没有展开",
            r"字段 status：只能是",
        ),
        (
            "terms.yml",
            "  note: 讲话只说了首先强调的一项，其余的没有提到。\n",
            "",
            r"词条 四个坚持：只提到其中一部分时，请在 note 里说明",
        ),
        (
            "terms.yml",
            "note: 讲话说的是现阶段的集中体现。",
            "note: 讲话说的是“现时期”的集中体现。",
            r"词条 国之大者 字段 note：引文“现时期”与讲话原文不符",
        ),
        ("terms.yml", "term: 回访", "item: 回访", r"字段 item：没有名为“item”的字段；最接近的是 term"),
        ("terms.yml", "id: huifang", "id: dengxiahei", r"字段 id：dengxiahei 已在第 \d+ 行用过"),
        ("terms.yml", "term: 回访", "term: 灯下黑", r"字段 term：灯下黑 已在第 \d+ 行用过"),
        ("people.yml", "sort: 人物", "sort: 地名", r"people\.yml:\d+: 词条 习近平总书记 字段 sort"),
        ("numbers.yml", "sort: 时间", "sort: [时间", r"numbers\.yml:\d+：YAML 写法有误"),
    ],
)  # fmt: skip
def test_a_fault_names_file_line_entry_and_mend(told, file, old, new, message):
    found = told(file, old, new)
    assert re.search(message, found), found


def test_the_line_is_that_of_the_field(told):
    text = (FOLDER / "terms.yml").read_text(encoding="utf-8")
    line = text[: text.index("term: 回访")].count("\n") + 1
    assert f"terms.yml:{line}: " in told("terms.yml", "term: 回访", "term: 回防")


def test_a_book_without_a_file_of_the_indexes_stops(tmp_path):
    course = write_course(tmp_path)
    course.indexes.mkdir(parents=True)
    with pytest.raises(FaultyIndexError, match=r"people\.yml:1：缺少这个文件"):
        read_indexes(course)


# Places


def brute_force(form):
    """Return all places of some words by comparing at every character."""
    return [
        (paragraph.number, start)
        for paragraph in PARAGRAPHS
        for start in range(len(paragraph.text))
        if paragraph.text.startswith(form, start)
    ]


def offset_in_paragraph(place):
    before = PARAGRAPHS[place.sentence.paragraph - 1].sentences[: place.sentence.number - 1]
    return sum(len(sentence.text) for sentence in before) + place.start


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.anchor)
def test_an_entry_stands_wherever_the_speech_has_its_words(entry):
    found = [
        (p.sentence.paragraph, offset_in_paragraph(p)) for p in places(load_speech(), entry.forms)
    ]
    wanted = {place for form in entry.forms for place in brute_force(form)}
    # If one form contains another (习近平总书记, 总书记), they are one place.
    for number, start in wanted - set(found):
        assert any(
            paragraph == number and at < start < at + max(map(len, entry.forms))
            for paragraph, at in found
        )
    assert set(found) <= wanted
    assert found == sorted(found)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.anchor)
def test_a_place_holds_the_words(entry):
    for place in places(load_speech(), entry.forms):
        assert place.sentence.text[place.start : place.stop] in entry.forms


def test_of_two_forms_at_one_place_the_longer_counts():
    assert spans("习近平总书记和总书记", ["总书记", "习近平总书记"]) == [(0, 6), (7, 10)]


# Addresses and order


def test_addresses_stay_what_they_are():
    """Add to this list but never change it: readers have saved these links."""
    kept = {
        "term-liangge-weihu": "两个维护",
        "term-shiliuzi-fangzhen": "发现问题、形成震慑，推动改革、促进发展",
        "name-zhao-leji": "赵乐际同志",
        "number-37ci": "37次",
    }
    anchors = {entry.anchor: entry.term for entry in ENTRIES}
    assert {anchor: anchors.get(anchor) for anchor in kept} == kept
    assert len(anchors) == len(ENTRIES)


def test_the_terms_are_in_the_order_of_pinyin():
    """Compare with the browser's own Chinese order, except for the order of punctuation."""
    terms = sorted((re.sub(r"\W", "", t.term) for t in load_indexes().terms), key=sort_key)
    ours = [term[0] for term in terms if initial(term) != FIGURES]
    script = """
      const given = JSON.parse(require('fs').readFileSync(0, 'utf8'));
      const order = new Intl.Collator('zh-u-co-pinyin');
      process.stdout.write(JSON.stringify(given.sort(order.compare)));"""
    done = subprocess.run(
        ["node", "-e", script], input=json.dumps(ours), capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == ours


@pytest.mark.parametrize(
    ("term", "heading"),
    [
        ("“两不”原则", "L"),
        ("巡视办", "X"),
        ("1+1>2", FIGURES),
        ("政治巡视", "Z"),
        ("发现问题", "F"),
    ],
)
def test_a_term_stands_under_its_initial(term, heading):
    assert initial(term) == heading


def test_a_term_whose_first_character_tells_no_pinyin_stops_the_build():
    with pytest.raises(CourseError, match="词目“瀛海”的首字不是常用字"):
        initial("瀛海")
