"""Schema of index entries: terms, people and documents, numbers and times.

An entry is a form of words in the speech, with references to what the speech says about it. Where
the words occur is never typed; :mod:`publishing.indexes.places` finds it.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)

from course.written import Written
from exercises.grounded import Text, speech_in
from speech import BadReferenceError

#: What the text does with a term; files may put the text's name before it: 讲话未展开.
Status = Literal["作了说明", "只提到其中一部分", "未展开"]
EXPLAINED: Final[Status] = "作了说明"
PARTLY: Final[Status] = "只提到其中一部分"
NAMED: Final[Status] = "未展开"

#: Pairs of marks that must be balanced; otherwise a quotation was cut off within them.
_PAIRS: Final = ("“”", "‘’", "《》", "（）")


def _run(text: str, info: ValidationInfo) -> str:
    speech = speech_in(info)
    if not any(text in paragraph.text for paragraph in speech.paragraphs):
        raise ValueError(f"{speech.called}里没有“{text}”这几个字；请照原文写，标点也要一致")
    return text


def _whole(text: str) -> str:
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            raise ValueError(f"{opening}与{closing}没有成对；请把引文截在标点以外")
    return text


#: Words that occur in the speech, verbatim.
Run = Annotated[str, Field(min_length=1), AfterValidator(_run)]
#: A note written by us; what it quotes must be in the speech.
Note = Annotated[Text, Field(min_length=4, max_length=60)]


class Saying(BaseModel):
    """What the speech says about an entry: whole sentences, or part of one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    at: str = Field(description="段句编号，如 p05.s12")
    words: str = Field(default="", description="只引其中几个字时照抄原文；不写就引整句")

    _sentence: str = PrivateAttr(default="")

    @model_validator(mode="after")
    def _stands_there(self, info: ValidationInfo) -> Saying:
        try:
            text = "".join(sentence.text for sentence in speech_in(info).find(self.at))
        except BadReferenceError as error:
            raise ValueError(str(error)) from error
        if self.words not in text:
            raise ValueError(f"{self.at} 里没有“{self.words}”；请照原文改正，或改段句编号")
        self._sentence = text
        _whole(self.text)
        return self

    @property
    def text(self) -> str:
        """The quoted words."""
        return self.words or self._sentence


def _short_form(saying: Any) -> Any:
    """Expand the short form ``p05.s12``, which stands for the whole sentence."""
    return {"at": saying} if isinstance(saying, str) else saying


Sayings = tuple[Annotated[Saying, BeforeValidator(_short_form)], ...]


class Entry(BaseModel):
    """Fields common to all entries."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    prefix: ClassVar[str]

    id: Annotated[
        str,
        Written(r"^[a-z0-9]+(-[a-z0-9]+)*$", "小写英文字母、数字和 -，如 sige-jianchi"),
    ] = Field(description="编号；定了就不再改")
    term: Run = Field(description="词目，照抄原文")
    also: tuple[Run, ...] = Field(default=(), description="原文里指同一事物的其他写法")
    says: Sayings = Field(default=(), description="原文怎样说它")
    note: Note | None = None

    @property
    def anchor(self) -> str:
        """HTML id, which is the same in all builds."""
        return f"{self.prefix}-{self.id}"

    @property
    def label(self) -> str:
        """What kind of entry it is, as readers see it."""
        raise NotImplementedError

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms of words that count as occurrences of the entry."""
        return (self.term, *self.also)


def _without_name(status: Any, info: ValidationInfo) -> Any:
    return status.removeprefix(speech_in(info).called) if isinstance(status, str) else status


class Term(Entry):
    """An entry of the index of terms."""

    prefix: ClassVar[str] = "term"
    status: Annotated[Status, BeforeValidator(_without_name)] = EXPLAINED
    _called: str = PrivateAttr(default="")

    @property
    def label(self) -> str:
        """What the text does with the term."""
        return f"{self._called}{self.status}"

    @model_validator(mode="after")
    def _says_what_it_claims(self, info: ValidationInfo) -> Term:
        self._called = speech_in(info).called
        if self.status != NAMED and not self.says:
            raise ValueError(
                f"写着“{self.label}”，就要在 says 里引出原文；"
                f"没有可引的，请写 status: {self._called}{NAMED}"
            )
        if self.status == PARTLY and self.note is None:
            raise ValueError("只提到其中一部分时，请在 note 里说明提到的是哪一部分")
        return self


class Name(Entry):
    """An entry of the index of people and documents."""

    prefix: ClassVar[str] = "name"
    sort: str = Field(min_length=1, description="哪一类：course.yml 的 names.sorts 里的一个")

    @property
    def label(self) -> str:
        """Person, document or meeting."""
        return self.sort


class Number(Entry):
    """An entry of the index of numbers and times."""

    prefix: ClassVar[str] = "number"
    sort: Literal["时间", "数目"]
    says: Annotated[Sayings, Field(min_length=1)]

    @property
    def label(self) -> str:
        """Time or number."""
        return self.sort


class PassedOver(BaseModel):
    """Words that look as if they belonged in an index but are deliberately left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: Annotated[tuple[Run, ...], Field(min_length=1)]
    reason: str = Field(min_length=4, description="为什么不收")
