"""Command line: ``python -m exercises mark --paper CODE --form A answers.xlsx --out FOLDER``."""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Generator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from course import Course
from course.arguments import add_course
from course.commands import ended
from exercises import Bank, load_bank
from exercises.marking.asked import Asked, all_asked
from exercises.marking.delimited import delimited
from exercises.marking.faults import AnswersError
from exercises.marking.people import guide_of, read_people
from exercises.marking.scores import score_table
from exercises.marking.scoring import Marked, mark
from exercises.marking.statistics import figures_of
from exercises.marking.table_files import read_table
from exercises.papers import Paper
from publishing.command_line import Parser
from publishing.errors import CourseError
from publishing.papers.feedback_sheets import FILE_SIZE, Feedback, Printing
from publishing.papers.marking.sitting import PaperCodeError, Sitting, paper_of
from publishing.papers.order import add_order, order_of

FOLDER: Final = "marking"
_FEEDBACK: Final = re.compile(r"反馈单(-\d+-\d+)?\.pdf")


def main(argv: list[str]) -> int:
    """Mark a class, or write the table to fill in.

    The scores are written before the feedback is printed, so a failure there does not lose them.

    Parameters
    ----------
    argv
        The options.

    Returns
    -------
    int
        Exit status: 0 on success, 1 after an error; then nothing was written, or only the scores.
    """
    with _uncollected(), ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        command = _Command(pool)
        stopped = ended(
            partial(command.run, argv), "没有阅卷", AnswersError, CourseError, PaperCodeError
        )
        if stopped or command.printing is None:
            pool.shutdown(wait=False, cancel_futures=True)
            return stopped
        return ended(command.print_feedback, "成绩已经写好，反馈单没有生成", CourseError)


@contextmanager
def _uncollected() -> Generator[None]:
    """Suspend garbage collection: a class is 50,000 objects, all of which live to the end."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _Command:
    """A run of the command; `printing` is the feedback being typeset."""

    def __init__(self, pool: Executor) -> None:
        self.pool = pool
        self.printing: Printing | None = None
        self.folder = Path()
        self.people = 0

    def run(self, argv: list[str]) -> list[Path]:
        """Write the table to fill in, or start the feedback and write the scores."""
        arguments = _parser().parse_all(argv)
        course = Course.at(arguments.course)
        bank = load_bank(course)
        paper = paper_of(_sitting(arguments), course, bank)
        asked = all_asked(paper)
        self.folder = arguments.out or course.from_here(course.built / FOLDER)
        guide = guide_of(paper.code, paper.form)
        if arguments.template:
            if arguments.answers:
                raise CourseError(
                    "--template 只生成空的作答表；请去掉作答表的文件名，或去掉 --template"
                )
            return _written(self.folder, _template(paper, asked, guide))
        if not arguments.answers:
            raise CourseError(
                "没有写作答表；请写它的文件名（.xlsx 或 .csv），或用 --template 生成一张"
            )
        people = read_people(arguments.answers, read_table(arguments.answers), asked, guide)
        marked = mark(people, asked)
        self.people = len(marked)
        if not arguments.scores_only:
            version, pass_mark = course.settings.version, course.settings.pass_mark
            feedback = Feedback(paper, bank, version, pass_mark, not arguments.no_answers)
            self.printing = feedback.begin(marked, self.pool)
        return _written(self.folder, _scores(marked, paper, course, bank))

    def print_feedback(self) -> list[Path]:
        """Write the feedback, and remove that of an earlier run."""
        assert self.printing is not None
        sheets, missing = self.printing.files(partial(_tell, self.people))
        if missing:
            characters = "、".join(missing)
            print(
                f"反馈单的字体没有 {characters}，那里印作〓；成绩表里照样是原字。", file=sys.stderr
            )
        written = _written(self.folder, sheets)
        _remove_earlier(self.folder, sheets)
        return written


def _template(paper: Paper, asked: Sequence[Asked], guide: str) -> dict[str, bytes]:
    """Make the table to fill in."""
    from exercises.marking.template import template_csv, template_xlsx

    name = re.sub(r"[^\w-]+", "_", f"作答表-{paper.code}-{paper.form}")
    return {
        f"{name}.csv": template_csv(asked, guide),
        f"{name}.xlsx": template_xlsx(asked, guide),
    }


def _scores(marked: list[Marked], paper: Paper, course: Course, bank: Bank) -> dict[str, bytes]:
    """Make the tables of scores, and print a summary."""
    # Imported late, because it is slow; the feedback is typeset in the meantime.
    from exercises.marking.workbook import class_sheet

    pass_mark = course.settings.pass_mark
    figures = figures_of(marked)
    files = {
        "成绩.xlsx": class_sheet(marked, figures, bank, paper, pass_mark),
        "成绩.csv": delimited(score_table(marked, bank, paper.total, pass_mark)),
    }
    alpha = "算不出" if figures.alpha is None else f"{figures.alpha:.2f}"
    print(
        f"{paper.title}　{paper.code} {paper.form} 卷：{figures.people} 人，"
        f"平均 {figures.mean:.1f} 分（满分 {paper.total}），信度 {alpha}。"
    )
    return files


def _tell(people: int, done: int) -> None:
    """Print the progress for a large class."""
    if people > FILE_SIZE:
        print(f"反馈单：{done}／{people} 人", file=sys.stderr)


def _written(folder: Path, files: dict[str, bytes]) -> list[Path]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
    except OSError as error:
        raise CourseError(
            f"{error.filename or folder} 写不进去；请关闭正打开着它的软件，或用 --out 换文件夹"
        ) from error
    return [folder / name for name in files]


def _remove_earlier(folder: Path, files: dict[str, bytes]) -> None:
    """Remove feedback files of an earlier run that have other names."""
    for file in folder.iterdir():
        if _FEEDBACK.fullmatch(file.name) and file.name not in files:
            file.unlink()


def _sitting(arguments: argparse.Namespace) -> Sitting:
    return Sitting(arguments.paper, arguments.seed, order_of(arguments), arguments.form)


def _parser() -> Parser:
    parser = Parser(
        prog="python -m exercises mark",
        description="阅卷：根据全班的作答表算出成绩、各题的难度和区分度、信度，生成每人一份的反馈单",
    )
    parser.add_argument(
        "answers", nargs="?", type=Path, metavar="作答表", help="填好的作答表，.xlsx 或 .csv"
    )
    parser.add_argument(
        "--paper", metavar="编号", default="", help="试卷编号，印在试卷的页脚，如 final-7-4ac7b9"
    )
    parser.add_argument(
        "--form", metavar="卷别", default="", help="A 或 B，印在试卷的右上角；两卷题次不同，必写"
    )
    parser.add_argument(
        "--template",
        action="store_true",
        help="只生成空白的作答表（.csv 和 .xlsx），表里写明各题怎样填",
    )
    parser.add_argument(
        "--scores-only",
        action="store_true",
        help="只要成绩表，不生成反馈单",
    )
    parser.add_argument(
        "--no-answers",
        action="store_true",
        help="反馈单不写答案和理由，只写要重读的句子：同一份试卷还要给别的班用时",
    )
    parser.add_argument(
        "--out", metavar="文件夹", type=Path, help=f"输出文件夹，默认课程的 _build/{FOLDER}"
    )
    parser.add_argument("--seed", metavar="种子", default="", help="不写 --paper 时：出卷的种子")
    parser.add_argument(
        "--blueprint", metavar="蓝图", default="", help="不写 --paper 时：出卷的蓝图，默认 final"
    )
    add_order(parser, "；与出卷时写的一样")
    add_course(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
