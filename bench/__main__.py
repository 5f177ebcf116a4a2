"""Command line: ``python -m bench [TOPIC…] [--runs N]``; ``--help`` lists the topics."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path
from typing import Final

from bench.builds import builds
from bench.course import COURSE
from bench.handout import handout
from bench.lrs import lrs
from bench.pages import pages
from bench.scale import scale


def _results(work: Path, runs: int) -> list[str]:
    # Imported late: it needs extra packages that the other topics do not.
    from bench.results import results

    return results(work, runs)


_TOPICS: Final = {
    "pages": pages,
    "builds": builds,
    "handout": handout,
    "scale": scale,
    "lrs": lrs,
    "results": _results,
}
_RESULT: Final = COURSE.root / "_build" / "bench.txt"


def main() -> None:
    """Measure, print the tables, and save them in ``_build/bench.txt``."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="对照测量")
    parser.add_argument("topics", nargs="*", help=f"测量什么：{'、'.join(_TOPICS)}；不写就全测")
    parser.add_argument("--runs", type=int, default=3, help="每项测几次，取中位数")
    arguments = parser.parse_args()
    unknown = set(arguments.topics) - set(_TOPICS)
    if unknown:
        parser.error(f"没有这一项：{'、'.join(sorted(unknown))}")
    tables = []
    for name in arguments.topics or _TOPICS:
        work = Path(tempfile.mkdtemp(prefix="course-bench-"))
        try:
            tables += _TOPICS[name](work, arguments.runs)
        finally:
            shutil.rmtree(work)
    result = "\n".join(tables)
    _RESULT.parent.mkdir(exist_ok=True)
    _RESULT.write_text(result, encoding="utf-8")
    print(result)


if __name__ == "__main__":
    main()
