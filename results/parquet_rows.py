"""Parquet of others: rows that are not the course's are left out by expressions, and counted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from results.engines import NEEDED, Engine, fitted
from results.reading.known import FUTURE, STALE, UNVERSIONED, Known
from results.responses import Doubt, Problem

if TYPE_CHECKING:
    import ibis.expr.types as ir

_AHEAD: Final = 10 * 60 * 1000
_MOST_ATTEMPTS: Final = 10_000
_MOST_POINTS: Final = 10_000
#: Names that sort from here on begin with something to see, but for the wide space.
_SEEN: Final = "!"
_SPACE: Final = "\u3000"
_AFTER: Final = "\u3001"
_ANY_SEEN: Final = f"[^\\x00-\\x20\\x7f{_SPACE}]"
#: Compared with it, and not by its length: to count characters takes longer than all else.
_EMPTY: Final = ""
_DAMAGED: Final = "不是完好的 Parquet；请重新生成"
_REASONS: Final = {
    1: "没有学员、试卷，或者次数、得分不合理；没有计入",
    2: "题库里没有这些题；没有计入",
    3: STALE,
    4: FUTURE,
}
#: Not left out: nothing says that the item has been changed since.
_DOUBTFUL: Final = 5


def checked(
    engine: Engine, file: Path, known: Known, shown: str = ""
) -> tuple[ir.Table | None, list[Problem]]:
    """Open a Parquet file and leave out what cannot be counted.

    Parameters
    ----------
    engine
        The engine.
    file
        The file.
    known
        The course.
    shown
        What the file is called in messages, if not by its name.

    Returns
    -------
    (Table or None, list of Problem)
        Its rows, ``None`` if none can be used; and what was left out, or is doubtful.
    """
    shown = shown or file.name
    try:
        given = engine.parquet(file)
        missing = [name for name in NEEDED if name not in given.columns]
        if missing:
            told = f"缺少 {'、'.join(missing)} 列；要的列见 README“收回成绩”"
            return None, [Problem(shown, "", told)]
        return _rows(engine, given, shown, known)
    except Exception as error:  # each engine has errors of its own
        if isinstance(error, MemoryError):
            raise
        return None, [Problem(shown, "", _DAMAGED)]


def _try_casts(engine: Engine, given: ir.Table, table: ir.Table) -> None:
    """Convert what is of another type: a value that cannot be must fail here, not in a report."""
    changed = [
        name
        for name in table.columns
        if name in given.columns and given[name].type()(nullable=True) != table[name].type()
    ]
    if changed:
        engine.run(table.aggregate(**{name: table[name].max() for name in changed}))


def _rows(
    engine: Engine, given: ir.Table, file: str, known: Known
) -> tuple[ir.Table | None, list[Problem]]:
    import ibis

    table = fitted(given)
    _try_casts(engine, given, table)
    versions = dict(known.versions())
    banked = engine.small({"known": [*versions], "current": [*versions.values()]})
    judged = table.left_join(banked, table.item == banked.known)
    sound = (
        judged.learner.notnull()
        & _is_name(judged.learner)
        & judged.paper.notnull()
        & judged.attempt.between(1, _MOST_ATTEMPTS)
        & judged["max"].between(0.01, _MOST_POINTS)
        & (judged.score >= 0)
        & (judged.score <= judged["max"])
    ).fill_null(False)
    reason = ibis.cases(
        (~sound, 1),
        # An engine has null or an empty text where nothing matched.
        (judged.known.fill_null(_EMPTY) == _EMPTY, 2),
        (judged.version.notnull() & (judged.version != judged.current), 3),
        (judged.when.notnull() & (judged.when > known.now + _AHEAD), 4),
        (judged.version.isnull(), _DOUBTFUL),
        else_=0,
    )
    judged = judged.select(*table.columns, reason=reason)
    bad = judged.filter(judged.reason > 0)
    counted = engine.run(bad.group_by("reason").aggregate(n=bad.count()).order_by("reason"))
    problems = [_told(file, row["reason"], row["n"]) for row in counted]
    if all(isinstance(one, Doubt) for one in problems):
        # The table as it is: what reads it need not judge its rows again.
        return table, problems
    kept = (judged.reason == 0) | (judged.reason == _DOUBTFUL)
    rows = judged.filter(kept).drop("reason")
    return (rows if engine.run(rows.limit(1)) else None), problems


def _told(file: str, reason: int, n: int) -> Problem:
    place = f"共 {n} 行"
    if reason == _DOUBTFUL:
        return Doubt(file, place, UNVERSIONED, n)
    return Problem(file, place, _REASONS[reason], n)


def _is_name(text: ir.StringValue) -> ir.BooleanValue:
    """Whether there is anything to see; a pattern is for the few names that may be blank."""
    import ibis

    begins = (text >= _SEEN) & ~text.between(_SPACE, _AFTER)
    return ibis.cases((begins, True), else_=text.re_search(_ANY_SEEN))
