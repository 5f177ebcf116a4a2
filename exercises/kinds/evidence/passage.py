"""The passage of an evidence item: sentences of the speech, some of them grounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
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

from exercises.grounded import Reason, SourceReference, speech_in
from exercises.inline import plain
from speech import Sentence, parse_reference

FEWEST: Final = 3
MOST: Final = 8
_MOST_GROUNDS: Final = 3
_FEWEST_OTHERS: Final = 2
#: So many characters in a row, shared by question and ground, give the ground away.
_TELLTALE: Final = 8


def _one_sentence(reference: str) -> str:
    parsed = parse_reference(reference)
    if parsed.first is None or parsed.first != parsed.last:
        raise ValueError(f"“{reference}”不是一句；每项只写一句，如 p14.s03，几句就分几项写")
    return reference


class PassageEntry(BaseModel):
    """One sentence of the passage, which may be a ground of the decision."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    sentence: Annotated[SourceReference, AfterValidator(_one_sentence)] = Field(
        description="句子编号，如 p14.s03；句子的文字由程序放入"
    )
    key: bool = Field(default=False, description="是否判断的依据")
    feedback: Reason = Field(description="说明这句为什么是判断的依据，或者为什么不是")
    _found: Sentence = PrivateAttr()

    @model_validator(mode="after")
    def _look_up(self, info: ValidationInfo) -> Self:
        (self._found,) = speech_in(info).find(self.sentence)
        return self

    @property
    def found(self) -> Sentence:
        """The sentence that `sentence` cites."""
        return self._found

    @property
    def slot(self) -> str:
        """The slot's name: the sentence's id."""
        return self._found.id


def ground_ids(passage: Iterable[PassageEntry]) -> list[str]:
    """Return the ids of the sentences that are grounds, in the passage's order."""
    return [entry.slot for entry in passage if entry.key]


def check_order(passage: Sequence[PassageEntry]) -> None:
    """Reject sentences that are repeated or not in the speech's order.

    Raises
    ------
    ValueError
        If a sentence does not come after the one before it.
    """
    for id_, times in Counter(entry.slot for entry in passage).items():
        if times > 1:
            raise ValueError(f"passage 里 {id_} 写了 {times} 次；请只留一项")
    for before, after in pairwise(passage):
        if after.found.position < before.found.position:
            raise ValueError(
                f"passage 里 {after.slot} 写在 {before.slot} 后面；请照原文的先后排列各句"
            )


def check_grounds(passage: Sequence[PassageEntry], source: Sequence[Sentence]) -> None:
    """Check the number of grounds and of other sentences, and that the grounds are the source.

    Parameters
    ----------
    passage
        The item's passage.
    source
        The sentences that the item's ``source`` cites.

    Raises
    ------
    ValueError
        If the passage cannot be used.
    """
    ids = ground_ids(passage)
    if not 1 <= len(ids) <= _MOST_GROUNDS:
        raise ValueError(
            f"passage 里要有 1—{_MOST_GROUNDS} 句写 key: true（判断的依据），现有 {len(ids)} 句"
        )
    others = len(passage) - len(ids)
    if others < _FEWEST_OTHERS:
        raise ValueError(
            f"passage 里不是依据的句子至少要 {_FEWEST_OTHERS} 句，现有 {others} 句；"
            "请加上附近容易误认作依据的句子"
        )
    if [sentence.id for sentence in source] != ids:
        raise ValueError(
            f"source 应依次就是 passage 里写 key: true 的句子；请写作 source: [{', '.join(ids)}]"
        )


def check_untold(passage: Sequence[PassageEntry], question: Iterable[str]) -> None:
    """Reject a question that gives a ground away by its wording.

    Words that also occur in a sentence that is not a ground, such as the long name of an office,
    do not count.

    Parameters
    ----------
    passage
        The item's passage.
    question
        The texts that a reader compares with it: stem and options.

    Raises
    ------
    ValueError
        If the question repeats too many words of a ground.
    """
    others = [entry.found.text for entry in passage if not entry.key]
    for text in map(plain, question):
        for entry in passage:
            words = _shared(text, entry.found.text)
            if entry.key and len(words) >= _TELLTALE and not any(words in text for text in others):
                raise ValueError(
                    f"题干或选项里的“{words}”照抄了依据 {entry.slot}（连续 {len(words)} 字），"
                    f"对一对字面就能找到；请换个说法，相同的不要到 {_TELLTALE} 个字"
                )


def _shared(text: str, other: str) -> str:
    """Return the longest run of characters that both texts contain."""
    match = SequenceMatcher(None, text, other, autojunk=False).find_longest_match()
    return text[match.a : match.a + match.size]
