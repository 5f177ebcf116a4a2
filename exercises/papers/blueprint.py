"""A blueprint: which chapters, levels and kinds the items of a test paper are drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from course import Fault, FaultyError
from course.written import Written
from exercises.item import Level


class BlueprintError(FaultyError):
    """A blueprint cannot be used."""

    subject = "命题蓝图"


class Row(BaseModel):
    """A number of items of some levels and kinds, with the points for each."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    levels: tuple[Level, ...] = Field(min_length=1, description="认知层次，可写几个")
    kinds: tuple[Annotated[str, Written(r"^[\w-]+$", "题型，如 single")], ...] = Field(
        default=(), description="题型；不写就是一切不靠自评的题型"
    )
    items: int = Field(ge=1, description="抽几道题")
    points: int = Field(ge=1, description="每题几分")


class Part(BaseModel):
    """A group of chapters, over which each row's items are spread evenly."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    name: str = Field(min_length=1, description="这一组章的名称，用于成绩单")
    chapters: tuple[Annotated[str, Written(r"^\w+$", "章的编号，如 c21")], ...] = Field(
        min_length=1, description="章的编号，即题库文件开头的 chapter"
    )
    rows: tuple[Row, ...] = Field(min_length=1, description="每行：层次、题型、题数、每题分值")


class Blueprint(BaseModel):
    """The specification of a test paper."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    id: Annotated[str, Written(r"^[a-z][a-z0-9]*$", "小写英文字母和数字，如 final")] = Field(
        description="蓝图编号，与文件同名，是试卷编号的开头"
    )
    title: str = Field(min_length=1, description="试卷名称")
    minutes: int = Field(ge=1, description="建议用时（分钟），只作提示")
    parts: tuple[Part, ...] = Field(min_length=1)
    _file: Path = PrivateAttr(default=Path())
    _lines: Mapping[tuple[int, int], int] = PrivateAttr(default_factory=dict)

    def noted(self, file: Path, lines: Mapping[tuple[int, int], int]) -> Self:
        """Record where the blueprint was read, for messages about a bank that cannot meet it.

        Parameters
        ----------
        file
            Its file; for a derived blueprint, that of its chapter.
        lines
            Line numbers by (part, row), both from 0.
        """
        self._file, self._lines = file, lines
        return self

    def fault(self, part: int, row: int, message: str) -> Fault:
        """Return a fault of a row."""
        place = f"parts.{part + 1}.rows.{row + 1}"
        return Fault(self._file, self._lines.get((part, row), 1), "", place, message)

    @property
    def size(self) -> int:
        """Number of items on a paper."""
        return sum(row.items for part in self.parts for row in part.rows)

    @property
    def total(self) -> int:
        """Points of a paper."""
        return sum(row.items * row.points for part in self.parts for row in part.rows)
