"""The handout: both editions by Typst, and Jupyter Book's own PDF of the same chapters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from bench.courses import CHAPTERS, write_stock_course
from bench.measure import in_turn, middle, seconds, told_seconds
from bench.ours import copy_course
from bench.table import Row, in_seconds, kilobytes, table

_OURS: Final = "本课程（两种版本）"
_STOCK: Final = "pdflatex（XeLaTeX）"
_HANDOUT: Final = ("python", "-m", "publishing", "handout", "--quiet")
#: The same command; its last line of output is the time taken after reading the pages.
_FROM_PAGES: Final = """
import sys, time
from publishing.__main__ import main
from publishing.handout.builder import HandoutBuilder
write = HandoutBuilder.write
def timed(*arguments):
    start = time.perf_counter()
    write(*arguments)
    print(time.perf_counter() - start, file=sys.stderr)
HandoutBuilder.write = timed
sys.exit(main(["handout", "--quiet"]))
"""
_PDFLATEX: Final = ("jupyter-book", "build", ".", "--builder", "pdflatex", "-q")


def handout(work: Path, runs: int) -> list[str]:
    """Compare the time to make a PDF, from scratch and with cached doctrees.

    Parameters
    ----------
    work
        An empty folder for the books.
    runs
        Number of builds of each.

    Returns
    -------
    list of str
        The table.
    """
    ours = copy_course(work / "handout")
    stock = work / "handout-stock"
    write_stock_course(stock, "jupyterquiz")
    built: dict[str, tuple[Callable[[], float], Path]] = {
        _OURS: (partial(seconds, _HANDOUT, ours), ours / "_build" / "handout"),
        _STOCK: (partial(seconds, _PDFLATEX, stock), stock / "_build" / "latex"),
    }
    cold = in_turn(1, {name: take for name, (take, _) in built.items()})
    warm = in_turn(runs, {name: take for name, (take, _) in built.items()})
    from_pages = [told_seconds(_FROM_PAGES, ours) for _ in range(runs)]
    sizes = [
        sum(file.stat().st_size for file in folder.glob("*.pdf")) for _, folder in built.values()
    ]
    rows: list[Row] = [
        ("冷的", *(in_seconds(middle(times)) for times in cold.values())),
        ("页面已经读过", *(in_seconds(middle(times)) for times in warm.values())),
        ("其中从读好的页面起", in_seconds(middle(from_pages)), "—"),
        ("PDF 的大小", *(kilobytes(size) for size in sizes)),
    ]
    title = f"讲义：{len(CHAPTERS)} 章，{runs} 次的中位数（本课程另有索引、记忆卡、答案）"
    return [table(title, [*built], rows)]
