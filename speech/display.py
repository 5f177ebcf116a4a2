"""The display text: what a reader sees in place of the stored typing.

The stored page uses half-width punctuation and has stray spaces inside words.
A few rules, each total over the text, set that right. They change no Han
character and no digit, and every single change is recorded so that the
appendix can list it.
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
        Name of the rule that made the change, a key of :data:`RULES`.
    position
        Offset of the change in the stored paragraph, in characters.
    stored
        The characters that stand in the stored text.
    shown
        The characters that stand in their place in the display text.
    """

    rule: str
    position: int
    stored: str
    shown: str


#: Half-width marks of the stored page and the full-width marks of GB/T 15834.
FULL_WIDTH: Final = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）"}

#: The rules by name, each with the words in which the appendix states it.
RULES: Final = {
    "punctuation": "半角的逗号、冒号、分号、括号改为全角",
    "spaces": "字间多余的空格删去",
}

_PATTERN: Final = re.compile(
    r"(?P<punctuation>[" + re.escape("".join(FULL_WIDTH)) + r"])|(?P<spaces>\s+)"
)
_LATIN_LETTER: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
#: Marks that may stand between a Latin word and the space after or before it.
_LATIN_MARKS: Final = "'’.,;:!?()\"-"


def display_text(stored: str) -> tuple[str, tuple[Change, ...]]:
    """Apply the display rules to one stored paragraph.

    Parameters
    ----------
    stored
        The paragraph as it stands in the source file.

    Returns
    -------
    text : str
        What the reader sees.
    changes : tuple of Change
        Every difference between the two, in order.
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
    """Tell whether a space or mark belongs to Latin words or a number: ``To be, or``, ``3,000``.

    A figure is part of Latin words where it stands beside one, as in ``Windows 10``.
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
    """Bring a typed quotation to the form of the display text.

    Parameters
    ----------
    text
        Words that an author typed as a quotation, with whatever spacing and
        punctuation width the keyboard gave.

    Returns
    -------
    str
        The same words under the display rules, ready for a substring search.
    """
    return display_text(text)[0]
