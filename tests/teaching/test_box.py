"""The whole box of a small course: an index that names all files, and a zip file of them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from PIL import Image

from course import Course
from teaching import __main__ as command
from teaching.__main__ import main
from teaching.box import products
from tests.this_course import ROOT

SHISHUO = ROOT / "tests" / "courses" / "shishuo"
#: The zip file beside it keeps the whole name, not only the part before the dot.
NAME = "teacher.v1"


@pytest.fixture(scope="module")
def box(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("box") / NAME
    assert main(["--course", str(SHISHUO), "--out", str(folder), "--quiet"]) == 0
    return folder


def zip_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.zip")


def files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_index_links_every_file_and_asks_for_nothing_else(box):
    page = (box / "index.html").read_text(encoding="utf-8")
    links = {unquote(link) for link in re.findall(r'(?:href|src)="([^"#]+)"', page)}
    assert links == {*files(box)} - {"index.html"} | {f"../{NAME}.zip"}
    assert not re.search(r"@import|https?://", page)
    assert '<html lang="zh-CN">' in page


def test_each_sort_is_shown_once(box):
    drawn = {name for name in files(box) if name.startswith("图/")}
    sorts = {
        name.rpartition("/")[0] or name.rpartition(".")[0]
        for name in files(box)
        if name.endswith((".pdf", ".pptx"))
    }
    assert drawn == {f"图/{sort}.png" for sort in sorts}
    for name in drawn:
        picture = Image.open(box / name).convert("RGBA")
        assert picture.size == (352, 320)
        white = Image.new("RGBA", picture.size, "white")
        dark = sum(Image.alpha_composite(white, picture).convert("L").histogram()[:150])
        assert 100 < dark < 352 * 320 / 3, name


def test_a_plan_is_a_page_that_leads_back_and_asks_for_nothing(material):
    plan = next(products(material))
    assert {name.rpartition(".")[2] for name in plan.files} == {"html", "pdf", "docx"}
    [(name, page)] = [entry for entry in plan.files.items() if entry[0].endswith(".html")]
    assert name.startswith("教案/")
    text = page.decode()
    assert re.findall(r'(?:href|src)="([^"]+)"', text) == ["../index.html"]
    assert not re.search(r"@import|url\(|<script", text)
    stages = [stage for one in material.plans.values() for s in one.sessions for stage in s.stages]
    assert sum(f"<strong>{stage.title}</strong>" in text for stage in stages) >= 5


def test_a_title_is_made_one_file_name_whatever_it_contains(material):
    plan = next(iter(material.plans.values())).model_copy(update={"title": "一/二 三？四?"})
    made = next(products(replace(material, plans={"one": plan})))
    assert {name.rpartition(".")[0] for name in made.files} == {"教案/一-二-三？四-"}


def test_readme_shows_each_picture_that_there_is():
    named = set(re.findall(r"\(docs/teacher/(\S+)\.png\)", (ROOT / "README.md").read_text("utf-8")))
    pictures = {file.stem: file for file in (ROOT / "docs" / "teacher").iterdir()}
    assert named == pictures.keys()
    assert sum(file.stat().st_size for file in pictures.values()) < 300_000


def test_progress_is_told_once_for_each_task(tmp_path, capsys):
    assert main(["--course", str(SHISHUO), "--pictures", str(tmp_path)]) == 0
    said, told = capsys.readouterr()
    tasks = re.findall(r"^(..)……$", told, re.MULTILINE)
    assert tasks
    assert len(tasks) == len(set(tasks))
    assert re.search(r"共 \d+ 样", told)
    assert sorted(said.split()) == sorted(str(file) for file in tmp_path.iterdir())


def test_the_zip_holds_the_box(box):
    with ZipFile(zip_of(box)) as packed:
        held = {name.removeprefix("teacher/"): packed.read(name) for name in packed.namelist()}
    assert held == files(box)


def test_the_same_course_gives_the_same_bytes(box, tmp_path):
    again = tmp_path / NAME
    assert main(["--course", str(SHISHUO), "--out", str(again), "--quiet"]) == 0
    assert files(again) == files(box)
    assert zip_of(again).read_bytes() == zip_of(box).read_bytes()


def test_the_working_folder_can_be_the_box(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    command._write(Course.at(SHISHUO), [], [], Path())
    assert (tmp_path / "here" / "index.html").exists()
    assert (tmp_path / "here.zip").exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    assert main(["--course", str(SHISHUO), "--out", str(tmp_path), "--quiet"]) == 1
    assert "里有别的文件" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]
