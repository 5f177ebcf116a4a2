"""Notes for the trainer on a chapter: key points, difficulties, questions, a group case."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from exercises.grounded import SourceReference, Text, speech_in
from publishing.ours.shared_words import shares_words
from publishing.outline.data import Entry
from publishing.outline.sayings import Said, as_list


class Point(Said):
    """A statement that shares a word with each sentence it cites."""

    @model_validator(mode="after")
    def _bears_out(self, info: ValidationInfo) -> Self:
        if not shares_words(self.text, [place.text for place in self.at], speech_in(info).called):
            raise ValueError("这句话与所注的出处没有一个词相同；请改正出处，或用原文的词写出内容")
        return self


class Difficulty(Point):
    """Something difficult to understand, and how to teach it."""

    how: Text = Field(description="怎样讲、怎样练")


class Mistake(Entry):
    """A common wrong answer; the bank explains why it is wrong."""

    item: str = Field(description="题目编号")
    wrong: str = Field(min_length=2, description="错的那个选项，照抄其中几个字")
    why: Text = Field(description="学员为什么会这样想")


class Question(Entry):
    """A question to the class."""

    ask: Text = Field(description="问什么")
    good: tuple[Point, ...] = Field(min_length=1, description="回答要点，逐点注出处")


class Group(Entry):
    """The task of one group in the case."""

    name: Text = Field(description="这一组叫什么")
    task: Text = Field(description="这一组做什么")
    look: Annotated[tuple[SourceReference, ...], BeforeValidator(as_list), Field(min_length=1)] = (
        Field(description="读哪几句")
    )


class Case(Entry):
    """A case for group work; each group gets its own sheet."""

    title: Text = Field(description="案例叫什么")
    minutes: int = Field(ge=5, description="几分钟，连同汇报")
    scene: Text = Field(description="情形；课程编写，不是讲话里的事")
    groups: tuple[Group, ...] = Field(min_length=2)
    report: Text = Field(description="各组怎样汇报")
    good: tuple[Point, ...] = Field(min_length=1, description="参考要点，逐点注出处")


class Board(Entry):
    """A text on the board with its citation and branches."""

    text: Text
    at: SourceReference | None = Field(default=None, description="在哪几句")
    branches: tuple[Board, ...] = ()


class Notes(Entry):
    """All notes on a chapter."""

    matters: tuple[Point, ...] = Field(min_length=1, description="重点")
    hard: tuple[Difficulty, ...] = Field(min_length=1, description="难点和讲法")
    mistakes: tuple[Mistake, ...] = Field(min_length=1, description="学员常错，取自题库的说明")
    questions: tuple[Question, ...] = Field(min_length=1, description="课堂提问")
    case: Case
    board: Board = Field(description="板书")
