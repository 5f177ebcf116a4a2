"""Compiling: reproducible output, and errors that say how to fix them."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from docutils.core import publish_doctree
from pypdf import PdfReader

from exercises.sheet import exercise_grid, exercise_option, exercise_options
from publishing.errors import CourseError
from publishing.handout.composition import answers, composed
from publishing.handout.fonts import PACKAGES, check_faces
from publishing.handout.typesetting import TEMPLATE, typeset
from tests.handout.doctrees import entry, every_form, exercise_of, translate, translated
from tests.handout.reading import BUILT, Pdf

OPENING = '#import "template/lib.typ": *\n#show: handout.with(title: "题", author: "编者")\n'


def read(source: Path) -> list[str]:
    """Compile, and return the text of each page."""
    printed = source.with_suffix(".pdf")
    printed.write_bytes(typeset(source))
    return Pdf(printed).bodies()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    shutil.copytree(TEMPLATE, tmp_path / TEMPLATE.name)
    return tmp_path / "handout.typ"


def test_the_same_source_gives_the_same_bytes(learner: Pdf, teacher: Pdf) -> None:
    assert typeset(BUILT / "handout.typ") == learner.path.read_bytes()
    assert typeset(BUILT / "handout-teacher.typ") == teacher.path.read_bytes()


def test_the_template_understands_all_that_the_translator_says(source: Path) -> None:
    written = publish_doctree(
        """
第一章　题目
============

有\\ **重点**\\ 、\\ *强调*\\ 、\\ ``字面``\\ 和\\ `外部链接 <https://example.org/>`__\\ 。

节
----

1. 第一步

   - 里层

====== ======
方面   任务
====== ======
甲     乙
====== ======
""",
        settings_overrides={"doctitle_xform": False},
    )
    body = translated(written).markup
    source.write_text(f"{OPENING}{body}", encoding="utf-8")
    typeset(source)
    for call in ("strong", "emph", "literal", "web-link", "steps", "bullets", "data-table"):
        assert f"#{call}" in body


@pytest.mark.parametrize("answered", [False, True])
def test_every_form_of_exercise_can_be_set(source: Path, *, answered: bool) -> None:
    pages = [translate(every_form())]
    written = composed(pages) + (answers(pages) if answered else "")
    source.write_text(f"{OPENING}{written}", encoding="utf-8")
    text = "".join(read(source))
    for form in (
        "某地的情境",
        "（1）小题",
        "划词的原文",
        "拟稿的题目",
        "拟的一稿",
        "又一项",
        "左一",
        "右二",
        "第二行",
        "机制",
        "正面",
    ):
        assert form in text
    assert ("答案：" in text) == answered


@pytest.mark.parametrize("used", range(70, 230, 10))
def test_a_long_exercise_breaks_between_options_only(source: Path, used: int) -> None:
    # Each option ends as it begins, so it is on one page if both ends are.
    told = [f"甲{letter}{'长选项' * 20}乙{letter}" for letter in "ABCDEF"]
    options = [
        exercise_option("", text, label=letter) for letter, text in zip("ABCDEF", told, strict=True)
    ]
    markup = translate(exercise_of("题干", exercise_options("", *options, marker="any"))).markup
    lowered = markup.replace("#exercise(", f"#v({used}mm)\n#exercise(")
    source.write_text(f"{OPENING}{lowered}", encoding="utf-8")
    pages = [text for text in read(source) if "长选项" in text]
    assert all(sum(text in page for page in pages) == 1 for text in told)
    assert all(text in pages[0] for text in ("题干", *told[:2]))
    assert all(text in pages[-1] for text in told[-2:])
    # If there is room for a part of it, it starts on this page instead of leaving a gap.
    assert len(pages) == (2 if 160 <= used <= 200 else 1)


def test_a_table_to_tick_repeats_its_head_and_keeps_its_rows_whole(source: Path) -> None:
    rows = [f"甲{n}{'一行' * 150}乙{n}" for n in range(100, 110)]
    grid = exercise_grid("", *map(entry, rows), corner="卡片", heads=["第一类", "第二类"])
    page = translate(exercise_of("题干", grid))
    source.write_text(f"{OPENING}{page.markup}", encoding="utf-8")
    pages = [text for text in read(source) if "一行" in text]
    assert len(pages) > 1
    assert all("卡片第一类第二类" in text for text in pages)
    assert all(sum(row in text for text in pages) == 1 for row in rows)


def test_a_head_with_links_is_repeated_without_them(source: Path) -> None:
    rows = "[好], " * 200
    table = f'#course-table("", (1,), "", head-row([#link(<top>)[一要]]), {rows})'
    source.write_text(f"{OPENING}= 题 <top>\n{table}\n", encoding="utf-8")
    pages = [text for text in read(source) if "好" in text]
    assert len(pages) > 1
    assert all("一要" in text for text in pages)


def test_a_face_is_either_the_speechs_or_ours(source: Path) -> None:
    # The numbers of paragraphs are ours.
    run = "#speech-run(primary: true)[#speech-part(1, 1, numbered: false, ())[好*好*]]"
    for printed, expected in ((run, "NotoSerif"), ("#paragraph[好*好*]", "NotoSans")):
        source.write_text(
            f"{OPENING}#set page(header: none, footer: none)\n{printed}\n", encoding="utf-8"
        )
        page = PdfReader(BytesIO(typeset(source))).pages[-1]
        fonts = [font["/BaseFont"] for font in page["/Resources"]["/Font"].values()]
        assert fonts
        assert all(expected in font for font in fonts), fonts


def test_a_missing_glyph_is_named_with_its_place(source: Path) -> None:
    source.write_text(
        OPENING + '// @ book/c02.md:5\n#paragraph[#"好";]\n'
        '// @ book/c03.md:12\n#paragraph[#"有一个ก字";]\n',
        encoding="utf-8",
    )
    with pytest.raises(CourseError, match=r"U\+0E01.*出现在 book/c03\.md:12；"):
        typeset(source)


def test_a_glyph_missing_in_the_speech_face_only_is_missing(source: Path) -> None:
    run = '#speech-run(primary: true)[#speech-part(1, 1, ())[#"好鿫";]]'
    source.write_text(f"{OPENING}// @ book/c03.md:12\n{run}\n", encoding="utf-8")
    with pytest.raises(CourseError, match=r"Noto Serif CJK SC 没有字符.*U\+9FEB"):
        typeset(source)


def test_other_errors_of_typst_are_shown(source: Path) -> None:
    source.write_text(f"{OPENING}#no-such-function()\n", encoding="utf-8")
    with pytest.raises(CourseError, match="no-such-function"):
        typeset(source)


def test_a_missing_face_is_named_with_its_package() -> None:
    installed = [face for face in PACKAGES if face != "Noto Serif CJK SC"]
    with pytest.raises(CourseError, match=r"缺少字体 Noto Serif CJK SC；.*fonts-noto-cjk"):
        check_faces(installed)
