"""Build times: cold, with nothing changed, and after changing one item."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from bench.courses import CHAPTERS, write_stock_course
from bench.measure import OUR_BUILD, STOCK_BUILD, in_turn, middle, running, seconds
from bench.ours import copy_course
from bench.stock import VARIANTS
from bench.table import Row, in_seconds, table

_OURS: Final = "本课程"
_STEPS: Final = ("冷的", "没有改动", "改了一题", "改了一题，预览开着")
_PREVIEW: Final = ("python", "-m", "publishing", "preview", "--port", "8765")
#: Printed by the preview after a successful build.
_SAID: Final = "网页已是新的"


def builds(work: Path, runs: int) -> list[str]:
    """Compare build times.

    Our book has all its pages; the stock books have only the chapters.

    Parameters
    ----------
    work
        An empty folder for the books.
    runs
        Number of builds of each type.

    Returns
    -------
    list of str
        The table.
    """
    ours, item = copy_course(work / "ours"), ("exercises/bank/c03.yml", "feedback: ")
    takers: dict[str, Callable[[], tuple[float | None, ...]]] = {
        _OURS: lambda: (*_three(ours, OUR_BUILD, *item), _previewed(ours, *item))
    }
    for variant in VARIANTS:
        folder = work / f"stock-{variant}"
        write_stock_course(folder, variant)
        takers[variant] = partial(_stock, folder)
    taken = in_turn(runs, takers)
    rows: list[Row] = [
        (step, *(in_seconds(middle([times[n] for times in t])) for t in taken.values()))
        for n, step in enumerate(_STEPS)
    ]
    title = f"生成网页：{len(CHAPTERS)} 章，{runs} 次的中位数（本课程另有索引、测试等页）"
    return [table(title, [*taken], rows)]


def _stock(folder: Path) -> tuple[float | None, ...]:
    """Time the stock book's builds; it has no preview."""
    return (*_three(folder, STOCK_BUILD, "c03.md", "讲话的引导语"), None)


def _three(folder: Path, command: Sequence[str], source: str, words: str) -> tuple[float, ...]:
    """Time a cold build, one with nothing changed, and one after a change in a source file."""
    shutil.rmtree(folder / "_build", ignore_errors=True)
    cold, warm = seconds(command, folder), seconds(command, folder)
    with _changed(folder / source, words):
        changed = seconds(command, folder)
    return cold, warm, changed


def _previewed(folder: Path, source: str, words: str) -> float:
    """Time from saving a change until the preview reports that the pages are updated."""
    with running(_PREVIEW, folder) as preview:
        preview.wait_for(_SAID)
        start = time.perf_counter()
        with _changed(folder / source, words):
            preview.wait_for(_SAID)
            return time.perf_counter() - start


@contextmanager
def _changed(file: Path, words: str) -> Generator[None]:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(words, f"{words}照原文，", 1), encoding="utf-8")
    try:
        yield
    finally:
        file.write_text(text, encoding="utf-8")
