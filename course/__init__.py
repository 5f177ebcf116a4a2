"""A course: where its files are, and all settings in which it differs from other courses.

The packages that build a course contain no text of any particular course. Whatever they need to
know about one, they read from a :class:`Course`, which loads it from the course's ``course.yml``.
"""

from course.checked import Checked, check, read_checked, read_raw
from course.course import FILE, Course, NoCourseError, once_a_course
from course.faults import Fault, FaultyError
from course.settings import Settings, SettingsError

__all__ = [
    "FILE",
    "Checked",
    "Course",
    "Fault",
    "FaultyError",
    "NoCourseError",
    "Settings",
    "SettingsError",
    "check",
    "once_a_course",
    "read_checked",
    "read_raw",
]
