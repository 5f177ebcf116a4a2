"""A page has the styles of its kinds only, so no kind may rely on another's styles."""

import re
from pathlib import Path

import pytest

import exercises

EXERCISES = Path(exercises.__path__[0])
STYLES = sorted((EXERCISES / "kinds").glob("*/style.css"))


def made_by(folder: Path) -> set[str]:
    """Return the CSS classes that a folder's scripts and sheet use."""
    scripts = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.js"))
    sheets = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.py"))
    given = re.findall(r"class: [`'\"]([^`'\"]+)", scripts)
    given += re.findall(r"classes=\[([^\]]+)\]", sheets)
    return set(re.findall(r"[\w-]+", " ".join(given)))


@pytest.mark.parametrize("style", STYLES, ids=[style.parent.name for style in STYLES])
def test_what_a_kind_styles_no_other_makes(style):
    rules = re.sub(r"/\*.*?\*/", "", style.read_text(encoding="utf-8"), flags=re.DOTALL)
    styled = set(re.findall(r"\.exercise \.([\w-]+)[^\s,{]*\s*[,{]", rules))
    others = [folder for folder in (EXERCISES / "kinds").iterdir() if folder != style.parent]
    shared = [EXERCISES / "choice", EXERCISES / "gaps", EXERCISES / "web" / "src"]
    wrong = {
        folder.name: both for folder in [*others, *shared] if (both := styled & made_by(folder))
    }
    assert not wrong, "styles of several kinds belong in web/src/exercise.css"
