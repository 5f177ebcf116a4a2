"""The one error by which this package stops a build."""

from __future__ import annotations

from sphinx.errors import SphinxError


class CourseError(SphinxError):
    """The book cannot be built as it stands; says where and how to mend it.

    Parameters
    ----------
    message
        What is wrong and the mend.
    location
        ``file:line`` or document name, if known.
    """

    category = "课程错误"

    def __init__(self, message: str, location: str = "") -> None:
        super().__init__(f"{location}：{message}" if location else message)
