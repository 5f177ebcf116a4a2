"""``python -m exercises export``: files, losses, exit status, and messages on wrong commands."""

from __future__ import annotations

import pytest

from course import Course
from exporting.__main__ import main
from exporting.registry import Format, formats
from tests.exporting.banks import SHISHUO, items
from tests.exporting.sites import make_site
from tests.this_course import COURSE

TEXTS = pytest.mark.parametrize("name", ["gift", "moodle"])
NAMES = pytest.mark.parametrize("name", list(formats()))


pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def site(tmp_path_factory, monkeypatch):
    """Make every course appear to be built."""
    folder = make_site(tmp_path_factory.mktemp("site"))
    monkeypatch.setattr(Course, "site", property(lambda _: folder))


def run(folder, *options, course=SHISHUO):
    return main([*options, "--course", str(course.root), "--out", str(folder)])


@NAMES
def test_the_same_bank_gives_the_same_bytes(name, tmp_path):
    for folder in ("one", "other"):
        assert run(tmp_path / folder, name) == 0
    one, other = (sorted((tmp_path / folder).iterdir()) for folder in ("one", "other"))
    assert [file.name for file in one] == [file.name for file in other]
    assert [file.read_bytes() for file in one] == [file.read_bytes() for file in other]


def test_all_writes_every_format_with_its_losses(tmp_path, capsys):
    assert run(tmp_path, "all") == 0
    written = {file.name for file in tmp_path.iterdir()}
    assert written == {one.file for one in formats().values()} | {
        f"{n}-缺失.txt" for n in formats()
    }
    assert set(capsys.readouterr().out.split()) == {str(tmp_path / name) for name in written}


def test_before_the_pages_are_built_the_items_are_written_and_the_rest_is_told(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr(Course, "site", property(lambda _: tmp_path / "none"))
    assert run(tmp_path, "all") == 0
    assert (tmp_path / "gift.txt").exists()
    assert not list(tmp_path.glob("scorm*"))
    assert "请先运行 make book" in capsys.readouterr().err
    assert run(tmp_path, "scorm12") == 1
    assert "还没有网页可以打包" in capsys.readouterr().err


@TEXTS
def test_only_the_chapters_asked_for_are_written(name, tmp_path):
    assert run(tmp_path, name, "--chapters", "c02，c03", course=COURSE) == 0
    text = (tmp_path / formats()[name].file).read_text(encoding="utf-8")
    lost = (tmp_path / f"{name}-缺失.txt").read_text(encoding="utf-8")
    for item_id in items(COURSE):
        wanted = item_id.startswith(("c02-", "c03-"))
        assert (f".{item_id}." in text or f"\n{item_id}　" in lost) == wanted


@TEXTS
def test_an_item_left_out_is_in_the_list_and_strict_says_so(name, tmp_path, capsys):
    assert run(tmp_path, name, "--strict") == 1
    assert "处缺失" in capsys.readouterr().err
    lost = (tmp_path / f"{name}-缺失.txt").read_text(encoding="utf-8")
    (card,) = [item for item in items(SHISHUO).values() if item.kind == "flashcard"]
    assert f"没有放{card.label}的地方，整题没有导出" in lost.partition(card.id)[2].split("\n\n")[0]
    count = len(items(SHISHUO))
    assert f"共 {count} 题，导出 {count - 1} 题" in lost


def test_strict_is_content_where_nothing_is_lost(tmp_path, monkeypatch):
    whole = {name: lambda *_: (b"", []) for name in formats()}
    for name, write in whole.items():
        monkeypatch.setattr(f"exporting.formats.{name}.FORMAT", None, raising=True)
        shown = Format(name, name, write)
        monkeypatch.setitem(formats(), name, shown)
    assert run(tmp_path, "all", "--strict") == 0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["gift", "--chapters", "c99"], "题库里没有“c99”这一章；--chapters 可写：c01、c02、c03"),
        (["gift", "--course", "/"], "course.yml"),
    ],
)
def test_a_wrong_request_is_one_message(options, words, tmp_path, capsys):
    assert main(["--course", str(SHISHUO.root), "--out", str(tmp_path), *options]) == 1
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_version_that_makes_no_cards_is_one_message(tmp_path, monkeypatch, capsys):
    too_large = SHISHUO.settings.model_copy(update={"version": "202611281530"})
    monkeypatch.setattr(Course, "settings", property(lambda _: too_large))
    assert run(tmp_path, "anki") == 1
    assert "没有导出：course.yml 的 version“202611281530”" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_one_message(tmp_path, capsys):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run(tmp_path / "file", "gift") == 1
    assert "请用 --out 换一个文件夹" in capsys.readouterr().err


def test_an_unknown_format_is_named_in_chinese(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["scorn"])
    assert ended.value.code == 2
    assert "格式 不能是“scorn”；可写：" in capsys.readouterr().err
