"""A lesson plan as a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from publishing.documents.model import Block, Document, Heading, Items, Paragraph, Table
from teaching.documents.wording import on_page
from teaching.lesson_plans import Plan, Session, Stage
from teaching.material import Material
from teaching.references import ALL, WHOLE

_PAPERS: Final = {"before": "训前卷", "after": "训后卷", "final": "结业测试试卷"}
_HEADS: Final = ("时间", "环节", "教师做什么", "学员做什么", "用什么")
#: Separates a chapter's number from its name.
SPACE: Final = "\u3000"
_WIDTHS: Final = (1.1, 1.7, 4.4, 3.6, 3.4)


def plan_document(plan: Plan, material: Material, pages: Mapping[str, int]) -> Document:
    """Lay out a plan.

    Parameters
    ----------
    plan
        The plan.
    material
        The material that the plan refers to.
    pages
        Page numbers in the handout, by chapter title.
    """
    blocks: list[Block] = [
        Paragraph(f"适合：{plan.suits}　　共 {plan.minutes} 分钟", "lead"),
        Heading("教学目标"),
        Items(tuple(_aim(aim.text, aim.objective, material) for aim in plan.aims), "decimal"),
        *_listed("课前准备", plan.before),
        Heading("教学过程"),
    ]
    for session in plan.sessions:
        blocks += _session(session, material, pages)
    blocks += [*_listed("时间不够时", plan.short), *_listed("课后", plan.after)]
    foot = f"{material.course.settings.title}　{plan.title}"
    return Document(plan.title, tuple(blocks), foot, landscape=True)


def _aim(text: str, objective: str, material: Material) -> str:
    page = next(
        page for page in material.chapters if objective in {o.id for o in page.chapter.objectives}
    )
    return f"{text}（{page.title.partition(SPACE)[0]}）"


def _listed(title: str, entries: tuple[str, ...]) -> Iterator[Block]:
    if entries:
        yield Heading(title)
        yield Items(entries)


def _session(session: Session, material: Material, pages: Mapping[str, int]) -> Iterator[Block]:
    yield Heading(f"{session.title}（{session.minutes} 分钟）", 2)
    rows, begun = [], 0
    for stage in session.stages:
        rows.append((
            f"{begun}—{begun + stage.minutes}\n共 {stage.minutes} 分",
            f"**{stage.title}**",
            "\n".join(stage.trainer),
            "\n".join(stage.group),
            "\n".join(_used(stage, material, pages)),
        ))
        begun += stage.minutes
    yield Table(
        _HEADS, tuple(rows), _WIDTHS, f"{session.title}的教学过程：时间、环节、做什么、用什么"
    )


def _used(stage: Stage, material: Material, pages: Mapping[str, int]) -> Iterator[str]:
    """Name the things that a stage uses."""
    for place in stage.read:
        page = material.page(place.chapter)
        section = f"“{place.section}”" if place.section else ""
        yield f"读：{page.title}{section}{on_page(pages, page.title)}"
    for item in stage.items:
        yield f"做：{material.number(item)}（{material.bank.item(item).own_label}）"
    for deck in stage.slides:
        yield "课件：全书" if deck == WHOLE else f"课件：{material.page(deck).title}"
    for case in stage.groups:
        yield f"小组案例：{material.notes[case].case.title}"
    for role in stage.worksheets:
        assert material.demands is not None
        name = "各岗位" if role == ALL else material.demands.roles[role].name
        yield f"落实工作单：{name}"
    for form in stage.forms:
        yield f"表：{material.forms[form].title}"
    for paper in stage.papers:
        yield f"试卷：{_PAPERS[paper]}"
