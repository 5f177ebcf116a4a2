"""Types for texts about the speech, with exact quotations and existing sources."""

from __future__ import annotations

from typing import Annotated, Final, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)

from exercises.inline import foreign_markup
from exercises.quoting import quotations, stray_marks, unknown_title, unquoted, without_names
from speech import Sentence, Speech

STEM_LIMIT: Final = 80
OPTION_LIMIT: Final = 40
REASON_MINIMUM: Final = 15


def speech_in(info: ValidationInfo) -> Speech:
    """Return the speech that a model is validated against.

    Parameters
    ----------
    info
        Pydantic's validation info; its context must be the speech.

    Raises
    ------
    TypeError
        If there is no such context: use ``model_validate(raw, context=speech)``.
    """
    if not isinstance(info.context, Speech):
        raise TypeError("what quotes the speech is validated with context=speech")
    return info.context


def _quoted_exactly(text: str, info: ValidationInfo) -> str:
    for words in quotations(text):
        if not speech_in(info).quotes(words):
            called = speech_in(info).called
            raise ValueError(f"引文“{words}”与{called}原文不符；请照原文改正，或去掉引号")
    own = without_names(text, speech_in(info))
    if problem := stray_marks(own) or unknown_title(own, speech_in(info)) or foreign_markup(own):
        raise ValueError(problem)
    return text


def _in_speech(reference: str, info: ValidationInfo) -> str:
    speech_in(info).find(reference)
    return reference


def _at_most(limit: int) -> AfterValidator:
    def check(text: str) -> str:
        length = len(unquoted(text))
        if length > limit:
            raise ValueError(f"引文以外有 {length} 个字，至多 {limit} 个；请写短些")
        return text

    return AfterValidator(check)


#: A text by the course's authors; anything in “” must be an exact quotation of the speech.
Text = Annotated[str, Field(min_length=1), AfterValidator(_quoted_exactly)]
Stem = Annotated[Text, _at_most(STEM_LIMIT)]
OptionText = Annotated[Text, _at_most(OPTION_LIMIT)]
#: Feedback: why an answer is right or wrong according to the speech.
Reason = Annotated[Text, Field(min_length=REASON_MINIMUM)]
SourceReference = Annotated[str, AfterValidator(_in_speech)]


class Sourced(BaseModel):
    """Base of models that cite sentences of the speech."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    source: tuple[SourceReference, ...] = Field(
        min_length=1, description="答案所在的段句编号，如 p07.s02 或 p07.s02-s04"
    )
    _sentences: tuple[Sentence, ...] = PrivateAttr(default=())

    @model_validator(mode="after")
    def _look_up(self, info: ValidationInfo) -> Self:
        speech = speech_in(info)
        self._sentences = tuple(s for reference in self.source for s in speech.find(reference))
        return self

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences cited by ``source``, in its order."""
        return self._sentences

    @property
    def cited(self) -> str:
        """The text of these sentences, joined."""
        return "".join(sentence.text for sentence in self._sentences)
