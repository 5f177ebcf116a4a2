"""Which paper a class took: given by its code, or by blueprint and seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from course import Course
from exercises import Bank
from exercises.papers import ChosenError, Paper, sample
from exercises.papers.code import (
    PaperCode,
    PaperCodeError,
    blueprint_named,
    check_version,
    parse_code,
)
from publishing.errors import CourseError
from publishing.papers.order import OWN, Order, ordered_paper

FORMS: Final = ("A", "B")


@dataclass(frozen=True)
class Sitting:
    """The options of a command that identify a paper.

    Parameters
    ----------
    code
        The paper's code, or empty.
    seed
        Its seed, if there is no code.
    order
        The options with which it was drawn.
    form
        Its form, A or B.
    """

    code: str
    seed: str
    order: Order
    form: str


def paper_of(sitting: Sitting, course: Course, bank: Bank) -> Paper:
    """Draw the paper again.

    Raises
    ------
    CourseError
        If the options do not identify a paper.
    BlueprintError, PaperCodeError
        If there is no such paper, or the items have changed since.
    """
    form = sitting.form.strip().upper()
    if form not in FORMS:
        raise CourseError("没有写明是哪一卷；请照试卷右上角写 --form A 或 --form B（两卷题次不同）")
    if not sitting.code:
        if not sitting.seed.strip():
            raise CourseError("没有写明是哪份试卷；请写 --paper 和试卷页脚的编号，或 --seed 和种子")
        return ordered_paper(sitting.order, course, bank, sitting.seed, form)
    if sitting.seed.strip():
        raise CourseError("--paper 的编号里已经有种子；请去掉 --seed，或去掉 --paper")
    code = parse_code(sitting.code)
    if code.blueprint != OWN and (sitting.order.is_own or sitting.order.blueprint):
        raise CourseError("--paper 已经定下试卷；请去掉 --blueprint、--chapters、--levels、--items")
    if code.blueprint == OWN and sitting.order.blueprint:
        raise CourseError("编号以 own 开头的是自选范围的试卷，没有蓝图；请去掉 --blueprint")
    own = code.blueprint == OWN
    if own and not (sitting.order.is_own or sitting.order.listed):
        raise CourseError(
            "这份试卷是自选范围出的；请照评分标准末尾的命令，"
            "加上 --chapters、--levels、--items 或 --list"
        )
    paper = (
        ordered_paper(sitting.order, course, bank, code.seed, form)
        if own
        else _of_blueprint(code, sitting.order, course, bank, form)
    )
    check_version(paper, code)
    return paper


def _of_blueprint(code: PaperCode, order: Order, course: Course, bank: Bank, form: str) -> Paper:
    if order.listed:
        raise CourseError("--paper 已经定下试卷；请去掉 --list")
    try:
        blueprint = blueprint_named(course, bank, code.blueprint)
        return sample(blueprint, bank, code.seed, form, order.chosen)
    except ChosenError as error:
        raise CourseError(str(error)) from error


__all__ = ["FORMS", "PaperCodeError", "Sitting", "paper_of"]
