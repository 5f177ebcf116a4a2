"""The two PDF editions of the handout."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from exercises.inline import runs
from exercises.item import Item
from speech import parse_reference
from tests.handout.reading import BODY, BUILT, Pdf, after_sentence, squeezed
from tests.this_course import load_bank, load_speech

CONTENTS = "目录"
#: The captions of the table of contents that are no parts, by the first page that each has on paper.
GROUPS = {"学习指南": "开始", "综合复习": "综合", "学习进度": "附录"}
ANSWERS = "参考答案"
COVERAGE = "学习目标与题目对照表"
APPENDIX = "原文全文"
LEVELS = {"remember": "识记", "understand": "理解", "apply": "应用", "analyse": "分析"}


def items() -> list[Item]:
    return [item for chapter in load_bank().chapters for item in chapter.items]


def plain(text: str) -> str:
    return squeezed("".join(run.text for run in runs(text)))


def page_of(pdf: Pdf, title: str) -> int:
    return dict(pdf.bookmarks())[title]


def contents_pages(pdf: Pdf) -> range:
    bodies = pdf.bodies()
    first = next(n for n, text in enumerate(bodies, start=1) if text.startswith(CONTENTS))
    after = min(page for _, page in pdf.bookmarks())
    return range(first, after)


# As a file


def test_is_a_tagged_a4_document_that_says_what_it_is(edition: Pdf) -> None:
    info = edition.info()
    assert "A4" in info["Page size"]
    assert info["Tagged"] == "yes"
    assert info["Title"].startswith("巡视巡察上下联动专题培训课程（")
    assert info["Author"] == "课程编写组"
    assert edition.reader.trailer["/Root"]["/Lang"] == "zh-CN"


def test_claims_pdf_ua(edition: Pdf) -> None:
    assert "<pdfuaid:part>1</pdfuaid:part>" in edition.path.read_bytes().decode("latin-1")


def test_every_font_is_embedded_and_subset_and_can_be_copied_from(edition: Pdf) -> None:
    fonts = edition.run("pdffonts").splitlines()[2:]
    assert fonts
    for font in fonts:
        assert "Type 3" not in font
        assert re.search(r"Identity-H +yes yes yes ", font), font


# Finding one's way


def test_contents_agree_with_the_bookmarks_and_name_the_groups(edition: Pdf) -> None:
    contents = "".join(edition.bodies()[number - 1] for number in contents_pages(edition))
    lines = "".join(f"{GROUPS.get(title, '')}{title}{page}" for title, page in edition.bookmarks())
    assert re.sub(r"\.{3,}", "", contents).removeprefix(CONTENTS) == lines


def test_the_contents_take_one_page(edition: Pdf) -> None:
    assert len(contents_pages(edition)) == 1


def test_each_heading_stands_on_the_page_that_the_contents_give(edition: Pdf) -> None:
    bodies = edition.bodies()
    for title, page in edition.bookmarks():
        # Appendices and indexes begin below the previous part, if there is room.
        assert title in bodies[page - 1]


def test_chapters_stand_below_their_part_in_the_bookmarks(edition: Pdf) -> None:
    top = [entry for entry in edition.reader.outline if not isinstance(entry, list)]
    titles = [squeezed(entry.title) for entry in top]
    assert "第一部分总结指导督导" in titles
    assert "第二部分部署今年重点任务" in titles
    assert APPENDIX in titles
    assert not [title for title in titles if title.startswith("第") and "章" in title]


def test_no_heading_stands_at_the_foot_of_a_page(edition: Pdf) -> None:
    source = (BUILT / "pages.typ").read_text(encoding="utf-8")
    headings = {squeezed(found) for found in re.findall(r'#section\(.*?\)\[#"(.*?)";\]', source)}
    assert len(headings) > 100
    for number, lines in enumerate(edition.lines(*BODY), start=1):
        # Only whole lines that equal a heading count: running text may end in the same words.
        assert not lines or squeezed(lines[-1]) not in headings, number


def test_what_leads_to_an_exercise_is_on_its_page(edition: Pdf) -> None:
    source = (BUILT / "pages.typ").read_text(encoding="utf-8")
    between = (
        r'#section\(.*?\)\[#"(?P<heading>.*?)";\]\n\n// @ .*\n'
        r'#(?:paragraph|lead-in)\[#"(?P<words>[^"]*)";\]\n\n// @ .*\n'
        r'#exercise\(.*number: "(?P<number>.*?)"'
    )
    found = list(re.finditer(between, source))
    assert len(found) > 10
    bodies = edition.bodies()
    for it in found:
        parts = [squeezed(it["heading"] + it["words"]), squeezed(f"练习{it['number']}")]
        assert any(all(part in text for part in parts) for text in bodies), it["number"]


def test_no_option_is_cut_and_the_stem_stays_with_the_first_two(edition: Pdf) -> None:
    bodies = edition.bodies()
    for item in items():
        options = [plain(option["text"]) for option in item.face().get("options", [])]
        for parts in ([plain(item.stem), *options[:2]], *([option] for option in options)):
            assert any(all(part in text for part in parts) for text in bodies), (item.id, parts)


def test_pages_are_numbered_out_of_their_total(edition: Pdf) -> None:
    pages = edition.pages()
    for number, text in enumerate(pages, start=1):
        if number > 2 and text:
            assert f"第{number}页共{len(pages)}页" in text


def test_running_heads_tell_the_chapter(learner: Pdf) -> None:
    marks = learner.bookmarks()
    pages, bodies = learner.pages(), learner.bodies()
    for (title, first), (_, after) in pairwise(marks):
        for number in range(first + 1, after):
            if bodies[number - 1]:
                assert pages[number - 1].startswith(title), number


# What is printed


def test_what_is_said_of_browsers_alone_is_not_printed(edition: Pdf) -> None:
    assert not [title for title, _ in edition.bookmarks() if title == "数据说明"]
    assert "浏览器" not in "".join(edition.bodies())


def test_every_sentence_of_the_speech_is_there_in_order(edition: Pdf) -> None:
    bodies = edition.bodies()
    page, position = 0, 0
    for sentence in load_speech().in_chapters:
        page, position = after_sentence(bodies, squeezed(sentence.text), page, position)
        assert page < page_of(edition, APPENDIX), sentence.id


def test_every_stem_is_there(edition: Pdf) -> None:
    text = "".join(edition.bodies())
    assert [item.id for item in items() if plain(item.stem) not in text] == []


def test_both_editions_have_the_same_pages_up_to_the_answers(learner: Pdf, teacher: Pdf) -> None:
    theirs, ours = learner.bodies(), teacher.bodies()
    differing = [
        number
        for number, (one, other) in enumerate(zip(theirs, ours, strict=False), start=1)
        if one != other
    ]
    assert differing == [1, contents_pages(learner)[-1]]
    assert len(theirs) < page_of(teacher, ANSWERS) <= len(theirs) + 2


# Answers


def test_the_learners_edition_holds_no_answer_anywhere(learner: Pdf) -> None:
    for text in ("".join(learner.pages()), learner.strings()):
        assert ANSWERS not in text
        assert COVERAGE not in text
        assert "答案：" not in text
        told = [entry.text for item in items() for entry in item.reasons()]
        assert [reason for reason in told if plain(reason) in text] == []


def test_the_teachers_edition_answers_every_item_with_reasons_and_source(teacher: Pdf) -> None:
    text = "".join(teacher.bodies()[page_of(teacher, ANSWERS) - 1 :])
    for item in items():
        reasons = "".join(squeezed(entry.label) + plain(entry.text) for entry in item.reasons())
        sources = "、".join(
            rf"{parse_reference(source).label}（第\d+页）" for source in item.source
        )
        answer = re.escape(f"答案：{squeezed(item.key())}{reasons}出处：") + sources
        assert re.search(answer, text), item.id


def test_an_answers_source_is_on_the_page_that_it_names(teacher: Pdf) -> None:
    bodies = teacher.bodies()
    text = "".join(bodies[page_of(teacher, ANSWERS) - 1 :])
    for item in items():
        for source in item.source:
            first = load_speech().find(source)[0]
            pages = re.findall(rf"{parse_reference(source).label}（第(\d+)页）", text)
            opening = squeezed(first.text)[:6]
            assert {opening in bodies[int(page) - 1] for page in pages} == {True}, source


def test_the_teachers_edition_says_so_on_every_page(teacher: Pdf) -> None:
    unmarked = [n for n, text in enumerate(teacher.pages(), start=1) if "教师版" not in text]
    blank = [n for n, text in enumerate(teacher.bodies(), start=1) if not text]
    assert set(unmarked) <= set(blank)


def test_a_table_gives_each_objective_its_items_with_level_kind_and_page(teacher: Pdf) -> None:
    bodies = teacher.bodies()
    answers = "".join(bodies[page_of(teacher, ANSWERS) - 1 : page_of(teacher, COVERAGE) - 1])
    pages = dict(re.findall(r"练习([^（]+)（[^，）]+，第(\d+)页）", answers))
    table = "".join(bodies[page_of(teacher, COVERAGE) - 1 :])
    for chapter in load_bank().chapters:
        for objective in chapter.objectives:
            assert squeezed(objective.text) in table, objective.id
    told = Counter[tuple[str, str]]()
    first = page_of(teacher, COVERAGE) - 1
    for words, lines in zip(teacher.words()[first:], teacher.lines()[first:], strict=True):
        columns = {word.text: word.left for word in words if word.text in LEVELS.values()}
        places = {word.text: word.left for word in words}
        for line, kind in pairwise(lines):
            if entry := re.search(r"(?:^| )(\S+-\d+) (\d+) 页$", line):
                number, page = entry.groups()
                assert page == pages[number], number
                level = min(columns, key=lambda name: abs(columns[name] - places[number]))
                told[level, kind] += 1
    assert told == Counter((LEVELS[item.level], item.own_label) for item in items())
    assert told.total() == len(pages)
