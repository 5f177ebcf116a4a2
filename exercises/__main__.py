"""Command line: ``python -m exercises list|check|schema``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from exercises.bank import BANK, Bank, read_bank
from exercises.faults import BankError
from exercises.schema import bank_schema


def main(argv: list[str] | None = None) -> int:
    """Run one subcommand.

    Parameters
    ----------
    argv
        Arguments without the program's name; those of the process by default.

    Returns
    -------
    int
        Exit status: 0, or 1 if the bank has faults.
    """
    arguments = _parser().parse_args(argv)
    try:
        bank = read_bank(arguments.bank)
    except BankError as error:
        print(error, file=sys.stderr)
        return 1
    arguments.run(bank, arguments)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m exercises", description="题库工具")
    parser.add_argument("--bank", type=Path, default=BANK, help="题库文件夹")
    commands = parser.add_subparsers(required=True, metavar="命令")

    listing = commands.add_parser("list", help="列出全部题目")
    listing.add_argument("--json", action="store_true", help="以 JSON 列出，供程序使用")
    listing.set_defaults(run=_list)

    check = commands.add_parser("check", help="检查题库")
    check.set_defaults(run=_check)

    schema = commands.add_parser("schema", help="输出题库文件的 JSON Schema，供编辑器补全")
    schema.set_defaults(run=_schema)
    return parser


def _list(bank: Bank, arguments: argparse.Namespace) -> None:
    rows = [
        {
            "id": item.id,
            "kind": item.kind,
            "page": f"{chapter.page}.html",
            "right": item.rubric().right_response(),
            "wrong": item.rubric().wrong_response(),
            "source": list(item.source),
        }
        for chapter in bank.chapters
        for item in chapter.items
    ]
    if arguments.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        print(f"{row['id']}\t{row['kind']}\t{row['page']}")


def _check(bank: Bank, _: argparse.Namespace) -> None:
    print(f"题库没有错误：{len(bank.chapters)} 章，{len(bank)} 题。")


def _schema(_: Bank, __: argparse.Namespace) -> None:
    print(json.dumps(bank_schema(), ensure_ascii=False, indent=2))


if __name__ == "__main__":
    sys.exit(main())
