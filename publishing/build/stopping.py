"""Report the error that stopped a build, once."""

from __future__ import annotations

import traceback
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final

import jupyter_book.sphinx
from myst_nb.core.read import MystMetadataParsingError
from nbclient.exceptions import CellExecutionError
from sphinx.errors import SphinxError

from course import Course, FaultyError
from exercises.page_checks import read_page
from exercises.page_checks.code_cells import cells
from publishing.build.execution import CellFailedError

#: Chinese descriptions of exceptions that are common in cells.
_NAMES: Final = {
    "NameError": "用了没有定义的名字",
    "ModuleNotFoundError": "引入的模块不存在",
    "ImportError": "要引入的名字不存在",
}


@contextmanager
def saying_it_once() -> Generator[None]:
    """Keep Sphinx from printing an error that is reported when the build has ended.

    Sphinx prints it in English, and asks for a bug report if it did not expect it. There is no
    setting for this, so the function that prints is patched.
    """
    original = jupyter_book.sphinx.handle_exception
    jupyter_book.sphinx.handle_exception = _say_nothing
    try:
        yield
    finally:
        jupyter_book.sphinx.handle_exception = original


def _say_nothing(*_: Any) -> None:
    pass


def explain(error: BaseException, course: Course) -> str:
    """Describe what stopped a build.

    Parameters
    ----------
    error
        The cause that Jupyter Book reports.
    course
        The course that was being built.

    Returns
    -------
    str
        The error's own message; for a failed cell the place, the code and the exception; for an
        unexpected error a traceback.
    """
    wrapped = getattr(error, "orig_exc", None)
    if wrapped is not None:
        return explain(wrapped, course)
    if isinstance(error, CellFailedError):
        return _failed_cell(error, course)
    if isinstance(error, SphinxError | FaultyError):
        # Directives report absolute paths.
        return str(error).replace(f"{course.root}/", "")
    if isinstance(error, MystMetadataParsingError):
        return f"有一页的代码格或开头写法有误；请对照别处的写法。排版程序的原话是：{error}"
    where = "".join(traceback.format_exception(error)).rstrip()
    return f"程序出错，不是课程文件写错；请把下面的话转给维护程序的人\n{where}"


def _failed_cell(error: CellFailedError, course: Course) -> str:
    cause = error.__cause__
    assert isinstance(cause, CellExecutionError)
    what = f"{_NAMES.get(cause.ename, '运行出错')}（{cause.ename}: {cause.evalue}）"
    page = read_page(course, error.path, []) if error.path else None
    if page is None:
        return f"代码格{what}"
    line = cells(page)[error.cell - 1].line + error.line
    code = page.lines[line - 1].strip()
    return f"{page.shown}:{line}：代码格的这一行 {code} {what}"
