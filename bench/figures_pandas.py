"""The same statistics with pandas, as an analyst would write them, and their cost, as JSON."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import pandas as pd  # type: ignore[import-untyped]

from bench.measure import peak_memory


def main(file: Path) -> None:
    """Compute the statistics; print them with time and peak memory."""
    start, started = time.perf_counter(), time.process_time()
    figures = figures_of(pd.read_parquet(file))
    seconds, processor = time.perf_counter() - start, time.process_time() - started
    peak = peak_memory()
    took = {"seconds": seconds, "processor": processor, "peak": peak, "report": None}
    print(json.dumps(took | {"figures": figures}))


def figures_of(rows: pd.DataFrame) -> dict[str, Any]:
    """Compute difficulty, rest correlation, reliability, options, units and people.

    Parameters
    ----------
    rows
        The responses.
    """
    rows = rows.drop_duplicates(["learner", "paper", "item", "attempt"])
    first = rows[rows.attempt == 1]
    totals = first.groupby("learner")[["score", "max"]].transform("sum")
    rest = (totals.score - first.score) / (totals["max"] - first["max"])
    first = first.assign(share=first.score / first["max"], rest=rest)
    by_item = first.groupby("item")
    difficulty = by_item.score.sum() / by_item["max"].sum()
    discrimination = {item: one.share.corr(one.rest) for item, one in by_item}
    first.groupby(["item", "response"]).agg(n=("rest", "size"), rest=("rest", "mean"))
    by_item.ms.mean()
    people = first.groupby("learner").agg(
        score=("score", "sum"), most=("max", "sum"), unit=("unit", "max"), when=("when", "max")
    )
    people.groupby("unit")[["score", "most"]].sum()
    size = len(difficulty)
    spreads = by_item.score.var(ddof=0).sum()
    alpha = size / (size - 1) * (1 - spreads / people.score.var(ddof=0))
    items = {item: (float(difficulty[item]), float(one)) for item, one in discrimination.items()}
    return {"items": items, "alpha": float(alpha)}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
