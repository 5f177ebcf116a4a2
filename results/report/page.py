"""The report as one HTML file: no script, nothing from elsewhere, for phones and for print."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from exercises.marking.delimited import Value
from results.figures.items import ItemFigures
from results.report.drawing import bars, histogram, scatter
from results.report.selection import WRONG, Told, discussed, enough, objective_shares
from results.report.tables import tables

_DISCUSSED: Final = "要讲评的题"
_LONG: Final = 12


def page(told: Told, title: str, summary: str) -> str:
    """Write the page.

    Parameters
    ----------
    told
        The figures and the words.
    title
        The course's.
    summary
        How much was read and left out, and when.
    """
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    shown = tables(told)
    items = [_item(told, one) for one in discussed(told)]
    contents = [one.title for one in shown]
    if items:
        contents.insert(1, _DISCUSSED)
    return environment.get_template("page.html").render(
        title=title,
        summary=summary,
        contents=contents,
        tables=shown,
        pictures=_pictures(told),
        items=items,
        bound=f"{WRONG:.0%}",
        style=_style,
        shown=_shown,
    )


def _pictures(told: Told) -> dict[str, list[tuple[str, Markup]]]:
    papers = [
        (f"{one.paper}：各得分率的人数", histogram(one.tenths))
        for one in told.figures.papers
        if one.people >= told.least
    ]
    by_paper: dict[str, list[tuple[str, list[float]]]] = {}
    for paper, objective, _, first, last in objective_shares(told):
        text = told.words.objectives.get(objective, objective)
        by_paper.setdefault(paper, []).append((text, [first, last]))
    objectives = []
    for paper, rows in by_paper.items():
        again = any(first != last for _, (first, last) in rows)
        names = ["第一次", "最后一次"] if again else ["第一次"]
        kept = [(text, shares[: len(names)]) for text, shares in rows]
        objectives.append((f"{paper}：各学习目标的得分率（{_key(names)}）", bars(kept, names)))
    points = [
        (told.words.numbers[one.item], one.difficulty, one.discrimination)
        for one in enough(told)
        if one.discrimination is not None
    ]
    found = {"总览": papers, "学习目标": objectives}
    if points:
        found["各题"] = [("一点一题；虚线以下，与其余各题关系不大", scatter(points))]
    gain = told.figures.gain
    if gain and gain.people >= told.least:
        rows = [
            (told.words.objectives.get(one, one), [before, after])
            for one, before, after in gain.objectives
        ]
        rows.insert(0, ("合计", [gain.first, gain.second]))
        found["前后对照"] = [("上：前；下：后", bars(rows, ["前", "后"]))]
    return found


def _key(names: list[str]) -> str:
    return "上：第一次，下：最后一次" if len(names) > 1 else names[0]


def _item(told: Told, one: ItemFigures) -> dict[str, Any]:
    words = told.words
    wrong = next(
        (
            words.response(one.item, chosen.response)
            for chosen in one.chosen
            if chosen.people >= told.least and not words.is_right(one, chosen)
        ),
        "",
    )
    return {
        "number": words.numbers[one.item],
        "stem": words.stem(one.item),
        "share": f"{one.difficulty:.0%}",
        "people": one.people,
        "paper": one.paper,
        "wrong": wrong,
        "sentences": words.sentences(one.item),
    }


def _style(cell: Value) -> str:
    if isinstance(cell, int | float):
        return "n"
    return "long" if isinstance(cell, str) and len(cell) > _LONG else ""


def _shown(cell: Value, share: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.0%}" if share else f"{cell:.2f}"
    return str(cell)
