"""The display text: the stored text with its typing normalised.

The stored page uses half-width punctuation and has stray spaces inside words. A few rules, applied
to the whole text, correct this. They change no Han character and no digit, and every change is
recorded so that the appendix can list it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Change:
    """One place where the display text differs from the stored text.

    Parameters
    ----------
    rule
        Name of the rule, a key of :data:`RULES`.
    position
        Offset in the stored paragraph, in characters.
    stored
        The characters in the stored text.
    shown
        Their replacement in the display text.
    """

    rule: str
    position: int
    stored: str
    shown: str


#: Half-width punctuation and its full-width equivalents (GB/T 15834).
FULL_WIDTH: Final = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）"}

#: The rules by name, with their description in the appendix.
RULES: Final = {
    "punctuation": "半角的逗号、冒号、分号、括号改为全角",
    "spaces": "字间多余的空格删去",
}

_PATTERN: Final = re.compile(
    r"(?P<punctuation>[" + re.escape("".join(FULL_WIDTH)) + r"])|(?P<spaces>\s+)"
)
_LATIN_LETTER: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
#: Punctuation that may occur between a Latin word and a space.
_LATIN_MARKS: Final = "'’.,;:!?()\"-"


def display_text(stored: str) -> tuple[str, tuple[Change, ...]]:
    """Apply the display rules to one stored paragraph.

    Parameters
    ----------
    stored
        The paragraph as in the source file.

    Returns
    -------
    text : str
        The text as readers see it.
    changes : tuple of Change
        Every difference from `stored`, in order.
    """
    changes: list[Change] = []

    def apply(match: re.Match[str]) -> str:
        rule = match.lastgroup or ""
        found = match.group()
        latin = _is_latin(stored, match)
        if rule == "punctuation":
            shown = found if latin else FULL_WIDTH[found]
        else:
            shown = " " if latin else ""
        if shown == found:
            return found
        changes.append(Change(rule, match.start(), found, shown))
        return shown

    return _PATTERN.sub(apply, stored), tuple(changes)


def _is_latin(stored: str, match: re.Match[str]) -> bool:
    """Check whether a space or mark belongs to Latin text or a number: ``To be, or``, ``3,000``.

    A digit counts as Latin if the character on the other side is a Latin letter: ``Windows 10``.
    """
    before, after = stored[: match.start()], stored[match.end() :]
    if before[-1:].isdecimal() and after[:1].isdecimal():
        return match.lastgroup == "punctuation"
    before = before.rstrip().rstrip(_LATIN_MARKS)[-1:]
    after = after.lstrip().lstrip(_LATIN_MARKS)[:1]
    letters = [bool(_LATIN_LETTER.match(character)) for character in (before, after)]
    return any(letters) and all(
        letter or character.isdecimal()
        for letter, character in zip(letters, (before, after), strict=True)
    )


def normalise_quotation(text: str) -> str:
    """Normalise a quotation as typed by an author to the form of the display text.

    Parameters
    ----------
    text
        The quotation, with any spacing and punctuation width.

    Returns
    -------
    str
        The same words after the display rules, for a substring search.
    """
    return display_text(text)[0]
