"""Things that are easily confused: schema of ``pairs.yml``."""

from __future__ import annotations

from operator import attrgetter
from typing import Annotated, Final, Self

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from course.written import Written
from exercises.grounded import Text, speech_in
from publishing.outline.data import Entry
from publishing.outline.sayings import Quoted, Said, as_list, check_said
from speech import Sentence

FILE: Final = "pairs.yml"


class Saying(Quoted):
    """What the text says about one side, with or instead of an editorial note."""

    note: Text | None = Field(default=None, description="本书的话，一句，如 这里没有说由谁来做")

    @model_validator(mode="after")
    def _one_sentence_of_its_source(self, info: ValidationInfo) -> Self:
        if self.note:
            check_said(self.note, [self.at], speech_in(info))
        return self

    @property
    def quotes(self) -> bool:
        """Whether words of the text are shown."""
        return bool(self.words) or self.note is None


def _short_form(cell: object) -> object:
    """Expand the short forms: ``p05.s12`` for the whole sentence, one saying for a list of one."""
    return [{"at": each} if isinstance(each, str) else each for each in as_list(cell)]


Cell = Annotated[tuple[Saying, ...], BeforeValidator(_short_form), Field(min_length=1)]


class Row(Entry):
    """One aspect in which the sides are compared."""

    what: str = Field(min_length=1, description="比什么，如 谁来做")
    cells: tuple[Cell, ...] = Field(description="各边一格，次序同 sides")


class Pair(Entry):
    """Two or three things that are easily confused."""

    id: Annotated[str, Written(r"^[a-z0-9]+(-[a-z0-9]+)*$", "小写英文字母、数字和 -")]
    title: Text = Field(description="这一组叫什么")
    sides: tuple[Text, ...] = Field(min_length=2, max_length=3, description="易混的两样或三样")
    rows: tuple[Row, ...] = Field(min_length=2)
    difference: tuple[Said, ...] = Field(min_length=1, description="分别在哪里，逐句注出处")
    items: tuple[str, ...] = Field(min_length=1, description="练这一组的题，写题目编号")

    @model_validator(mode="after")
    def _a_cell_for_each_side(self) -> Self:
        for row in self.rows:
            if len(row.cells) != len(self.sides):
                raise ValueError(
                    f"“{row.what}”一行有 {len(row.cells)} 格，sides 有 {len(self.sides)} 样；"
                    "请每样一格，原文没有说的，写 {at: …, note: 这里没有说……}"
                )
        return self

    @property
    def anchor(self) -> str:
        """Id of the full table of this pair."""
        return f"pair-{self.id}"

    @property
    def last(self) -> Sentence:
        """The last of the sentences that it compares."""
        places = [saying.at for row in self.rows for cell in row.cells for saying in cell]
        return max(places, key=attrgetter("position"))


class Pairs(Entry):
    """All pairs, in the order in which they are shown."""

    pairs: tuple[Pair, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _called_differently(self) -> Self:
        ids = [pair.id for pair in self.pairs]
        if twice := next((id_ for id_ in ids if ids.count(id_) > 1), None):
            raise ValueError(f"有两组的 id 都是 {twice}；请改其中一个")
        return self
