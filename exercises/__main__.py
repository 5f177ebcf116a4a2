"""Command line: ``python -m exercises list|check|report|…|mark|export|results``."""

from __future__ import annotations

import argparse
import json
import runpy
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from course import Course, FaultyError, NoCourseError
from course.arguments import Parser
from exercises.bank import BankError, read_bank
from exercises.page_checks import check_pages
from exercises.papers import compile_plan, read_blueprints
from exercises.report import figures, full, short
from exercises.rules import Scope, UnknownRuleError, check, rules
from exercises.rules.elsewhere import BY_REVIEW, by_schema
from exercises.schema import bank_schema
from exercises.settings_checks import check_settings
from speech import SourceError

_COURSE: Final = "课程的文件夹，默认当前文件夹"
#: Subcommands implemented by packages that depend on this one.
_ELSEWHERE: Final = {
    "papers": "publishing.papers",
    "mark": "publishing.papers.marking",
    "export": "exporting",
    "results": "results",
}
#: Errors that end a command with their message.
_UNUSABLE: Final = (
    FaultyError,
    NoCourseError,
    SourceError,
    UnknownRuleError,
)


def main(argv: list[str] | None = None) -> int:
    """Run one subcommand.

    Parameters
    ----------
    argv
        Arguments without the program's name; by default those of the process.

    Returns
    -------
    int
        Exit status: 0, or 1 if the bank has faults or breaks an item-writing rule.
    """
    argv = sys.argv[1:] if argv is None else argv
    if argv[:1] and argv[0] in _ELSEWHERE:
        return _elsewhere(_ELSEWHERE[argv[0]], argv[1:])
    arguments = _parser().parse_args(argv)
    try:
        course = Course.at(arguments.course)
        arguments.run(Scope(read_bank(course), course), arguments)
    except _UNUSABLE as error:
        # Flush first, so that what was printed so far comes before the faults.
        sys.stdout.flush()
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> Parser:
    parser = Parser(prog="python -m exercises", description="题库工具")
    parser.add_argument("--course", type=Path, default=Path(), metavar="文件夹", help=_COURSE)
    commands = parser.add_subparsers(required=True, metavar="命令", parser_class=_Command)

    listing = commands.add_parser("list", help="列出全部题目")
    listing.add_argument("--json", action="store_true", help="以 JSON 列出，供程序使用")
    listing.set_defaults(run=_list)

    checking = commands.add_parser("check", help="检查题库、章节和命题蓝图")
    checking.add_argument(
        "--rule", action="append", metavar="规则", help="只查这一条规则，可写多次；名称见 rules"
    )
    checking.set_defaults(run=_check)

    reporting = commands.add_parser("report", help="题库概况：覆盖、层次、正确项、没有题的句子")
    reporting.add_argument("--json", action="store_true", help="以 JSON 输出，供程序使用")
    reporting.set_defaults(run=_report)

    naming = commands.add_parser("rules", help="列出命题规则")
    naming.set_defaults(run=_rules)

    schema = commands.add_parser("schema", help="输出题库文件的 JSON Schema，供编辑器补全")
    schema.set_defaults(run=_schema)

    commands.add_parser("papers", help="生成试卷、答题卡和评分标准；选项见 papers --help")
    commands.add_parser("mark", help="阅卷：由作答表算成绩、印反馈单；选项见 mark --help")
    commands.add_parser("export", help="导出：题目和整门课程给别的平台；选项见 export --help")
    commands.add_parser("results", help="收回成绩：全班的报告；选项见 results --help")
    return parser


class _Command(Parser):
    """A subcommand; ``--course`` may also be given after its name."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.add_argument(
            "--course", type=Path, default=argparse.SUPPRESS, metavar="文件夹", help=_COURSE
        )


def _elsewhere(package: str, argv: list[str]) -> int:
    """Run a subcommand of another package: papers, mark, export or results.

    Those packages import this one, so they are run by name instead of imported.
    """
    main = runpy.run_module(f"{package}.__main__", run_name=package)["main"]
    return int(main(argv))


def _list(scope: Scope, arguments: argparse.Namespace) -> None:
    rows = [
        {
            "id": item.id,
            "kind": item.kind,
            "page": f"{chapter.page}.html",
            "right": item.rubric().right_response(),
            "wrong": item.rubric().wrong_response(),
            "source": list(item.source),
        }
        for chapter in scope.bank.chapters
        for item in chapter.items
    ]
    if arguments.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        print(f"{row['id']}\t{row['kind']}\t{row['page']}")


def _check(scope: Scope, arguments: argparse.Namespace) -> None:
    bank = scope.bank
    check_settings(scope.course, bank)
    check_pages(scope.course, bank)
    faults = check(scope, only=arguments.rule)
    if not arguments.rule:
        print(f"{short(figures(scope))}\n")
    if faults:
        raise BankError(faults)
    print(f"题库没有错误：{len(bank.chapters)} 个文件，{len(bank)} 题。")
    if not arguments.rule:
        blueprints = read_blueprints(scope.course)
        for blueprint in blueprints:
            compile_plan(blueprint, bank)
        print(f"命题蓝图没有错误：{len(blueprints)} 份。")


def _report(scope: Scope, arguments: argparse.Namespace) -> None:
    measured = figures(scope)
    if arguments.json:
        print(json.dumps(asdict(measured), ensure_ascii=False, indent=2))
    else:
        print(full(measured))


def _rules(_: Scope, __: argparse.Namespace) -> None:
    print("check 逐条检查的：")
    for entry in rules().values():
        print(f"  {entry.id}：{entry}。{entry.mend}。")
    for title, statements in (("读题库时就检查的：", by_schema()), ("由审题人判断的：", BY_REVIEW)):
        print("\n".join((title, *(f"  {statement}。" for statement in statements))))


def _schema(_: Scope, __: argparse.Namespace) -> None:
    print(json.dumps(bank_schema(), ensure_ascii=False, indent=2))


if __name__ == "__main__":
    sys.exit(main())
