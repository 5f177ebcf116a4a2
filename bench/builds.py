"""Builds: cold, with nothing changed, and after one changed item."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from bench.courses import CHAPTERS, write_stock_course
from bench.measure import OUR_BUILD, STOCK_BUILD, in_turn, middle, seconds
from bench.ours import copy_course
from bench.stock import VARIANTS
from bench.table import Row, in_seconds, table

_OURS: Final = "本课程"
_STEPS: Final = ("冷的", "没有改动", "改了一题")


def builds(work: Path, runs: int) -> list[str]:
    """Compare how long it takes to build.

    Our book has all its pages; the stock ones have the chapters only.

    Parameters
    ----------
    work
        An empty folder for the books.
    runs
        Builds of each sort.

    Returns
    -------
    list of str
        The table.
    """
    takers: dict[str, Callable[[], tuple[float, ...]]] = {
        _OURS: partial(
            _three, copy_course(work / "ours"), OUR_BUILD, "exercises/bank/c03.yml", "feedback: "
        )
    }
    for variant in VARIANTS:
        folder = work / f"stock-{variant}"
        write_stock_course(folder, variant)
        takers[variant] = partial(_three, folder, STOCK_BUILD, "c03.md", "讲话的引导语")
    taken = in_turn(runs, takers)
    rows: list[Row] = [
        (step, *(in_seconds(middle([times[n] for times in t])) for t in taken.values()))
        for n, step in enumerate(_STEPS)
    ]
    title = f"生成网页：{len(CHAPTERS)} 章，{runs} 次的中位数（本课程另有索引、测试等页）"
    return [table(title, [*taken], rows)]


def _three(folder: Path, command: Sequence[str], source: str, words: str) -> tuple[float, ...]:
    """Time a cold build, one with nothing changed, and one after a change of words in a source."""
    shutil.rmtree(folder / "_build", ignore_errors=True)
    cold, warm = seconds(command, folder), seconds(command, folder)
    file = folder / source
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(words, f"{words}照原文，", 1), encoding="utf-8")
    changed = seconds(command, folder)
    file.write_text(text, encoding="utf-8")
    return cold, warm, changed
