"""Marking in print: the passage or the draft, with wide leading for underlining."""

from typing import Final

from docutils import nodes

from exercises.answer_sheet import AnswerRow
from exercises.kinds.mark.item import MarkItem
from exercises.sheet import exercise_draft, exercise_passage

#: Title of the box around a draft; the same as in ``view.js``.
TITLE: Final = "拟稿（课程编写，不是原文）"
_RULES: Final = 3


def question(item: MarkItem) -> list[nodes.Element]:
    """Lay out the passage, or the draft in its box, without showing which words can be marked."""
    passages = [exercise_passage("", text, leading="wide") for text in item.paragraphs]
    return list(passages) if item.draft is None else [exercise_draft("", *passages, title=TITLE)]


def answer_rows(item: MarkItem) -> list[AnswerRow]:
    """Return rules for copying the marked words, always the same number of them."""
    words = item.key().split("；")
    lines = [words[first::_RULES] for first in range(_RULES)]
    return [AnswerRow("rule", ("；".join(line),)) for line in lines]
