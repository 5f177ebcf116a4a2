"""Characters that the handout's fonts lack are reported where they were typed."""

import re

import pytest

from course.typefaces import RARE, lacking, without_glyph
from exercises.__main__ import main
from tests.exercises.slipped import SOUND

FACES = ("Noto Serif CJK SC", "Noto Sans CJK SC")


def test_what_is_taken_for_granted_is_in_the_fonts():
    taken = [chr(code) for code in range(0x20, 0x10000) if not RARE.match(chr(code))]
    assert len(taken) > 21_000
    assert lacking((each for each in taken if not each.isspace()), FACES) == set()


def test_the_course_has_no_rare_character():
    """Checking the course needs no look-up in the fonts."""
    for file in SOUND.rglob("*.yml"):
        assert not RARE.search(file.read_text(encoding="utf-8")), file


@pytest.mark.parametrize("text", ["讲话", "①√→", "龘", "café"])
def test_what_can_be_shown_is_no_fault(text):
    assert not without_glyph(text)


@pytest.mark.parametrize(
    ("name", "old", "place"),
    [
        ("exercises/bank/c02.yml", "文章连用", r"exercises/bank/c02\.yml:{line}: 题目 c02-three-contrasts 字段 stem："),
        ("exercises/bank/c02.yml", "能说明三组", r"exercises/bank/c02\.yml:{line}: 字段 objectives\.1\.text："),
        ("book/congshi.md", "总说：师道", r"book/congshi\.md:{line}："),
    ],
)  # fmt: skip
def test_an_emoji_is_laid_at_what_holds_it(slipped, capsys, name, old, place):
    line = slipped.slip(name, old, f"{old[:2]}🎉{old[2:]}")
    assert main(["--course", str(slipped.folder), "check"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 2
    assert re.match(place.format(line=line), told[1]), told
    assert "讲义的字体没有字符“🎉”（U+1F389，PARTY POPPER）；请改用常用的写法" in told[1]
