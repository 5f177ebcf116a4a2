"""A front end that has not been built is one clear fault, whichever file of it is asked for."""

from pathlib import Path

import pytest

from publishing.errors import CourseError
from publishing.html import theme
from publishing.site import launcher, offline
from tests.this_course import COURSE


@pytest.mark.parametrize(
    ("module", "name", "use"),
    [
        (theme, "_FRONT_END", lambda: theme.early_script("book/c01")),
        (offline, "_SCRIPT", lambda: offline.write_worker(COURSE.site, COURSE.settings)),
        (launcher, "_BUILT", lambda: launcher.launcher_files("课程", "", reaches_out=False)),
    ],
    ids=["pages", "offline copy", "launcher"],
)
def test_what_is_missing_is_made_by_a_command(monkeypatch, module, name, use):
    monkeypatch.setattr(module, name, Path("nowhere"))
    with pytest.raises(CourseError, match="缺少网页的脚本；请先运行 make web"):
        use()
