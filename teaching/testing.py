"""The papers of the box: the final test, and the two papers before and after the course."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import Final

from exercises.papers import (
    ChosenError,
    Paper,
    UnmatchedError,
    drawn,
    listed_plan,
    load_blueprint,
    matched,
    sample,
)
from publishing.errors import CourseError
from publishing.papers.order import OWN
from publishing.papers.printing import printed
from teaching.material import Material
from teaching.products import Product, Products
from teaching.scheme import BeforeAfter, Scheme

_FINAL: Final = "final"
_TITLES: Final = {"before": "训前测试", "after": "训后测试"}
_COMMAND: Final = (".venv/bin/python", "-m", "exercises", "papers")


def test_papers(material: Material, scheme: Scheme) -> Products:
    """Make the papers of the scheme.

    Raises
    ------
    CourseError
        If the bank has too few matching items.
    """
    yield from _final(material, scheme)
    if scheme.before_after:
        yield from _before_after(material, scheme.before_after)


def _final(material: Material, scheme: Scheme) -> Products:
    course, bank = material.course, material.bank
    if not (course.blueprints / f"{_FINAL}.yml").exists():
        return
    blueprint = load_blueprint(course, _FINAL)
    papers = [sample(blueprint, bank, scheme.final_seed, form) for form in "AB"]
    command = shlex.join([*_COMMAND, "--seed", scheme.final_seed])
    made = printed(papers, course, command, blueprint.title)
    yield from _of(blueprint.title, made, f"A、B 两卷，同样的题，次序不同；编号 {papers[0].code}")


def _of(title: str, made: dict[str, bytes], purpose: str) -> Products:
    """Divide the files of a paper into question papers, answer sheets and keys."""
    key = {name: content for name, content in made.items() if "-key." in name}
    sheets = {name: content for name, content in made.items() if "-answer-sheet." in name}
    papers = {name: made[name] for name in made if name not in {*key, *sheets}}
    yield Product("测试", f"{title}：试卷", purpose, _placed(papers))
    yield Product("测试", f"{title}：答题卡", "答案写在这里；与试卷一起发", _placed(sheets))
    yield Product(
        "阅卷",
        f"{title}：评分标准",
        "填好的答题卡，各题的分值、答案、理由和出处；不发给学员",
        _placed(key),
    )


def _placed(files: dict[str, bytes]) -> dict[str, bytes]:
    words = {"-answer-sheet.": "-答题卡.", "-key.": "-评分标准."}
    placed = {}
    for name, content in files.items():
        for old, new in words.items():
            name = name.replace(old, new)  # ruff: ignore[redefined-loop-name] (the file's name)
        placed[f"试卷/{name}"] = content
    return placed


def before_after(material: Material, wanted: BeforeAfter) -> tuple[Paper, Paper]:
    """Draw the two papers, which have no item in common.

    Raises
    ------
    CourseError
        If the bank has too few matching items.
    """
    try:
        pairs = matched(material.bank, wanted.items, wanted.seed, wanted.chapters)
    except UnmatchedError as error:
        raise CourseError(str(error)) from error
    return (
        _paper(material, [pair.before.id for pair in pairs], wanted, "before"),
        _paper(material, [pair.after.id for pair in pairs], wanted, "after"),
    )


def _paper(material: Material, items: Sequence[str], wanted: BeforeAfter, which: str) -> Paper:
    try:
        plan = listed_plan(
            items,
            material.bank,
            id_=OWN,
            title=_TITLES[which],
            minutes=wanted.minutes,
            points=wanted.points,
        )
    except ChosenError as error:
        raise CourseError(str(error)) from error
    return drawn(plan, material.bank, wanted.seed)


def _before_after(material: Material, wanted: BeforeAfter) -> Products:
    for which, paper in zip(_TITLES, before_after(material, wanted), strict=True):
        title = _TITLES[which]
        names = "\n".join(question.item.id for question in paper.questions) + "\n"
        listed = f"试卷/{title}-题目.txt"
        command = shlex.join([*_COMMAND, "--seed", wanted.seed, "--list", f"{title}-题目.txt"])
        made = printed([paper], material.course, command, title)
        purpose = "与另一份同样的学习目标和层次，没有一道题相同；不计成绩"
        yield from _of(title, made, purpose)
        yield Product(
            "阅卷",
            f"{title}：题目清单",
            f"录成绩时写 --list 和这个文件、--seed {wanted.seed}、--form A",
            {listed: names.encode()},
        )
