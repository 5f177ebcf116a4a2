"""Results: statistics of millions of simulated responses, compared with pandas."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from bench.course import BANK
from bench.measure import in_turn, middle, told
from bench.responses import Model, model_of, write_responses
from bench.table import Row, in_seconds, kilobytes, megabytes, table
from exercises.item import Item

_ITEMS: Final = 40
_LEARNERS: Final = (12_500, 125_000)
#: Programs that print the cost of their statistics and the statistics, as JSON.
_OURS: Final = "bench.figures_ours"
_PANDAS: Final = "bench.figures_pandas"


@dataclass(frozen=True)
class Taken:
    """The statistics of a file by one program, and their cost.

    Parameters
    ----------
    seconds
        Elapsed time, without the start of the program.
    processor
        Processor time of all cores, which other load on the machine hardly affects.
    peak
        Peak memory of the program, in bytes.
    report
        Size of the report in bytes, if the program writes one.
    figures
        Difficulty and discrimination by item, and the reliability.
    """

    seconds: float
    processor: float
    peak: int
    report: int | None
    figures: dict[str, Any]


def results(work: Path, runs: int) -> list[str]:
    """Measure the statistics of a report by number of learners.

    Parameters
    ----------
    work
        An empty folder for the responses.
    runs
        Number of rounds.

    Returns
    -------
    list of str
        The table.
    """
    model = model_of(_single_choices(_ITEMS))
    files = {}
    for learners in _LEARNERS:
        files[learners] = work / f"{learners}.parquet"
        print(f"  {learners * _ITEMS:,} 道次作答", file=sys.stderr, flush=True)
        write_responses(files[learners], model, learners)
    names = {
        (learners, module): f"{name}，{learners * _ITEMS / 10_000:,.0f} 万道次"
        for learners in _LEARNERS
        for module, name in ((_OURS, "本课程（DuckDB）"), (_PANDAS, "pandas"))
    }

    def take(learners: int, module: str) -> Taken:
        command = ("python", "-m", module, str(files[learners]))
        return Taken(**json.loads(told(command, Path.cwd())))

    taken = in_turn(
        runs,
        {
            name: lambda key=key: take(*key)  # type: ignore[misc]
            for key, name in names.items()
        },
    )
    rows: list[Row] = [
        ("全部数字", *(in_seconds(middle([one.seconds for one in t])) for t in taken.values())),
        (
            "其中处理器的时间",
            *(in_seconds(middle([one.processor for one in t])) for t in taken.values()),
        ),
        ("内存的顶点", *(megabytes(max(one.peak for one in t)) for t in taken.values())),
        ("报告.html", *(kilobytes(t[0].report) for t in taken.values())),
        ("估出的难度与已知的：相关", *(_agreement(t[0], model)[0] for t in taken.values())),
        ("最多差", *(_agreement(t[0], model)[1] for t in taken.values())),
        ("与另一种的数字最多差", *_differences([t[0] for t in taken.values()])),
    ]
    title = f"收回成绩：{_ITEMS} 题，二参数模型，次序打乱；{runs} 次的中位数"
    return [table(title, [*taken], rows)]


def _single_choices(count: int) -> Sequence[Item]:
    return [item for item in BANK if item.kind == "single"][:count]


def _agreement(taken: Taken, model: Model) -> tuple[str, str]:
    """Compare the estimated difficulties with those that the model implies."""
    found = np.array([taken.figures["items"][item.id][0] for item in model.items])
    expected = model.expected()
    apart = float(np.abs(found - expected).max())
    return f"{np.corrcoef(found, expected)[0, 1]:.5f}", f"{apart:.4f}"


def _differences(taken: Sequence[Taken]) -> list[str]:
    """Compare the statistics of the course and of pandas, for each number of learners."""
    found: list[str] = []
    for ours, other in zip(taken[::2], taken[1::2], strict=True):
        mine, its = ours.figures, other.figures
        apart = [abs(mine["alpha"] - its["alpha"])]
        for item, figures in mine["items"].items():
            apart += [abs(a - b) for a, b in zip(figures, its["items"][item], strict=True)]
        found += [f"{max(apart):.0e}"] * 2
    return found
