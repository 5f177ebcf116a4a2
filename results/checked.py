"""Parquet of others: rows that are not the course's are left out by expressions, and counted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from results.engines import NEEDED, Engine, fitted
from results.reading.known import FUTURE, STALE, Known
from results.responses import Problem

if TYPE_CHECKING:
    import ibis.expr.types as ir

_AHEAD: Final = 10 * 60 * 1000
_MOST_ATTEMPTS: Final = 10_000
_MOST_POINTS: Final = 10_000
_DAMAGED: Final = "不是完好的 Parquet；请重新生成"


def checked(engine: Engine, file: Path, known: Known) -> tuple[ir.Table | None, list[Problem]]:
    """Open a Parquet file and leave out what cannot be counted.

    Parameters
    ----------
    engine
        The engine.
    file
        The file.
    known
        The course.

    Returns
    -------
    (Table or None, list of Problem)
        Its rows, ``None`` if the file cannot be used; and what was left out.
    """
    try:
        given = engine.parquet(file)
        missing = [name for name in NEEDED if name not in given.columns]
        if missing:
            told = f"缺少 {'、'.join(missing)} 列；要的列见 README“收回成绩”"
            return None, [Problem(file.name, "", told)]
        return _rows(engine, fitted(given), file.name, known)
    except Exception as error:  # each engine has errors of its own
        if isinstance(error, MemoryError):
            raise
        return None, [Problem(file.name, "", _DAMAGED)]


def _rows(
    engine: Engine, table: ir.Table, file: str, known: Known
) -> tuple[ir.Table, list[Problem]]:
    import ibis

    version: Any = table.item.substitute(dict(known.versions()), else_="")
    sound = (
        table.learner.notnull()
        & (table.learner.length() > 0)
        & table.paper.notnull()
        & table.attempt.between(1, _MOST_ATTEMPTS)
        & table["max"].between(0.01, _MOST_POINTS)
        & (table.score >= 0)
        & (table.score <= table["max"])
    ).fill_null(False)
    reason = ibis.cases(
        (~sound, 1),
        (~table.item.isin(sorted(known.items)).fill_null(False), 2),
        (table.version.notnull() & (table.version != version), 3),
        (table.when.notnull() & (table.when > known.now + _AHEAD), 4),
        else_=0,
    )
    judged = table.mutate(reason=reason)
    told = {
        1: "没有学员、试卷，或者次数、得分不合理；没有计入",
        2: "题库里没有这些题；没有计入",
        3: STALE,
        4: FUTURE,
    }
    bad = judged.filter(judged.reason > 0)
    counted = engine.run(bad.group_by("reason").aggregate(n=bad.count()).order_by("reason"))
    problems = [
        Problem(file, f"共 {row['n']} 行", told[row["reason"]], row["n"]) for row in counted
    ]
    return judged.filter(judged.reason == 0).drop("reason"), problems
