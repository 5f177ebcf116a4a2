"""Numbers in place of names: no report, table or message of it says who is who."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from results.engines import Engine
from results.responses import Problem

if TYPE_CHECKING:
    import ibis.expr.types as ir


def pseudonymous(engine: Engine, responses: ir.Table) -> ir.Table:
    """Give every learner a number; their order is by chance, and kept nowhere.

    Parameters
    ----------
    engine
        The engine that holds the table.
    responses
        The table.
    """
    learners = [row["learner"] for row in engine.run(responses.select("learner").distinct())]
    secrets.SystemRandom().shuffle(learners)
    digits = len(str(len(learners)))
    numbered = {
        "learner": learners,
        "number": [f"学员{place:0{digits}}" for place in range(1, len(learners) + 1)],
    }
    joined = responses.join(engine.small(numbered), "learner")
    return joined.mutate(learner=joined.number).select(responses.columns)


def nameless(problems: Sequence[Problem]) -> list[Problem]:
    """Sum up what was left out by its source and reason: the order of files is that of names.

    Parameters
    ----------
    problems
        What was left out.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for one in problems:
        counts[one.file.partition("里的第")[0], one.message] += one.count
    return [Problem(source, "", message, n) for (source, message), n in counts.items()]
