"""Text normalisation before a typed answer is compared with a key.

``web/normalise.js`` is this module's twin; the parity test holds the two
together, so a rule is changed in both or in neither.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: White space, and what Unicode calls default-ignorable: nobody sees it in what was pasted. Named
#: one by one, since languages differ on what belongs to them.
UNSEEN: Final = (
    r"\t-\r \x85\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f"
    r"\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
#: A learner may leave quotation marks of any shape out.
_IGNORED: Final = re.compile(rf"[{UNSEEN}\"'“”‘’「」『』]")

#: Marks that may trail or lead a typed answer; NFKC has made them half-width.
_EDGES: Final = ",.;:!?、。"


def normalise(text: str) -> str:
    """Bring a typed answer to the form in which answers are compared.

    Parameters
    ----------
    text
        What the learner typed, or a key.

    Returns
    -------
    str
        NFKC form (full and half width agree) without spaces, what nobody sees,
        quotation marks, and punctuation at either end.
    """
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text)).strip(_EDGES)
