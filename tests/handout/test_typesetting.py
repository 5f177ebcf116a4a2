"""Compiling: the same bytes, and errors that say what to mend."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docutils.core import publish_doctree

from publishing import handout
from publishing.errors import CourseError
from publishing.handout.fonts import PACKAGES, check_faces
from publishing.handout.typesetting import typeset
from tests.handout.doctrees import translated
from tests.handout.reading import BUILT, Pdf

OPENING = '#import "template.typ": *\n#show: handout.with(title: "题", author: "编者")\n'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    shutil.copy(Path(handout.__file__).parent / "template.typ", tmp_path)
    return tmp_path / "handout.typ"


def test_the_same_source_gives_the_same_bytes(learner: Pdf, teacher: Pdf) -> None:
    assert typeset(BUILT / "handout.typ", "learner") == learner.path.read_bytes()
    assert typeset(BUILT / "handout.typ", "teacher") == teacher.path.read_bytes()


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
    typeset(source, "learner")
    for call in ("strong", "emph", "literal", "web-link", "steps", "bullets", "data-table"):
        assert f"#{call}" in body


def test_a_missing_glyph_is_named_with_its_place(source: Path) -> None:
    source.write_text(
        OPENING + '// @ book/c02.md:5\n#paragraph[#"好";]\n'
        '// @ book/c03.md:12\n#paragraph[#"有一个ก字";]\n',
        encoding="utf-8",
    )
    with pytest.raises(CourseError, match=r"U\+0E01.*出现在 book/c03\.md:12；"):
        typeset(source, "learner")


def test_a_glyph_missing_in_the_speech_face_only_is_missing(source: Path) -> None:
    run = '#speech-run(primary: true)[#speech-part(1, 1, ())[#"好☭";]]'
    source.write_text(f"{OPENING}// @ book/c03.md:12\n{run}\n", encoding="utf-8")
    with pytest.raises(CourseError, match=r"LXGW WenKai 没有字符.*U\+262D"):
        typeset(source, "learner")


def test_other_errors_of_typst_are_shown(source: Path) -> None:
    source.write_text(f"{OPENING}#no-such-function()\n", encoding="utf-8")
    with pytest.raises(CourseError, match="no-such-function"):
        typeset(source, "learner")


def test_a_missing_face_is_named_with_its_package() -> None:
    installed = [face for face in PACKAGES if face != "LXGW WenKai"]
    with pytest.raises(CourseError, match=r"缺少字体 LXGW WenKai；.*fonts-lxgw-wenkai"):
        check_faces(installed)
