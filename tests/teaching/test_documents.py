"""Plans, notes, sheets and forms contain their data."""

from __future__ import annotations

import re
from itertools import pairwise

from publishing.documents.model import Heading, Items, NewPage, Paragraph, Table, Tree
from teaching.documents.lesson_plan import plan_document
from teaching.documents.notes import group_sheets, notes_document
from teaching.documents.scheme import scheme_document
from teaching.documents.worksheets import worksheet
from teaching.wrong_answers import wrong_answers


def texts(document) -> str:
    """Return all texts of a document, one per line."""
    said = []
    for block in document.blocks:
        match block:
            case Heading(text) | Paragraph(text):
                said.append(text)
            case Items(entries):
                said += entries
            case Table():
                said += [cell for row in (block.heads, *block.rows) for cell in row]
            case Tree():
                said += [text for _, text in block.lines()]
    return "\n".join(said)


def test_a_plan_counts_the_minutes_and_names_what_is_used(material):
    pages = {page.title: 10 + number for number, page in enumerate(material.chapters)}
    for plan in material.plans.values():
        document = plan_document(plan, material, pages)
        for table in (block for block in document.blocks if isinstance(block, Table)):
            spans = [tuple(map(int, row[0].split("\n")[0].split("—"))) for row in table.rows]
            assert spans[0][0] == 0
            assert all(one[1] == other[0] for one, other in pairwise(spans))
            assert spans[-1][1] in {session.minutes for session in plan.sessions}
        said = texts(document)
        for session in plan.sessions:
            for stage in session.stages:
                assert all(material.number(item) in said for item in stage.items)
                assert all(material.notes[case].case.title in said for case in stage.groups)
                assert all(
                    f"讲义第 {pages[material.page(p.chapter).title]} 页起" in said
                    for p in stage.read
                )


def test_a_plan_without_a_handout_tells_no_page(material):
    said = texts(plan_document(material.plans["two-hours"], material, {}))
    assert "讲义第" not in said


def test_notes_give_the_reasons_of_the_bank(material):
    for chapter, notes in material.notes.items():
        said = texts(notes_document(material.page(chapter), notes, material))
        reasons = {
            answer.feedback
            for mistake in notes.mistakes
            for answer in wrong_answers(material.bank.item(mistake.item))
        }
        told = re.findall(r"怎样说明：(.*)", said)
        assert len(told) == len(notes.mistakes)
        assert set(told) <= reasons
        for question in notes.questions:
            assert question.ask in said
            assert all(point.at[0].label in said for point in question.good)


def test_each_group_has_a_page_with_its_sentences_and_no_answer(material):
    for chapter, notes in material.notes.items():
        document = group_sheets(material.page(chapter), notes, material)
        pages = sum(isinstance(block, NewPage) for block in document.blocks) + 1
        assert pages == len(notes.case.groups)
        said = texts(document)
        for group in notes.case.groups:
            assert group.task in said
            for reference in group.look:
                assert all(s.text in said for s in material.speech.find(reference))
        assert all(point.text not in said for point in notes.case.good)


def test_the_worksheets_have_every_demand_of_every_role(material):
    document = worksheet(material, material.demands)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert len(tables) == len(material.demands.roles)
    for table, role in zip(tables, material.demands.roles, strict=True):
        asked = material.demands.of(role)
        assert [row[1:3] for row in table.rows] == [(one.force, one.at.label) for one in asked]
        assert all(row[3:] == ("",) * 5 for row in table.rows)


def test_the_scheme_says_what_course_and_blueprints_say(material):
    said = texts(scheme_document(material.scheme, material))
    assert f"总评 {material.course.settings.pass_mark} 分" in said
    assert "结业测试：32 题，100 分，60 分钟" in said
