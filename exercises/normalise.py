"""Text normalisation before a typed answer is compared with a key.

``web/normalise.js`` is this module's twin; the parity test holds the two
together, so a rule is changed in both or in neither.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: Spaces, and quotation marks of any shape: a learner may leave them out.
_IGNORED: Final = re.compile(r"[ \t\n\r\u3000\u200b\"'“”‘’「」『』]")

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
        NFKC form (full and half width agree) without spaces, quotation marks,
        and punctuation at either end.
    """
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text)).strip(_EDGES)
