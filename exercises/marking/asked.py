"""Questions of a paper prepared for marking, each with its item, reader and rubric."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.item import Item
from exercises.marking.hook import reader_of
from exercises.marking.readers import Reader
from exercises.papers import Paper, Question
from exercises.rubric import Rubric


@dataclass(frozen=True)
class Asked:
    """A question of a paper, with all that marking it needs.

    Parameters
    ----------
    question
        The question.
    item
        Its item, arranged as on the paper.
    reader
        Reads its typed answers.
    rubric
        Grades them.
    """

    question: Question
    item: Item
    reader: Reader
    rubric: Rubric

    @property
    def number(self) -> int:
        """Its number on the paper."""
        return self.question.number

    @property
    def points(self) -> int:
        """Points for full marks."""
        return self.question.points


def all_asked(paper: Paper) -> list[Asked]:
    """Prepare the questions of a paper, once for the whole class."""
    asked = []
    for question in paper.questions:
        item = question.item.arranged(question.shuffled)
        asked.append(Asked(question, item, reader_of(question, item), item.rubric()))
    return asked
