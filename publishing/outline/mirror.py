"""``{mirror}``: each task of the second part beside what it returns to in the first.

A pair of sentences is shown by words that stand in both, checked; where there are
none, the pairing is a reading of ours and says so.
"""

from __future__ import annotations

from typing import Final, Self

from docutils import nodes
from pydantic import Field, model_validator
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from exercises.item import Text
from publishing.errors import CourseError
from publishing.outline.data import Entry, SentenceId, read_data, sentence
from publishing.outline.map import map_label
from publishing.outline.points import Points, load_points, ordinal
from publishing.reading.domain import chapter_link, citation
from publishing.reading.nodes import quotation_of
from publishing.reading.tables import (
    RowSort,
    cell,
    course_cell,
    course_row,
    course_table,
    place_line,
    row,
    table_mark,
)

FILE: Final = "mirror.yml"
_HEADS: Final = ("第一部分", "第二部分")
_OURS: Final = "本书的读法："
_OTHER: Final = "其他"
#: Marks of the overview: shown by the speech's own words, or a reading of ours.
_SHOWN, _READ, _NONE = "●", "○", "—"
_SAID: Final = {_SHOWN: "有同样的词", _READ: "本书的读法", _NONE: "没有"}
_OVERVIEW: Final = (
    f"六项任务回到五个方面（{_SHOWN} 前后两句有同样的词；{_READ} 词不同或所指不同，本书的读法；"
    f"{_NONE} 没有）"
)
_SENTENCES: Final = "同一件事，第一部分和第二部分怎样说"


class Pair(Entry):
    """A sentence of the first part and one of the second."""

    first: SentenceId
    second: SentenceId
    words: tuple[str, ...] = ()
    reading: Text | None = None

    @model_validator(mode="after")
    def _shown_or_read(self) -> Self:
        for word in self.words:
            for place in (self.first, self.second):
                if word not in sentence(place).text:
                    raise ValueError(f"words 里的“{word}”不在 {place} 里；请照两句共有的字改")
        if not self.words and not self.reading:
            raise ValueError(
                f"{self.first} 和 {self.second} 没有写共有的 words；"
                "没有共有的词，就用 reading 说明本书为什么把它们放在一起"
            )
        return self


class Task(Entry):
    """A task, its pairs, and what is to be said of it beyond them."""

    task: SentenceId
    pairs: tuple[Pair, ...] = ()
    note: Text | None = None
    sources: tuple[SentenceId, ...] = ()

    @model_validator(mode="after")
    def _something_is_said(self) -> Self:
        if not self.pairs and not self.note:
            raise ValueError(f"{self.task} 没有相应的句子；请在 note 里说明")
        if bool(self.note) != bool(self.sources):
            raise ValueError(f"{self.task} 的 note 要和它的出处 sources 一起写")
        return self


class Mirror(Entry):
    """The whole table."""

    tasks: tuple[Task, ...] = Field(min_length=1)


class MirrorDirective(SphinxDirective):
    """Show the overview and the table of sentences."""

    def run(self) -> list[nodes.Node]:
        """Build both.

        Raises
        ------
        CourseError
            If the tasks are not those of the second point, in order.
        """
        self.env.metadata[self.env.docname]["shows-titles"] = True
        frame, mirror = load_points(self.env), read_data(self.env, FILE, Mirror)
        members = frame.points[1].members
        if tuple(task.task for task in mirror.tasks) != members:
            raise CourseError(
                f"book/outline/{FILE} 的 task 应依次是 {'、'.join(members)}，一项不缺"
            )
        return [self._overview(frame, mirror), self._table(frame, mirror)]

    def _overview(self, frame: Points, mirror: Mirror) -> course_table:
        """Build the table of marks: a row for each task, a column for each aspect."""
        aspects = [ordinal(sentence(member)) for member in frame.points[0].members]
        heads = [*aspects, _OTHER]
        rows = [
            row("head", *(cell(head, scope="col") for head in ("第二部分的任务", *heads))),
        ]
        for task in mirror.tasks:
            marks = {_aspect(frame, pair): _mark(pair) for pair in reversed(task.pairs)}
            # What is shown outweighs what is read, whichever comes first.
            marks |= {_aspect(frame, pair): _SHOWN for pair in task.pairs if pair.words}
            rows.append(
                row(
                    "data",
                    cell([self._task_line(task)], scope="row"),
                    *(_marked(marks.get(head, _NONE)) for head in heads),
                )
            )
        widths = [40, *[10] * len(heads)]
        return course_table("", *rows, caption=_OVERVIEW, style="marks", widths=widths)

    def _table(self, frame: Points, mirror: Mirror) -> course_table:
        """Build the table of sentences: a group of rows for each task."""
        rows = [row("head", *(cell(head, scope="col") for head in _HEADS))]
        for task in mirror.tasks:
            line = self._task_line(task)
            rows.append(row("group", cell([line], scope="rowgroup", span=2)))
            for pair in task.pairs:
                rows.append(self._pair(frame, pair))
                if pair.reading:
                    rows.append(self._said(pair.reading, (pair.first, pair.second)))
            if task.note:
                rows.append(self._said(task.note, task.sources))
        return course_table("", *rows, caption=_SENTENCES, style="pairs", widths=[50, 50])

    def _task_line(self, task: Task) -> place_line:
        return place_line(
            "",
            "",
            map_label("", ordinal(sentence(task.task))),
            chapter_link(task.task, self.env.docname),
        )

    def _pair(self, frame: Points, pair: Pair) -> course_row:
        sort: RowSort = "data"
        cells = []
        for head, place in zip(_HEADS, (pair.first, pair.second), strict=True):
            aspect = _aspect(frame, pair)
            named = "五个方面以外" if aspect == _OTHER else f"{aspect}个方面"
            before = f"{named}　" if place == pair.first else ""
            where = place_line("", before, citation(place, self.env.docname))
            words = nodes.paragraph("", "", quotation_of(sentence(place), pair.words))
            cells.append(cell([where, words], label=head))
        return row(sort, *cells)

    def _said(self, text: str, sources: tuple[str, ...]) -> course_row:
        """Build a row that holds words of ours, with their sources."""
        cited = [citation(source, self.env.docname) for source in dict.fromkeys(sources)]
        said = nodes.paragraph(
            "", "", nodes.strong("", _OURS), nodes.Text(text.removesuffix("。") + " "), *cited
        )
        said += nodes.Text("。")
        return row("data", cell([said], span=2))


def _aspect(frame: Points, pair: Pair) -> str:
    """Name the aspect that a pair goes back to, as the speech counts it."""
    member = frame.points[0].member_of(sentence(pair.first))
    return ordinal(sentence(member)) if member else _OTHER


def _marked(mark: str) -> course_cell:
    return cell([place_line("", "", table_mark("", mark, said=_SAID[mark]))])


def _mark(pair: Pair) -> str:
    return _SHOWN if pair.words else _READ


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("mirror", MirrorDirective)
