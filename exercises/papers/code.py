"""Paper codes, as printed in the footer of every page."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from course import Course
from exercises.bank import Bank
from exercises.papers.blueprint import Blueprint
from exercises.papers.derive import chapter_blueprint
from exercises.papers.paper import Paper
from exercises.papers.read import load_blueprint

_CODE: Final = re.compile(r"([a-z][a-z0-9]*)-(.+)-([0-9a-f]{6})")


class PaperCodeError(ValueError):
    """A text is not a paper code, or the bank has changed since that paper was drawn."""


class PaperCode(NamedTuple):
    """The parts of a code; the seed may contain hyphens."""

    blueprint: str
    seed: str
    version: str


def parse_code(code: str) -> PaperCode:
    """Parse a paper's code.

    Raises
    ------
    PaperCodeError
        If it is not a code.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", code)).lower()
    found = _CODE.fullmatch(plain)
    if not found:
        raise PaperCodeError(
            f"“{code}”不是试卷编号；编号印在试卷的页脚，是“蓝图-种子-六位版本”，如 final-7-4ac7b9"
        )
    return PaperCode(*found.groups())


def blueprint_named(course: Course, bank: Bank, blueprint_id: str) -> Blueprint:
    """Return a blueprint of the course, or the derived one of a chapter's test.

    Raises
    ------
    BlueprintError
        If there is none with this id.
    """
    if not (course.blueprints / f"{blueprint_id}.yml").exists():
        for chapter in bank.chapters:
            if chapter.id == blueprint_id and (derived := chapter_blueprint(chapter)):
                return derived
    return load_blueprint(course, blueprint_id)


def check_version(paper: Paper, code: PaperCode) -> None:
    """Reject a paper that the bank no longer produces.

    Raises
    ------
    PaperCodeError
        If the items or the blueprint have changed since the code was printed.
    """
    now = paper.code.rpartition("-")[2]
    if now != code.version:
        raise PaperCodeError(
            f"试卷编号末段是 {code.version}，现在的题库出的是 {now}：出卷以后题目或蓝图改过，"
            "答案可能对不上；请用出卷时的那一版课程阅卷"
        )
