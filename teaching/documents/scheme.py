"""The testing scheme as a document, with the details of its blueprints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from exercises.item import LEVELS
from exercises.papers import Blueprint, load_blueprint
from publishing.documents.model import Block, Document, Heading, Items, Paragraph, Table
from teaching.material import Material
from teaching.scheme import BeforeAfter, Scheme

_BLUEPRINT_HEADS: Final = ("部分", "层次", "题数", "每题分值", "分数")


def scheme_document(scheme: Scheme, material: Material) -> Document:
    """Lay out the scheme."""
    settings = material.course.settings
    named = [part.blueprint for part in scheme.weights] + [part.blueprint for part in scheme.papers]
    blueprints = {
        id_: load_blueprint(material.course, id_) for id_ in dict.fromkeys(filter(None, named))
    }
    blocks: list[Block] = [
        Paragraph(
            f"及格线：总评 {settings.pass_mark} 分（满分 100）。课程版本 {settings.version}。",
            "lead",
        ),
        Heading("总评的构成"),
        Table(
            ("考核内容", "占比", "评定办法"),
            tuple((part.name, f"{part.percent}%", part.how) for part in scheme.weights),
            (2, 1, 6),
            "总评的各项、占比和评定办法",
        ),
        Heading("各份试卷的安排"),
        Table(
            ("时间", "试卷", "目的", "题数", "满分", "用时"),
            tuple(
                (
                    each.when,
                    each.what,
                    each.purpose,
                    *_size(blueprints.get(each.blueprint), scheme.before_after),
                )
                for each in scheme.papers
            ),
            (2.4, 2, 4, 0.9, 0.9, 1.1),
            "各份卷的时间、目的、题数、满分、用时",
        ),
    ]
    if scheme.rules:
        blocks += [Heading("补考、缺考、复核"), Items(scheme.rules, "decimal")]
    if scheme.before_after:
        blocks += _before_after(scheme.before_after)
    blocks.append(Heading("各份试卷的双向细目表"))
    for blueprint in blueprints.values():
        blocks += _blueprint(blueprint)
    return Document(scheme.title, tuple(blocks), f"{settings.title}　{scheme.title}")


def _size(blueprint: Blueprint | None, each: BeforeAfter | None) -> tuple[str, str, str]:
    if blueprint:
        return str(blueprint.size), str(blueprint.total), f"{blueprint.minutes} 分钟"
    if each is None:
        return "", "", ""
    return str(each.items), str(each.items * each.points), f"{each.minutes} 分钟"


def _before_after(papers: BeforeAfter) -> Iterator[Block]:
    yield Heading("训前卷与训后卷的对照")
    yield Paragraph(
        f"两份卷各 {papers.items} 题，没有一道相同；两份卷的题一一成对，"
        "每一对考同一项学习目标、同一个认知层次，"
        "难度相近：题型相同或相近，要判断的处数相近。题库里没有各题的实测难度，只能这样配对；"
        "阅过几个班以后，再用成绩表里各题的难度核对。"
    )
    yield Paragraph("两份卷的得分按学习目标并排比较；个人相差几分不足为据，要看全班的平均分。")


def _blueprint(blueprint: Blueprint) -> Iterator[Block]:
    yield Heading(
        f"{blueprint.title}：{blueprint.size} 题，{blueprint.total} 分，{blueprint.minutes} 分钟", 2
    )
    rows = tuple(
        (
            part.name,
            "、".join(LEVELS[level] for level in row.levels),
            str(row.items),
            str(row.points),
            str(row.items * row.points),
        )
        for part in blueprint.parts
        for row in part.rows
    )
    yield Table(_BLUEPRINT_HEADS, rows, (5, 2.4, 1, 1.3, 1), f"{blueprint.title}的题目分布")
