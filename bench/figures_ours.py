"""Figures of a file of responses by the course's own analysis, with what they took, as JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from bench.course import BANK, COURSE
from results.checked import checked
from results.computing import Asked, compute
from results.engines import Engine
from results.reading.known import Known
from results.report.page import page
from results.report.selection import Told
from results.report.wording import Words


def main(file: Path) -> None:
    """Compute, and write a report to see its size."""
    engine = Engine("duckdb")
    known = Known(COURSE.settings.id, BANK, COURSE)
    chapters = {chapter.id: (chapter.title, len(chapter.items)) for chapter in BANK.chapters}
    asked = Asked(
        {item.id: chapter.id for chapter in BANK.chapters for item in chapter.items},
        {item.id: item.objective for item in BANK},
        None,
        5,
    )
    start = time.perf_counter()
    responses, problems = checked(engine, file, known)
    assert responses is not None
    figures = compute(engine, responses, asked)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    told = Told(figures, Words(BANK, COURSE), chapters, problems, asked.least)
    report = len(page(told, COURSE.settings.title, "").encode())
    items = {one.item: (one.difficulty, one.discrimination) for one in figures.items}
    found = {"items": items, "alpha": figures.papers[0].alpha}
    print(json.dumps({"seconds": seconds, "peak": peak, "report": report, "figures": found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
