"""The box as a whole, of a small course: an index that names every file, and a zip of all."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest

from teaching.__main__ import main
from tests.this_course import ROOT

SHISHUO = ROOT / "tests" / "courses" / "shishuo"


@pytest.fixture(scope="module")
def box(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("box") / "teacher"
    assert main(["--course", str(SHISHUO), "--out", str(folder), "--quiet"]) == 0
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_index_links_every_file_and_asks_for_nothing_else(box):
    page = (box / "index.html").read_text(encoding="utf-8")
    links = {unquote(link) for link in re.findall(r'href="([^"#]+)"', page)}
    assert links == {*files(box)} - {"index.html"} | {"../teacher.zip"}
    assert not re.search(r"src=|@import|https?://", page)
    assert '<html lang="zh-CN">' in page


def test_the_zip_holds_the_box(box):
    with ZipFile(box.with_suffix(".zip")) as packed:
        held = {name.removeprefix("teacher/"): packed.read(name) for name in packed.namelist()}
    assert held == files(box)


def test_the_same_course_gives_the_same_bytes(box, tmp_path):
    again = tmp_path / "teacher"
    assert main(["--course", str(SHISHUO), "--out", str(again), "--quiet"]) == 0
    assert files(again) == files(box)
    assert again.with_suffix(".zip").read_bytes() == box.with_suffix(".zip").read_bytes()


def test_a_folder_with_other_files_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    assert main(["--course", str(SHISHUO), "--out", str(tmp_path), "--quiet"]) == 1
    assert "里有别的文件" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]
