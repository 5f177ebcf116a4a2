"""Papers, answer sheets and key as documents for Word, with the same content as the PDFs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_uppercase
from typing import Final

from exercises.answer_sheet import AnswerRow, answer_rows
from exercises.item import Item
from exercises.papers import Paper, Question
from publishing.documents.model import (
    Block,
    Document,
    Heading,
    Items,
    NewPage,
    Paragraph,
    Table,
)
from publishing.papers.sheet_blocks import item_blocks
from publishing.papers.typst_source import arranged, groups
from speech import parse_reference

_NAMES: Final = "姓名：＿＿＿＿＿＿　单位：＿＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿　得分：＿＿＿＿"
_SHEET_HEADS: Final = ("题号", "作答", "分值")
_SHEET_WIDTHS: Final = (1, 11, 1.2)
#: Choices to fill in, empty and filled: for one or for several right answers.
_BUBBLES: Final = {"one": ("○", "●"), "any": ("□", "■")}
_ROW: Final = 8


def paper_document(paper: Paper, version: str) -> Document:
    """Return a paper, without any answers."""
    blocks: list[Block] = [
        Paragraph(_NAMES, "lead"),
        Paragraph(
            f"共 {len(paper.questions)} 题，满分 {paper.total} 分，建议用时 {paper.minutes} 分钟。"
            f"答案写在 {paper.form} 卷的答题卡上；试卷可以圈划，不作评分依据。",
            "small",
        ),
    ]
    for label, questions in groups(paper):
        points = sum(question.points for question in questions)
        direction = questions[0].item.own_direction
        blocks += [
            Items((label,), "groups"),
            Paragraph(f"共 {len(questions)} 题，{points} 分。{direction}", "small"),
        ]
        for question in questions:
            item = question.item.arranged(question.shuffled)
            blocks += [_stem(question, item), *item_blocks(item)]
    return Document(f"{paper.title}（{paper.form} 卷）", tuple(blocks), _foot(paper, "", version))


def sheet_document(papers: Sequence[Paper], version: str) -> Document:
    """Return the answer sheets, one for each paper."""
    blocks = [block for paper in papers for block in _sheet(paper, filled=False)]
    foot = _foot(papers[0], "答题卡", version, form=False)
    return Document(f"{papers[0].title}答题卡", tuple(blocks[1:]), foot)


def key_document(papers: Sequence[Paper], version: str, command: str) -> Document:
    """Return the key: each sheet filled in, then points, reasons and sources."""
    blocks = [block for paper in papers for block in _sheet(paper, filled=True)]
    for paper in papers:
        blocks += [
            NewPage(),
            Heading(f"{paper.form} 卷：答案、理由和出处"),
            Paragraph(
                "一题有几处的，部分答对按比例给分，取到半分；怎样抵扣，各题写明，最少为零分。",
                "small",
            ),
        ]
        for place, (question, item) in enumerate(arranged(paper)):
            blocks += _answer(question, item, first=place == 0)
    blocks += [Paragraph("用同一版本的课程再生成这套试卷：", "small"), Paragraph(command, "small")]
    foot = _foot(papers[0], "评分标准", version, form=False)
    return Document(f"{papers[0].title}评分标准", tuple(blocks[1:]), foot)


def _foot(paper: Paper, name: str, version: str, *, form: bool = True) -> str:
    form_name = f" {paper.form} 卷" if form else ""
    return f"{paper.title}{name}{form_name}　编号 {paper.code}　课程版本 {version}"


def _stem(question: Question, item: Item) -> Items:
    return Items((f"{item.stem}（{question.points} 分）",), "questions")


def _sheet(paper: Paper, *, filled: bool) -> Iterator[Block]:
    yield NewPage()
    yield Heading(f"{paper.form} 卷")
    yield Paragraph(_NAMES, "lead")
    instruction = "填好的答题卡。" if filled else "选中的涂满；方格里填字母或数字；横线上书写。"
    yield Paragraph(instruction, "small")
    rows = tuple(
        (str(question.number), _places(answer_rows(item), filled=filled), str(question.points))
        for question, item in arranged(paper)
    )
    description = f"{paper.form} 卷各题作答的地方"
    yield Table(_SHEET_HEADS, rows, _SHEET_WIDTHS, description, _ROW)


def _places(rows: Sequence[AnswerRow], *, filled: bool) -> str:
    """Return the answer fields of an item, one per line; boxes share a line."""
    named = [name for name in rows[0].choices if len(name) > 1]
    legend = "　".join(map(" ".join, zip(ascii_uppercase, rows[0].choices, strict=False)))
    shown = [_place(row, filled=filled) for row in rows]
    boxes = all(row.room == "box" for row in rows)
    return "\n".join([*([legend] if named else []), *(["　".join(shown)] if boxes else shown)])


def _place(row: AnswerRow, *, filled: bool) -> str:
    label = f"{row.label} " if row.label else ""
    right = row.right if filled else ()
    if row.room == "box":
        return f"{label}［{''.join(right) or '　'}］"
    if row.room == "rule":
        return label + ("".join(right) or "＿" * 24)
    names = [
        ascii_uppercase[place] if any(len(other) > 1 for other in row.choices) else choice
        for place, choice in enumerate(row.choices)
    ]
    empty, full = _BUBBLES[row.room]
    marks = [full if choice in right else empty for choice in row.choices]
    return label + "　".join(mark + name for mark, name in zip(marks, names, strict=True))


def _answer(question: Question, item: Item, *, first: bool) -> Iterator[Block]:
    """Yield an item's key, reasons and sources."""
    parts = item.rubric().max
    each = question.points / parts
    notes = [f"{item.own_label}，{question.points} 分"]
    if parts > 1:
        notes[0] += f"，共 {parts} 处" + (f"，每处 {each:g} 分" if (each * 2).is_integer() else "")
    notes += [item.marking] if item.marking else []
    sources = "、".join(parse_reference(reference).label for reference in item.source)
    yield Items((f"**答案：{item.key()}**",), "questions", restart=first)
    yield Paragraph("；".join([*notes, f"出处：{sources}", f"题目 {item.id}"]), "small")
    for reason in item.reasons():
        mark = "√" if reason.right else "×"
        label = f"{reason.label}　" if reason.label else ""
        yield Paragraph(f"{mark} {label}{reason.text}", "entry")
