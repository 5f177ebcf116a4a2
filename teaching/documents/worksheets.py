"""Worksheets: what the speech demands of a role, row by row, with columns to fill in."""

from __future__ import annotations

from typing import Final

from publishing.documents.model import Block, Document, Heading, NewPage, Paragraph, Table
from publishing.outline.demands import Demands, Role
from teaching.material import Material

TITLE: Final = "落实工作单"
_HEADS: Final = ("要求（照抄原文）", "力度", "出处", "本单位现状", "差距", "措施", "责任人", "时限")
_WIDTHS: Final = (5, 1, 1.4, 2.4, 2.2, 2.6, 1.2, 1.2)
_ROOM: Final = 14
_NAMES: Final = "填写人：＿＿＿＿＿＿＿＿　单位：＿＿＿＿＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿"


def worksheet(material: Material, demands: Demands) -> Document:
    """Lay out the worksheets of all roles, beginning a new page for each."""
    blocks: list[Block] = []
    for number, (role_id, role) in enumerate(demands.roles.items()):
        blocks += [*([NewPage()] if number else []), *_of(role, role_id, demands)]
    foot = f"{material.course.settings.title}　{TITLE}"
    return Document(TITLE, tuple(blocks), foot, landscape=True)


def _of(role: Role, role_id: str, demands: Demands) -> list[Block]:
    asked = demands.of(role_id)
    rows = tuple(
        (
            demand.words + (f"\n（本书的说明：{demand.note}）" if demand.note else ""),
            demand.force,
            demand.at.label,
            *("",) * 5,
        )
        for demand in asked
    )
    return [
        Heading(f"{role.name}：{len(asked)} 项"),
        Paragraph(_NAMES, "lead"),
        Table(_HEADS, rows, _WIDTHS, f"{role.name}的各项要求，后五栏填写", _ROOM),
    ]
