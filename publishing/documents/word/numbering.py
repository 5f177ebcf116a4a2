"""Automatic numbering in Word: adding or removing an entry renumbers the rest."""

from __future__ import annotations

from typing import Any, Final

from docx.document import Document as WordFile
from docx.oxml.ns import qn

from publishing.documents.model import Numbering
from publishing.documents.word.xml import child, element

#: Number format, text, style and indentation (in twips) of each numbering.
_FORMS: Final[dict[Numbering, tuple[str, str, str, int]]] = {
    "bullet": ("bullet", "•", "列项", 360),
    "decimal": ("decimal", "%1.", "列项", 400),
    "letters": ("upperLetter", "%1.", "选项", 860),
    "questions": ("decimal", "%1.", "试题", 460),
    "groups": ("chineseCounting", "%1、", "题组", 560),
}
_HANGING: Final = 400
#: These share one list through the document; the others start a new one each time.
THROUGH: Final = frozenset({"bullet", "questions", "groups"})


class Lists:
    """The list definitions of a file.

    Parameters
    ----------
    file
        The file; list definitions from its template are removed.
    """

    def __init__(self, file: WordFile) -> None:
        self._part: Any = file.part.numbering_part.element
        for old in list(self._part):
            self._part.remove(old)
        self._abstract: dict[Numbering, int] = {}
        self._through: dict[Numbering, int] = {}
        self._made: list[Any] = []
        for number, (name, (form, text, _, left)) in enumerate(_FORMS.items()):
            self._abstract[name] = number
            self._part.append(_abstract(number, form, text, left))

    def number(self, numbering: Numbering, *, restart: bool) -> int:
        """Return the id of the list for the next entries."""
        if numbering in THROUGH and not restart and numbering in self._through:
            return self._through[numbering]
        made = len(self._made) + 1
        num = element("num", numId=str(made))
        child(num, "abstractNumId", val=str(self._abstract[numbering]))
        if numbering != "bullet":
            override = child(num, "lvlOverride", ilvl="0")
            child(override, "startOverride", val="1")
        self._part.append(num)
        self._made.append(num)
        self._through[numbering] = made
        return made


def style_of(numbering: Numbering) -> str:
    """Return the name of the style for a list's paragraphs."""
    return _FORMS[numbering][2]


def belong(paragraph: Any, number: int) -> None:
    """Make a paragraph an entry of a list."""
    properties = paragraph._p.get_or_add_pPr()  # ruff: ignore[private-member-access] (no other way)
    numbered = properties._add_numPr()  # ruff: ignore[private-member-access]
    numbered.append(element("ilvl", val="0"))
    numbered.append(element("numId", val=str(number)))


def _abstract(number: int, form: str, text: str, left: int) -> Any:
    made = element("abstractNum", abstractNumId=str(number))
    child(made, "multiLevelType", val="singleLevel")
    level = child(made, "lvl", ilvl="0")
    child(level, "start", val="1")
    child(level, "numFmt", val=form)
    child(level, "lvlText", val=text)
    child(level, "lvlJc", val="left")
    place = child(level, "pPr")
    child(
        place,
        "ind",
        left=str(left),
        hanging=str(min(left, _HANGING) if form != "chineseCounting" else left),
    )
    return made


def number_of(paragraph: Any) -> int | None:
    """Return the id of the list that a paragraph belongs to, if any."""
    found = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")  # ruff: ignore[private-member-access]
    return None if found is None else int(found.get(qn("w:val")))
