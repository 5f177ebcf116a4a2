"""How a command ends: it prints the files it made, or one message that says what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from course.course import NoCourseError
from course.faults import FaultyError


def ended(
    make: Callable[[], Iterable[object]],
    failed: str,
    *unusable: type[Exception],
    mend: str = "请关闭正打开着它的软件，或换一个文件夹",
) -> int:
    """Run a command and print what it made, or one message if it failed.

    Parameters
    ----------
    make
        Makes the files; returns their paths, or other lines to print.
    failed
        What could not be done, in Chinese, such as 没有阅卷.
    *unusable
        Further exceptions whose text says what is wrong and how to fix it.
    mend
        What to do about a file that cannot be read or written, in Chinese.

    Returns
    -------
    int
        Exit status: 0 on success, 1 on failure.
    """
    ours: tuple[type[Exception], ...] = (FaultyError, NoCourseError, *unusable)
    try:
        made = make()
    except ours as error:
        return _stop(f"{failed}：{error}")
    except OSError as error:
        # An error without a file name is nothing that a trainer could fix.
        if error.filename is None:
            raise
        return _stop(f"{failed}：{error.filename} 读不出或写不进去；{mend}")
    sys.stdout.write("".join(f"{each}\n" for each in made))
    return 0


def _stop(message: str) -> int:
    sys.stdout.flush()
    sys.stderr.write(f"{message}\n")
    return 1
