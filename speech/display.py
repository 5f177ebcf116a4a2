"""The display text: the stored text with its typing normalised.

The stored page uses half-width punctuation and has stray spaces inside words. A few rules, applied
to the whole text, correct this. They change no Han character and no digit, and every change is
recorded so that the appendix can list it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from speech.latin import is_latin, narrow_brackets


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

_MARKS_AND_SPACES: Final = re.compile(rf"[{re.escape(''.join(FULL_WIDTH))}]|\s+")


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
    marked = _marked(stored)
    changes: list[Change] = []

    def apply(match: re.Match[str]) -> str:
        found, start, end = match.group(), match.start(), match.end()
        rule = "spaces" if found.isspace() else "punctuation"
        if rule == "punctuation":
            shown = marked[start]
        else:
            shown = " " if start > 0 and end < len(stored) and is_latin(marked, start, end) else ""
        if shown != found:
            changes.append(Change(rule, start, found, shown))
        return shown

    return _MARKS_AND_SPACES.sub(apply, stored), tuple(changes)


def _marked(stored: str) -> list[str]:
    """Return the characters of a paragraph, with full-width marks where the text is Chinese."""
    marked = list(stored)
    narrow = narrow_brackets(marked)
    for place, character in enumerate(stored):
        if character in "()" and place not in narrow:
            marked[place] = FULL_WIDTH[character]
    for place, character in enumerate(stored):
        if (
            character in FULL_WIDTH
            and character not in "()"
            and not _in_number(stored, place)
            and not is_latin(marked, place, place + 1)
        ):
            marked[place] = FULL_WIDTH[character]
    return marked


def _in_number(stored: str, place: int) -> bool:
    """Check whether a mark is between two digits: ``3,000``, ``12:30``."""
    return stored[place - 1 : place].isdecimal() and stored[place + 1 : place + 2].isdecimal()


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
