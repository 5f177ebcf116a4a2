"""Command line: ``python -m exercises results SOURCE… --out FOLDER``."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from course import Course
from course.arguments import Parser, add_course
from course.commands import ended
from course.text import UnreadableTextError, decoded
from exercises import Bank, load_bank
from results.computing import Asked, Figures, compute
from results.engines import ENGINES, Engine, EngineError, engine_of
from results.figures.papers import SMALL
from results.parquet_rows import checked
from results.pseudonyms import nameless, pseudonymous
from results.reading.known import Known
from results.reading.plain_json import UnusableError
from results.reading.sources import Reader
from results.report.page import page
from results.report.selection import Told
from results.report.wording import Words
from results.report.workbook import workbook
from results.responses import Doubt, Gathered, Problem
from speech import SourceError

if TYPE_CHECKING:
    import ibis.expr.types as ir

FOLDER: Final = "results"
#: Where the key of a record store may stand, so that no command shows it.
KEY: Final = "LRS_KEY"
_SHOWN: Final = 20
_COUNTED: Final = (
    "文件名可能是姓名，所以只说第几个（来源按命令里的次序，文件按文件名的次序，压缩包里的按包里的次序）；"
    "要看是哪个文件、哪一处，去掉 --pseudonyms 再运行一次"
)


class NothingError(ValueError):
    """There is nothing to report of; says why."""


_UNUSABLE: Final = (EngineError, SourceError, NothingError, UnusableError)


def main(argv: list[str]) -> int:
    """Read sources and write a report.

    Parameters
    ----------
    argv
        The options.

    Returns
    -------
    int
        Exit status: 0, or 1 after one clear message; then nothing was written.
    """
    arguments = _parser().parse_args(argv)
    return ended(
        partial(_made, arguments),
        "没有统计",
        *_UNUSABLE,
        mend="请用 --out 换一个文件夹",
    )


def _made(arguments: argparse.Namespace) -> list[Path]:
    course = Course.at(arguments.course)
    engine = engine_of(arguments.engine)
    bank = load_bank(course)
    known = Known(course.settings.id, bank, course)
    reader = Reader(known, _key(arguments.lrs_key), named=not arguments.pseudonyms)
    for source in arguments.sources:
        reader.read(source)
    gathered = reader.finish()
    with tempfile.TemporaryDirectory(prefix="course-results-") as work:
        responses = _table(engine, gathered, known, Path(work))
        _say("没有计入", gathered.problems)
        _say("请核对", gathered.doubts)
        if arguments.pseudonyms and (gathered.problems or gathered.doubts):
            print(_COUNTED, file=sys.stderr)
        if responses is None:
            raise NothingError("没有一条可以计入的作答；请核对来源")
        if arguments.pseudonyms:
            responses = pseudonymous(engine, responses)
        figures = compute(engine, responses, _asked(arguments, bank))
        _check_pair(arguments, figures)
        files = _report(course, bank, figures, gathered, arguments)
        table = Path(work) / "table.parquet"
        _write_parquet(engine, responses, table, arguments.pseudonyms)
        folder = arguments.out or course.from_here(course.built / FOLDER)
        written = _written(folder, files)
        parquet = folder / "作答.parquet"
        shutil.copyfile(table, parquet)
    return [*written, parquet]


def _say(what: str, problems: Sequence[Problem]) -> None:
    for problem in problems[:_SHOWN]:
        print(f"{what}：{problem}", file=sys.stderr)
    if len(problems) > _SHOWN:
        more = sum(one.count for one in problems[_SHOWN:])
        print(f"{what}的还有 {more} 处，见报告", file=sys.stderr)


def _table(engine: Engine, gathered: Gathered, known: Known, work: Path) -> ir.Table | None:
    """Put all rows into one table; ``None`` if there are none."""
    tables = [engine.rows(gathered.responses, work)] if gathered.responses else []
    for file, shown in gathered.tables:
        table, problems = checked(engine, file, known, shown)
        for one in problems:
            (gathered.doubts if isinstance(one, Doubt) else gathered.problems).append(one)
        if table is not None:
            tables.append(table)
            gathered.files += 1
    if not tables:
        return None
    joined = tables[0].union(*tables[1:]) if len(tables) > 1 else tables[0]
    return joined if engine.run(joined.aggregate(n=joined.count()))[0]["n"] else None


def _asked(arguments: argparse.Namespace, bank: Bank) -> Asked:
    pair = (arguments.before, arguments.after)
    if any(pair) and not all(pair):
        raise NothingError("前后对照要写两份：--before 和 --after")
    if arguments.smallest < 1:
        raise NothingError("--smallest 要写 1 以上的整数")
    return Asked(
        {item.id: chapter.id for chapter in bank.chapters for item in chapter.items},
        {item.id: item.objective for item in bank},
        pair if all(pair) else None,
        arguments.smallest,
    )


def _check_pair(arguments: argparse.Namespace, figures: Figures) -> None:
    known = [one.paper for one in figures.papers]
    for paper in filter(None, (arguments.before, arguments.after)):
        if paper not in known:
            raise NothingError(f"没有“{paper}”这一份；有 {'、'.join(known)}")
    if arguments.before and (not figures.gain or figures.gain.people < arguments.smallest):
        print(f"两份都做了的不足 {arguments.smallest} 人，没有列前后对照", file=sys.stderr)


def _report(
    course: Course,
    bank: Bank,
    figures: Figures,
    gathered: Gathered,
    arguments: argparse.Namespace,
) -> dict[str, bytes]:
    problems, doubts = gathered.problems, gathered.doubts
    if arguments.pseudonyms:
        problems, doubts = nameless(problems), nameless(doubts)
    words = Words(bank, course)
    asked = [chapter for chapter in bank.chapters if chapter.items]
    asked.sort(key=lambda chapter: min(words.order[item.id] for item in chapter.items))
    chapters = {chapter.id: (chapter.title, len(chapter.items)) for chapter in asked}
    told = Told(
        figures, words, chapters, problems, arguments.smallest, doubts, not arguments.pseudonyms
    )
    left_out = sum(one.count for one in gathered.problems)
    summary = (
        f"{figures.learners} 人，{figures.responses} 道次作答，"
        f"来自 {gathered.files} 个文件或记录库；没有计入 {left_out} 处。"
        f"{datetime.now(UTC).astimezone():%Y-%m-%d %H:%M} 生成。"
    )
    print(summary)
    return {
        "报告.html": page(told, course.settings.title, summary).encode(),
        "报告.xlsx": workbook(told),
    }


def _written(folder: Path, files: dict[str, bytes]) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


def _write_parquet(engine: Engine, responses: ir.Table, file: Path, nameless_: bool) -> None:
    import ibis

    if nameless_:
        # In the order of the numbers: that of the sources is the order of names.
        responses = responses.mutate(unit=ibis.null("string")).order_by([
            "learner",
            "paper",
            "item",
            "attempt",
        ])
    engine.write(responses, file)


def _key(file: Path | None) -> str:
    if file is None:
        return os.environ.get(KEY, "").strip()
    try:
        return decoded(file.read_bytes()).strip()
    except UnreadableTextError as error:
        raise UnusableError(f"--lrs-key 的{error.problem}") from error
    except OSError as error:
        raise UnusableError("--lrs-key 的文件读不出；请核对它的路径") from error


def _parser() -> Parser:
    parser = Parser(
        prog="python -m exercises results",
        description="收回成绩：把学习记录、成绩表、记录库、Parquet 合成一张表，写出全班的报告",
    )
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="来源",
        help="导出的学习记录（文件、文件夹、.zip）、阅卷得到的成绩.xlsx、"
        "记录库的网址（通常以 /xAPI 结尾）、Parquet 文件",
    )
    parser.add_argument(
        "--out", type=Path, metavar="文件夹", help=f"输出文件夹，默认课程的 _build/{FOLDER}"
    )
    parser.add_argument(
        "--pseudonyms",
        action="store_true",
        help="不写姓名，用编号代替；屏幕上也不写文件名，只说第几个来源里的第几个文件"
        "（按文件名的次序数，要看是哪一个，去掉 --pseudonyms 再运行一次）",
    )
    parser.add_argument(
        "--smallest",
        type=int,
        default=SMALL,
        metavar="人数",
        help=f"不足这么多人的单位、题目不单独列出，默认 {SMALL}",
    )
    parser.add_argument("--before", default="", metavar="试卷", help="前后对照的前一份，名称见报告")
    parser.add_argument("--after", default="", metavar="试卷", help="前后对照的后一份")
    parser.add_argument(
        "--lrs-key",
        type=Path,
        metavar="文件",
        help=f"放着记录库密钥“名称:密码”的文件；也可以设环境变量 {KEY}",
    )
    parser.add_argument(
        "--engine",
        choices=ENGINES,
        default=ENGINES[0],
        metavar="引擎",
        help=f"{'、'.join(ENGINES)}；默认 {ENGINES[0]}，一台机器不够时用后两种",
    )
    add_course(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
