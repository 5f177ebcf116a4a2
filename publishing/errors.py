"""The exception with which this package stops a build."""

from __future__ import annotations

from sphinx.errors import SphinxError


class CourseError(SphinxError):
    """The book cannot be built; the message says where and how to fix it.

    Parameters
    ----------
    message
        What is wrong and how to fix it.
    location
        ``file:line`` or document name, if known.
    """

    category = "课程错误"

    def __init__(self, message: str, location: str = "") -> None:
        super().__init__(f"{location}：{message}" if location else message)
