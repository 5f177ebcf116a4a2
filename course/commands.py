"""How a command ends: with the files that it made, or with one message that says what is wrong."""

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
    """Run a command, name what it made, and turn what stops it into one message.

    Parameters
    ----------
    make
        Makes the files and gives their paths, or other words to print.
    failed
        What was not done, in Chinese, such as 没有阅卷.
    *unusable
        Errors whose text says what is wrong and how to fix it, besides those of every course.
    mend
        What to do about a file that can be neither read nor written, in Chinese.

    Returns
    -------
    int
        Exit status: 0, or 1 after the message.
    """
    ours: tuple[type[Exception], ...] = (FaultyError, NoCourseError, *unusable)
    try:
        made = make()
    except ours as error:
        return _stop(f"{failed}：{error}")
    except OSError as error:
        # Without a file, it is none of which a trainer could do anything.
        if error.filename is None:
            raise
        return _stop(f"{failed}：{error.filename} 读不出或写不进去；{mend}")
    sys.stdout.write("".join(f"{each}\n" for each in made))
    return 0


def _stop(message: str) -> int:
    sys.stdout.flush()
    sys.stderr.write(f"{message}\n")
    return 1
