"""Text normalisation before a typed answer is compared with a key.

``web/src/normalise.js`` is this module's twin; the parity test compares the two, so change both.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: White space, and characters that Unicode calls default-ignorable, which may be pasted unseen.
#: Listed explicitly, because Python and JavaScript disagree on what these classes contain.
UNSEEN: Final = (
    r"\t-\r \x85\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f"
    r"\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
#: Learners may leave out quotation marks of any shape.
_IGNORED: Final = re.compile(rf"[{UNSEEN}\"'“”‘’「」『』]")

#: Marks ignored at either end of a typed answer; NFKC has made them half-width.
_EDGES: Final = ",.;:!?、。"


def normalise(text: str) -> str:
    """Normalise a typed answer for comparison.

    Parameters
    ----------
    text
        What the learner typed, or a key.

    Returns
    -------
    str
        NFKC form (full and half width agree) without spaces, invisible characters, quotation marks,
        and punctuation at either end.
    """
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text)).strip(_EDGES)
