"""The notes for the trainer, and the group sheets, as documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from publishing.documents.model import (
    Block,
    Document,
    Heading,
    Items,
    Lines,
    NewPage,
    Paragraph,
    Tree,
)
from teaching.chapter_contents import ChapterPage
from teaching.documents.wording import cited, quoted
from teaching.material import Material
from teaching.notes import Board, Mistake, Notes
from teaching.wrong_answers import wrong_answer

_ROOM_TO_WRITE: Final = 9


def notes_document(page: ChapterPage, notes: Notes, material: Material) -> Document:
    """Lay out the notes on a chapter."""
    blocks: list[Block] = [
        Heading("学习目标"),
        Items(tuple(objective.text for objective in page.chapter.objectives), "decimal"),
        Heading("重点"),
        Items(tuple(map(cited, notes.matters))),
        Heading("难点和讲法"),
    ]
    for hard in notes.hard:
        blocks += [Paragraph(f"**难点**　{cited(hard)}"), Paragraph(f"**讲法**　{hard.how}")]
    blocks.append(Heading("学员常错"))
    for mistake in notes.mistakes:
        blocks += _mistake(mistake, material)
    blocks.append(Heading("课堂提问"))
    for number, question in enumerate(notes.questions, start=1):
        blocks += [
            Paragraph(f"**问题{number}**　{question.ask}"),
            Paragraph("回答要点：", "small"),
            Items(tuple(map(cited, question.good))),
        ]
    case = notes.case
    blocks += [
        Heading(f"小组案例：{case.title}（{case.minutes} 分钟）"),
        Paragraph(case.scene, "scene"),
        *(Paragraph(f"**{group.name}**　{group.task}") for group in case.groups),
        Paragraph(f"**汇报**　{case.report}"),
        Paragraph("参考要点：", "small"),
        Items(tuple(map(cited, case.good))),
        Heading("板书"),
        _board(notes.board, material),
    ]
    # In the footer it is on every page, and takes up no page of its own.
    called = material.speech.called
    foot = (
        f"{material.course.settings.title}　备课说明　"
        f"案例和问题由课程编写，不是{called}里的事；括号里是{called}的出处"
    )
    return Document(f"备课说明　{page.title}", tuple(blocks), foot)


def _mistake(mistake: Mistake, material: Material) -> Iterator[Block]:
    item = material.bank.item(mistake.item)
    wrong = wrong_answer(item, mistake.wrong)
    assert wrong is not None
    yield Paragraph(f"**{material.number(item.id)}**　{item.stem}")
    yield Items((
        f"常选：{wrong.text}",
        f"为什么会这样想：{mistake.why}",
        f"怎样说明：{wrong.feedback}",
    ))


def _board(board: Board, material: Material) -> Tree:
    place = ""
    if board.at:
        places = material.speech.find(board.at)
        last = f"—{places[-1].number}" if len(places) > 1 else ""
        place = f"（{places[0].label.removesuffix('句')}{last}句）"
    return Tree(board.text + place, tuple(_board(branch, material) for branch in board.branches))


def group_sheets(page: ChapterPage, notes: Notes, material: Material) -> Document:
    """Lay out the sheets of the case, one page per group."""
    case = notes.case
    blocks: list[Block] = []
    for number, group in enumerate(case.groups):
        blocks += [
            *([NewPage()] if number else []),
            Heading(group.name),
            Paragraph("组员：＿＿＿＿＿＿＿＿＿＿＿＿＿＿　　汇报人：＿＿＿＿＿＿＿＿", "lead"),
            Paragraph(case.scene, "scene"),
            Paragraph(f"**任务**　{group.task}"),
            Paragraph("**要读的句子**"),
            *(Paragraph(sentence, "quote") for sentence in quoted(group.look, material.speech)),
            Paragraph(f"**汇报**　{case.report}　共 {case.minutes} 分钟，含汇报。"),
            Paragraph("**我们的意见和依据的句子**"),
            Lines(_ROOM_TO_WRITE),
        ]
    foot = f"{material.course.settings.title}　{page.title}"
    return Document(f"小组任务单　{case.title}", tuple(blocks), foot)
