"""The parts of the front end that pages use; if it is not built, there is one clear error."""

import re
from pathlib import Path

import pytest

from exercises.kinds.registry import kinds
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


@pytest.mark.built
def test_a_page_holds_the_kinds_of_its_items_and_a_page_that_chooses_items_all():
    wrong = {}
    for file in (COURSE.site / "book").glob("*.html"):
        page = file.read_text(encoding="utf-8")
        held = set(re.findall(r'courseExercises\.kinds(?:\.|\[")([\w-]+)(?:"\])?=', page))
        chooses = re.search(r'<[^>]*id="(review|exam)"', page)
        wanted = set(kinds()) if chooses else set(re.findall(r'data-kind="([\w-]+)"', page))
        if held != wanted:
            wrong[file.name] = held ^ wanted
    assert not wrong
