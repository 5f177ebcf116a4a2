"""A course: where its files are, and every fact by which it differs from another.

The packages that make a course hold no word of any one course. What they must know of the one
at hand they ask of a :class:`Course`, which reads it from the course's own ``course.yml``.
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
