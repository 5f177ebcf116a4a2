"""Growth: what it costs to build, visit and search a course with ten times as many chapters."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final, TypeVar

import psutil

from bench.grown import write_grown_course
from bench.grown.items import ITEMS
from bench.measure import OUR_BUILD, in_turn, middle, running
from bench.server import served
from bench.slow import progress_task, search_time
from bench.table import Row, in_seconds, kilobytes, megabytes, milliseconds, table
from bench.visit import Visit, chromium, visit

T = TypeVar("T")

CHAPTERS: Final = (10, 30, 100)
_HANDOUT: Final = ("python", "-m", "publishing", "handout", "--quiet")
_USABLE: Final = ".exercise-live form"
#: Seconds between two measurements of a build's memory.
_LOOK: Final = 0.1


@dataclass(frozen=True)
class Cost:
    """The cost of a command.

    Parameters
    ----------
    seconds
        Elapsed time.
    peak
        Peak memory of the process with its children, in bytes; shared memory counts once.
    """

    seconds: float
    peak: int


def scale(work: Path, runs: int) -> list[str]:
    """Measure courses with more and more chapters, which all have the same number of items.

    Parameters
    ----------
    work
        An empty folder for the courses.
    runs
        Number of rounds of visits; each course is built once.

    Returns
    -------
    list of str
        The table.
    """
    html: dict[int, Cost] = {}
    pdf: dict[int, Cost] = {}
    for chapters in CHAPTERS:
        folder = work / f"grown-{chapters}"
        write_grown_course(folder, chapters)
        print(f"  {chapters} 章：网页、讲义", file=sys.stderr, flush=True)
        html[chapters] = cost(OUR_BUILD, folder)
        pdf[chapters] = cost(_HANDOUT, folder)
    visits, searches, tasks = _read(work, runs)
    first = CHAPTERS[0]
    rows: list[Row] = [
        ("生成网页，冷的", *(in_seconds(html[n].seconds) for n in CHAPTERS)),
        ("平均每章", *(milliseconds(html[n].seconds / n * 1000) for n in CHAPTERS)),
        ("内存的顶点", *(megabytes(html[n].peak) for n in CHAPTERS)),
        ("生成两种讲义（页面读过）", *(in_seconds(pdf[n].seconds) for n in CHAPTERS)),
        ("内存的顶点", *(megabytes(pdf[n].peak) for n in CHAPTERS)),
        ("第一章，第一次打开的字节", *(kilobytes(_wire(visits[n])) for n in CHAPTERS)),
        ("为首列的几倍", *(f"{_wire(visits[n]) / _wire(visits[first]):.2f}" for n in CHAPTERS)),
        (
            "第一道题可以作答",
            *(milliseconds(middle([v.usable for v in visits[n]])) for n in CHAPTERS),
        ),
        ("搜索：敲完到有结果", *(milliseconds(middle(searches[n])) for n in CHAPTERS)),
        ("学习进度，全部做过：最长的任务", *(milliseconds(max(tasks[n])) for n in CHAPTERS)),
    ]
    title = f"每章 {ITEMS} 题；读的时候 CPU 慢 4 倍，第一次打开还限 1.6 Mbit/s；{runs} 次的中位数"
    return [table(title, [f"{n} 章" for n in CHAPTERS], rows)]


def _read(
    work: Path, runs: int
) -> tuple[dict[int, list[Visit]], dict[int, list[float]], dict[int, list[float]]]:
    """Visit, search and open the progress page, for each course in turn in each round."""
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        homes = {
            n: stack.enter_context(served(work / f"grown-{n}" / "_build" / "html"))
            for n in CHAPTERS
        }

        def visited(n: int) -> Visit:
            return visit(browser, homes[n], "book/k1.html", _USABLE)

        def searched(n: int) -> float:
            return search_time(browser, f"{homes[n]}book/k1.html")

        def looked_up(n: int) -> float:
            return progress_task(browser, f"{homes[n]}book/", n)

        return (
            _rounds("打开", runs, visited),
            _rounds("搜索", runs, searched),
            _rounds("学习进度", runs, looked_up),
        )


def _rounds(what: str, runs: int, take: Callable[[int], T]) -> dict[int, list[T]]:
    taken = in_turn(runs, {f"{n} 章，{what}": partial(take, n) for n in CHAPTERS})
    return dict(zip(CHAPTERS, taken.values(), strict=True))


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Run a command, and measure its elapsed time and peak memory.

    Raises
    ------
    RuntimeError
        If it fails.
    """
    start = time.perf_counter()
    with running(command, folder) as program:
        peak = 0
        while program.goes_on():
            peak = max(peak, _memory(psutil.Process(program.pid)))
            time.sleep(_LOOK)
        program.wait()
    return Cost(time.perf_counter() - start, peak)


def _memory(parent: psutil.Process) -> int:
    """Sum the proportional set sizes of a process and its children."""
    total = 0
    try:
        for process in (parent, *parent.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                total += process.memory_full_info().pss
    except psutil.NoSuchProcess:
        pass
    return total


def _wire(visits: list[Visit]) -> float:
    return median(visit.wire for visit in visits)
