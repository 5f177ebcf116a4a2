"""Forms to fill in: sign-in sheet, feedback on the course, certificate."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, Field, model_validator

from course.written import Written
from exercises.grounded import Text
from publishing.documents.model import (
    Block,
    Document,
    Heading,
    Lines,
    NewPage,
    Paragraph,
    Style,
    Table,
)
from publishing.outline.data import Entry

FormId = Annotated[str, Written(r"^[a-z0-9]+(-[a-z0-9]+)*$", "小写英文字母、数字和 -")]


class Blank(Entry):
    """A table to fill in."""

    heads: tuple[Text, ...] = Field(min_length=1, description="各列的标题")
    widths: tuple[Annotated[float, Field(gt=0)], ...] = Field(
        default=(), description="各列的宽度，比例；不写就一样宽"
    )
    rows: int = Field(default=0, ge=0, description="空着几行")
    numbered: bool = Field(default=False, description="第一列印上 1、2、3……")
    first: tuple[Text, ...] = Field(default=(), description="第一列印什么，一行一条")
    room: float = Field(default=9, gt=0, description="一行有多高，毫米")

    @model_validator(mode="after")
    def _one_width_each(self) -> Self:
        if self.widths and len(self.widths) != len(self.heads):
            raise ValueError(
                f"widths 有 {len(self.widths)} 个，heads 有 {len(self.heads)} 列；请一列写一个"
            )
        if bool(self.rows) == bool(self.first):
            raise ValueError("请写 rows（空着几行）或 first（第一列印什么），只写一样")
        return self

    def table(self, alt: str) -> Table:
        """Return the table."""
        starts = self.first or tuple(
            str(row) if self.numbered else "" for row in range(1, self.rows + 1)
        )
        empty = ("",) * (len(self.heads) - 1)
        widths = self.widths or (1.0,) * len(self.heads)
        return Table(self.heads, tuple((start, *empty) for start in starts), widths, alt, self.room)


class Part(Entry):
    """One part of a form; exactly one of its fields is given."""

    heading: Text | None = Field(default=None, description="小标题")
    text: Text | None = Field(default=None, description="一段文字；要填的地方写＿＿＿＿")
    style: Style = Field(
        default="body",
        description="文字的样子：body、lead、small、quote、scene、display（大字居中）",
    )
    table: Blank | None = Field(default=None, description="要填的表")
    lines: int | None = Field(default=None, ge=1, description="几条书写的横线")
    page: bool = Field(default=False, description="true：另起一页")

    @model_validator(mode="after")
    def _one(self) -> Self:
        given = [self.heading, self.text, self.table, self.lines, self.page or None]
        if sum(part is not None for part in given) != 1:
            raise ValueError("一条只写一样：heading、text、table、lines 或 page")
        return self

    def block(self, title: str) -> Block:
        """Return the part as a block of a document."""
        if self.heading:
            return Heading(self.heading)
        if self.text:
            return Paragraph(self.text, self.style)
        if self.table:
            return self.table.table(title)
        return Lines(self.lines) if self.lines else NewPage()


class Form(Entry):
    """A form."""

    title: Text = Field(description="表的名称")
    told: Text = Field(description="这张表做什么用，写在教学资料的目录里")
    landscape: bool = Field(default=False, description="true：横着印")
    parts: tuple[Part, ...] = Field(min_length=1)

    def document(self, foot: str) -> Document:
        """Return the form as a document."""
        blocks = tuple(part.block(self.title) for part in self.parts)
        return Document(self.title, blocks, foot, self.landscape)


class Forms(BaseModel):
    """All of ``forms.yml``."""

    model_config = {"extra": "forbid", "frozen": True}

    forms: dict[FormId, Form] = Field(min_length=1, description="各张表，按编号")


__all__ = ["Form", "Forms"]
