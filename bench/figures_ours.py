"""Statistics of a file of responses by the course's own analysis, and their cost, as JSON."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from bench.course import BANK, COURSE
from bench.measure import peak_memory
from results.computing import Asked, Figures, compute
from results.engines import Engine, engine_of
from results.figures.papers import SMALL
from results.parquet_rows import checked
from results.reading.known import Known
from results.report.page import page
from results.report.selection import Told
from results.report.wording import Words


def main(file: Path) -> None:
    """Compute the statistics; print them with time, peak memory and size of the report."""
    engine = engine_of("duckdb")
    known = Known(COURSE.settings.id, BANK, COURSE)
    start, started = time.perf_counter(), time.process_time()
    figures = figures_of(engine, file, known)
    seconds, processor = time.perf_counter() - start, time.process_time() - started
    peak = peak_memory()
    items = {one.item: (one.difficulty, one.discrimination) for one in figures.items}
    took = {
        "seconds": seconds,
        "processor": processor,
        "peak": peak,
        "report": len(report_of(figures).encode()),
    }
    print(json.dumps(took | {"figures": {"items": items, "alpha": figures.papers[0].alpha}}))


def figures_of(engine: Engine, file: Path, known: Known) -> Figures:
    """Check the rows of a file, and compute all figures of a report."""
    responses, _ = checked(engine, file, known)
    assert responses is not None
    chapters = {item.id: chapter.id for chapter in BANK.chapters for item in chapter.items}
    objectives = {item.id: item.objective for item in BANK}
    return compute(engine, responses, Asked(chapters, objectives, None, SMALL))


def report_of(figures: Figures) -> str:
    """Render the report as a page."""
    chapters = {chapter.id: (chapter.title, len(chapter.items)) for chapter in BANK.chapters}
    shown = Told(figures, Words(BANK, COURSE), chapters, [], SMALL)
    return page(shown, COURSE.settings.title, "")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
