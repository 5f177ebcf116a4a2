"""References to the speech as authors write them: ``p05``, ``p05.s07``, ``p05.s03-s07``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


class BadReferenceError(ValueError):
    """A reference that cannot be parsed or that points to nothing in the speech.

    Parameters
    ----------
    message
        What is wrong and the nearest valid reference, in Chinese.
    """


_FORM: Final = re.compile(r"p(?P<paragraph>\d{2,})(?:\.s(?P<first>\d{2,})(?:-s(?P<last>\d{2,}))?)?")


@dataclass(frozen=True)
class Reference:
    """A whole paragraph, one of its sentences, or a range of them.

    Parameters
    ----------
    paragraph
        Paragraph number, from 1.
    first, last
        First and last sentence number, from 1 and inclusive. ``None`` for both means the whole
        paragraph.
    """

    paragraph: int
    first: int | None = None
    last: int | None = None

    @property
    def anchor(self) -> str:
        """HTML id of the first sentence, or of the paragraph: ``p05-s07`` or ``p05``."""
        sentence = "" if self.first is None else f"-s{self.first:02}"
        return f"p{self.paragraph:02}{sentence}"

    @property
    def label(self) -> str:
        """The label that readers see: 第7段, 第7段第3句 or 第7段第3—5句."""
        if self.first is None:
            return f"第{self.paragraph}段"
        last = "" if self.last == self.first else f"—{self.last}"
        return f"第{self.paragraph}段第{self.first}{last}句"


def parse_reference(text: str) -> Reference:
    """Parse a reference.

    Parameters
    ----------
    text
        ``pNN``, ``pNN.sNN`` or ``pNN.sNN-sNN``.

    Returns
    -------
    Reference
        The reference; whether it exists is checked by :meth:`speech.model.Speech.find`.

    Raises
    ------
    BadReferenceError
        If `text` has another form, or its range is reversed.
    """
    match = _FORM.fullmatch(text.strip())
    if match is None and ("，" in text or "、" in text):
        raise BadReferenceError(
            f"“{text}”里有中文标点；几个编号之间请用英文逗号，如 [p05.s07, p06.s01]"
        )
    if match is None:
        raise BadReferenceError(
            f"“{text}”不是段句编号；应写作 p05（整段）、p05.s07（一句）或 p05.s03-s07（连续几句）"
        )
    paragraph = int(match["paragraph"])
    if match["first"] is None:
        return Reference(paragraph)
    first = int(match["first"])
    last = int(match["last"]) if match["last"] else first
    if last < first:
        raise BadReferenceError(
            f"“{text}”的起止颠倒；应写作 p{paragraph:02}.s{last:02}-s{first:02}"
        )
    return Reference(paragraph, first, last)
