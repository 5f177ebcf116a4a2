"""Command line: ``python -m publishing html|handout`` builds with Jupyter Book.

It is ``jupyter-book build`` with the flags of this project (a warning is an
error, and so is a link that leads nowhere), and where that ends in a Python
traceback, this ends with the one error that the author has to mend.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import re
import sys
from typing import Final

import click
from jupyter_book.cli.main import main as jupyter_book
from nbclient.exceptions import CellExecutionError

_BUILDERS: Final = {
    "html": [],
    "handout": ["--builder", "custom", "--custom-builder", "handout"],
}
#: The cell in nbclient's message, between two rules.
_CELL: Final = re.compile(r"\n-+\n(.*?)\n-+\n", re.DOTALL)


def main(argv: list[str] | None = None) -> int:
    """Build the course.

    Parameters
    ----------
    argv
        Arguments without the program's name; those of the process by default.

    Returns
    -------
    int
        Exit status; not 0 if anything at all was wrong.
    """
    parser = argparse.ArgumentParser(prog="python -m publishing", description="生成课程")
    parser.add_argument("builder", choices=_BUILDERS, help="html 网页；handout 讲义")
    parser.add_argument("--quiet", action="store_true", help="只显示警告和错误")
    arguments = parser.parse_args(argv)
    command = ["build", ".", "-W", "-n", "--keep-going", *_BUILDERS[arguments.builder]]
    try:
        if arguments.quiet:
            # Jupyter Book's farewell goes to standard output, what matters to standard error.
            with contextlib.redirect_stdout(io.StringIO()):
                jupyter_book([*command, "-q"], standalone_mode=False)
        else:
            jupyter_book(command, standalone_mode=False)
    except RuntimeError as error:
        print(f"\n课程没有生成：{explain(error.__cause__ or error)}", file=sys.stderr)
        return 1
    except click.ClickException as error:
        print(f"\n课程没有生成：{error.format_message()}", file=sys.stderr)
        return 1
    return 0


def explain(error: BaseException) -> str:
    """Tell what stopped a build, in as many lines as it takes and no more.

    Parameters
    ----------
    error
        What Jupyter Book says was the cause.

    Returns
    -------
    str
        The error's own message; of a failing cell, the file, the cell and the
        exception.
    """
    failed = error.__cause__
    if not isinstance(failed, CellExecutionError):
        return str(error)
    cell = _CELL.search(str(failed))
    code = f"\n    {cell[1]}" if cell else ""
    return f"{error} 里的代码格运行出错{code}\n{failed.ename}：{failed.evalue}"


if __name__ == "__main__":
    sys.exit(main())
