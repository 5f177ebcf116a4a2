"""Check the files that Jupyter Book reads before Sphinx starts, to report faults in Chinese."""

from __future__ import annotations

import re
from typing import Any, ClassVar, Final

from course import Course, Fault, FaultyError, read_raw
from course.contents import read_contents
from course.located import LocatedMap, line_of
from course.slips import slip_in

_CONFIG: Final = "_config.yml"
_BASE: Final = ("sphinx", "config", "html_baseurl")
_ADDRESS: Final = re.compile(r"https?://[^\s/]+\S*")


class ConfigError(FaultyError):
    """``_config.yml`` has faults."""

    subject: ClassVar[str] = "网页的设置"


def check_what_jupyter_book_reads(course: Course) -> None:
    """Check the table of contents and the configuration.

    Parameters
    ----------
    course
        The course.

    Raises
    ------
    ContentsError, ConfigError
        All faults of the first of the two that has any.
    """
    read_contents(course)
    file = course.root / _CONFIG
    shown = course.shown(file)
    faults: list[Fault] = []
    settings = read_raw(file, shown, faults)
    base: Any = settings
    for depth, key in enumerate(_BASE):
        if not isinstance(base, LocatedMap):
            place = _BASE[:depth]
            message = slip_in(str(base)) or "应由“字段: 值”组成；请照别的课程的写法"
            faults.append(Fault(shown, line_of(settings, *place), "", ".".join(place), message))
            raise ConfigError(faults)
        base = base.get(key, LocatedMap() if depth < len(_BASE) - 1 else "")
    if base and not _ADDRESS.fullmatch(str(base)):
        message = f"“{base}”不是完整的网址；请写上 https:// 或 http://，如 https://{base}"
        faults.append(Fault(shown, line_of(settings, *_BASE), "", "html_baseurl", message))
    if faults:
        raise ConfigError(faults)
