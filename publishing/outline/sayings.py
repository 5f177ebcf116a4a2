"""Building blocks of the outline's data: quotations, and editorial text with its sources.

Words of the text are referred to by sentence; if only part of the sentence is meant, it is typed
and checked. Editorial text is one sentence, quotes only its sources, and is shown with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Final, Self

from docutils import nodes
from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from exercises.grounded import Text, speech_in
from exercises.quoting import quotations
from publishing.outline.data import Entry, OneSentence
from publishing.reading.domain import citation
from publishing.reading.nodes import speech_quotation
from speech import Sentence, Speech

_ENDS: Final = "。！？"


def as_list(value: Any) -> Any:
    """Wrap a single entry in a list."""
    return value if isinstance(value, list | tuple) else [value]


#: One sentence or several, written ``p01.s02`` or ``[p01.s02, p01.s04]``.
Sentences = Annotated[tuple[OneSentence, ...], BeforeValidator(as_list), Field(min_length=1)]


class Quoted(Entry):
    """Words of the text: a whole sentence, or part of it."""

    at: OneSentence = Field(description="段句编号，如 p05.s12")
    words: str = Field(default="", description="只引其中几个字时照抄原文；不写就引整句")

    @model_validator(mode="after")
    def _stand_there(self) -> Self:
        check_run(self.words, self.at)
        return self

    @property
    def text(self) -> str:
        """The quoted words."""
        return self.words or self.at.text


class Said(Entry):
    """An editorial sentence, with the sentences on which it rests."""

    text: Text = Field(description="本书的话，一句；引号里的字照抄出处")
    at: Sentences = Field(description="它的出处，如 p05.s12 或 [p05.s12, p05.s14]")

    @model_validator(mode="after")
    def _one_sentence_of_its_sources(self, info: ValidationInfo) -> Self:
        check_said(self.text, self.at, speech_in(info))
        return self


def check_run(words: str, place: Sentence) -> None:
    """Check that a sentence contains some words.

    Raises
    ------
    ValueError
        If it does not.
    """
    if words not in place.text:
        raise ValueError(f"{place.id} 里没有“{words}”；请照原文改正，或改段句编号")


def check_said(text: str, places: Sequence[Sentence], speech: Speech) -> None:
    """Check that an editorial text is one sentence and quotes only its sources.

    Raises
    ------
    ValueError
        If it is not one sentence, or quotes something else.
    """
    for words in quotations(text):
        if not speech.stands_in(words, {place.paragraph for place in places}):
            found = "、".join(place.id for place in speech.holders(words))
            raise ValueError(f"引文“{words}”不在所注的段落里；它的出处是 {found}，请写进 at")
    for words in quotations(text):
        text = text.replace(words, "")
    if any(end in text[:-1] for end in _ENDS):
        raise ValueError("只写一句话；要说两句，请分写两条，各注出处")


def quoted_line(quoted: Quoted, docname: str, *, classes: Sequence[str] = ()) -> nodes.paragraph:
    """Make a paragraph with words of the text and their citation.

    Parameters
    ----------
    quoted
        The words.
    docname
        The page on which they are shown.
    classes
        CSS classes of the paragraph.
    """
    words = speech_quotation("", quoted.text, sentence=quoted.at.id)
    return nodes.paragraph(
        "", "", words, nodes.Text(" "), citation(quoted.at.id, docname), classes=[*classes]
    )


def said_line(
    text: str, places: Sequence[Sentence], docname: str, *, label: str = ""
) -> nodes.paragraph:
    """Make a paragraph with an editorial sentence and its citations.

    Parameters
    ----------
    text
        The sentence.
    places
        The sentences on which it rests.
    docname
        The page on which it is shown.
    label
        Emphasised text before it.
    """
    line = nodes.paragraph("", "")
    if label:
        line += nodes.strong("", label)
    line += nodes.Text(text.removesuffix("。") + " ")
    for number, place in enumerate(dict.fromkeys(places)):
        line += [nodes.Text("、")] if number else []
        line += citation(place.id, docname)
    line += nodes.Text("。")
    return line
