"""The finished site: front page, offline copy, archive."""

import hashlib
import json
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from publishing.errors import CourseError
from publishing.site.archive import write_archive
from publishing.site.finish import finish_site
from publishing.site.offline import digests, version
from tests.this_course import COURSE

SITE = Path(__file__).parents[2] / "_build" / "html"
HANDOUT = Path(__file__).parents[2] / "_build" / "handout"


@pytest.fixture
def site(tmp_path):
    return shutil.copytree(SITE, tmp_path / "site")


def listed(site):
    line = (site / "sw.js").read_text(encoding="utf-8").split("\n", 1)[0]
    return json.loads(line.removeprefix("self.SITE=").removesuffix(";"))


def test_the_worker_lists_every_file_with_its_digest(site):
    finish_site(site, HANDOUT / "handout.pdf", COURSE.settings)
    files = listed(site)["files"]
    for file in site.rglob("*"):
        path = file.relative_to(site).as_posix()
        if file.is_file() and path not in {"sw.js", "objects.inv", ".buildinfo"}:
            assert files[path] == hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_changed_file_makes_a_new_version(site):
    before = version(digests(site))
    assert version(digests(site)) == before
    (site / "404.html").write_text("other", encoding="utf-8")
    assert version(digests(site)) != before


def test_a_page_tells_its_version_though_a_host_alters_it(site):
    page = site / "book" / "c03.html"
    finish_site(site, HANDOUT / "handout.pdf", COURSE.settings)
    before, stamps = page.read_bytes(), listed(site)["stamps"]
    assert f'data-stamp="{stamps["book/c03.html"]}"' in before.decode()
    # An unchanged page is not written again.
    finish_site(site, HANDOUT / "handout.pdf", COURSE.settings)
    assert (page.read_bytes(), listed(site)["stamps"]) == (before, stamps)
    page.write_bytes(before.replace(b"<h1>", "<h1>新版".encode()))
    finish_site(site, HANDOUT / "handout.pdf", COURSE.settings)
    fresh = listed(site)["stamps"]
    assert {name for name in stamps if fresh[name] != stamps[name]} == {"book/c03.html"}
    assert page.read_text(encoding="utf-8").count("data-stamp") == 1


def test_a_page_without_an_end_is_named(site):
    (site / "book" / "c03.html").write_text("<html>", encoding="utf-8")
    with pytest.raises(CourseError, match=r"不完整.*c03\.html"):
        finish_site(site, HANDOUT / "handout.pdf", COURSE.settings)


def test_the_learners_handout_is_on_the_site_and_the_teachers_is_not(site):
    finish_site(site, HANDOUT / "handout.pdf", COURSE.settings)
    assert (site / "handout.pdf").read_bytes() == (HANDOUT / "handout.pdf").read_bytes()
    assert [file.name for file in site.rglob("*.pdf")] == ["handout.pdf"]


def test_an_old_handout_is_not_left_on_the_site(site, tmp_path):
    finish_site(site, tmp_path / "none.pdf", COURSE.settings)
    assert not (site / "handout.pdf").exists()


def test_the_archive_holds_the_site_in_one_folder(site, tmp_path):
    write_archive(site, tmp_path / "course.zip")
    with ZipFile(tmp_path / "course.zip") as archive:
        names = set(archive.namelist())
        assert archive.testzip() is None
    assert {f"course/{path}" for path in digests(site)} <= names
    assert all(name.startswith("course/") for name in names)


def test_the_same_site_makes_the_same_archive(site, tmp_path):
    for name in ("a.zip", "b.zip"):
        write_archive(site, tmp_path / name)
        for file in site.rglob("*.html"):
            file.touch()
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_no_site_no_archive(tmp_path):
    with pytest.raises(CourseError, match="make book"):
        write_archive(tmp_path, tmp_path / "course.zip")


def test_a_site_whose_course_names_no_record_store_can_send_nothing_anywhere():
    assert COURSE.settings.record_store is None
    assert not list((SITE / "_static").glob("reporting*"))
    for page in SITE.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "_static/reporting" not in text, page
        assert page == SITE / "index.html" or "connect-src 'self';" in text, page
