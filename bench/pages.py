"""Pages: the cost of a first visit, and the time until the first exercise can be used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Final

from bench.course import COURSE
from bench.courses import of_all_kinds, single_choices, write_stock_course, write_stock_page
from bench.lighthouse import CATEGORIES, marks
from bench.measure import OUR_BUILD, STOCK_BUILD, in_turn, middle, seconds
from bench.ours import write_page_of_items
from bench.server import served
from bench.stock import VARIANTS
from bench.table import Row, kilobytes, milliseconds, table
from bench.visit import Visit, chromium, visit

OURS: Final = "本课程"
CHAPTER: Final = "c03"
USABLE: Final = {
    OURS: ".exercise-live form",
    "jupyterquiz": ".Quiz .MCButton",
    "html-manager": ".jupyter-widgets input",
}


def pages(work: Path, runs: int) -> list[str]:
    """Compare a chapter, and a page with the same ten single choices.

    Parameters
    ----------
    work
        An empty folder for the books.
    runs
        Number of visits to each page.

    Returns
    -------
    list of str
        The tables.
    """
    ten, thirty = single_choices(10), of_all_kinds(30)
    write_page_of_items(work / "ten", ten)
    write_page_of_items(work / "thirty", thirty)
    for name in ("ten", "thirty"):
        seconds(OUR_BUILD, work / name)
    for variant in VARIANTS:
        write_stock_course(work / f"course-{variant}", variant)
        write_stock_page(work / f"ten-{variant}", variant, ten)
        for book in ("course", "ten"):
            seconds(STOCK_BUILD, work / f"{book}-{variant}")
    chapter = {OURS: (COURSE.root, f"book/{CHAPTER}.html")} | {
        variant: (work / f"course-{variant}", f"{CHAPTER}.html") for variant in VARIANTS
    }
    choices = {OURS: (work / "ten", "book/page.html")} | {
        variant: (work / f"ten-{variant}", "page.html") for variant in VARIANTS
    }
    return [
        _visits(f"第三章（{CHAPTER}），第一次打开", chapter, runs),
        _visits("同样十道单项选择题的一页", choices, runs),
        _visits("各种题型共三十题的一页", {OURS: (work / "thirty", "book/page.html")}, runs),
        _lighthouse(chapter, runs),
    ]


def _visits(title: str, books: Mapping[str, tuple[Path, str]], runs: int) -> str:
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        takers: dict[str, Callable[[], Visit]] = {
            name: partial(
                visit,
                browser,
                stack.enter_context(served(book / "_build" / "html")),
                path,
                USABLE[name],
            )
            for name, (book, path) in books.items()
        }
        taken = in_turn(runs, takers)
    rows: list[Row] = [
        ("字节（压缩后，含头）", *(kilobytes(middle([v.wire for v in t])) for t in taken.values())),
        ("请求", *(middle([v.requests for v in t]) for t in taken.values())),
        ("其中向别的主机", *(middle([v.outside for v in t]) for t in taken.values())),
        (
            "第一道题可以作答",
            *(milliseconds(middle([v.usable for v in t])) for t in taken.values()),
        ),
        ("载入后最长的任务", *(milliseconds(max(v.task for v in t)) for t in taken.values())),
        ("布局偏移", *(f"{max(v.shift for v in t):.3f}" for t in taken.values())),
    ]
    return table(f"{title}：CPU 慢 4 倍，1.6 Mbit/s，{runs} 次的中位数", [*taken], rows)


def _lighthouse(books: Mapping[str, tuple[Path, str]], runs: int) -> str:
    with ExitStack() as stack:
        takers = {
            name: partial(marks, stack.enter_context(served(book / "_build" / "html")) + path)
            for name, (book, path) in books.items()
        }
        taken = in_turn(runs, takers)
    rows: list[Row] = [
        (label, *(middle([marked[name] for marked in t]) for t in taken.values()))
        for name, label in CATEGORIES.items()
    ]
    rows += [
        ("LCP", *(milliseconds(middle([m["lcp"] for m in t])) for t in taken.values())),
        ("字节", *(kilobytes(middle([m["bytes"] for m in t])) for t in taken.values())),
        ("布局偏移", *(f"{max(m['cls'] for m in t):.3f}" for t in taken.values())),
    ]
    return table(f"Lighthouse 手机，第三章，{runs} 次的中位数", [*taken], rows)
