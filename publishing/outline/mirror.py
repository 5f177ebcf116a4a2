"""``{mirror}``: each member of one part, compared with what it refers to in an earlier part.

A pair of sentences is supported by words that occur in both, which is checked. If there are none,
the pairing is our interpretation and is marked as such.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final, Self

from docutils import nodes
from pydantic import Field, PositiveInt, model_validator
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from exercises.grounded import Text
from publishing.errors import CourseError
from publishing.outline.data import Entry, OneSentence, outline_file, read_data
from publishing.outline.map import map_label
from publishing.outline.points import Part, load_frame
from publishing.reading.domain import chapter_link, citation
from publishing.reading.nodes import quotation_of
from publishing.reading.tables import (
    cell,
    course_cell,
    course_row,
    course_table,
    place_line,
    row,
    table_mark,
)
from publishing.sources import speech_of
from speech import Sentence

FILE: Final = "mirror.yml"
_OURS: Final = "本书的读法："
_OTHER: Final = "其他"
#: Shown instead of a sentence that is the same as in the row above.
_AGAIN: Final = "（同上一句）"
#: Marks in the overview: supported by words of the text, or our interpretation.
_SHOWN, _READ, _NONE = "●", "○", "—"
_SAID: Final = {_SHOWN: "有同样的词", _READ: "本书的读法", _NONE: "没有"}
_MARKS: Final = f"{_SHOWN} 前后两句有同样的词；{_READ} 词不同或所指不同，本书的读法；{_NONE} 没有"


class Pair(Entry):
    """A sentence of the earlier part and one of the later part."""

    first: OneSentence
    second: OneSentence
    words: tuple[str, ...] = ()
    reading: Text | None = None

    @model_validator(mode="after")
    def _shown_or_read(self) -> Self:
        for word in self.words:
            for place in (self.first, self.second):
                if word not in place.text:
                    raise ValueError(f"words 里的“{word}”不在 {place.id} 里；请照两句共有的字改")
        if not self.words and not self.reading:
            raise ValueError(
                f"{self.first.id} 和 {self.second.id} 没有写共有的 words；"
                "没有共有的词，就用 reading 说明本书为什么把它们放在一起"
            )
        return self


class Task(Entry):
    """A member of the later part, its pairs, and a note if there is more to say."""

    task: OneSentence
    pairs: tuple[Pair, ...] = ()
    note: Text | None = None
    sources: tuple[OneSentence, ...] = ()

    @model_validator(mode="after")
    def _something_is_said(self) -> Self:
        if not self.pairs and not self.note:
            raise ValueError(f"{self.task.id} 没有相应的句子；请在 note 里说明")
        if bool(self.note) != bool(self.sources):
            raise ValueError(f"{self.task.id} 的 note 要和它的出处 sources 一起写")
        return self


class Mirror(Entry):
    """The content of the file: a task for each member of the later of two parts."""

    parts: tuple[PositiveInt, PositiveInt] = Field(
        default=(1, 2), description="对照哪两部分，按 points.yml 里的次序，如 [1, 2]"
    )
    tasks: tuple[Task, ...] = Field(min_length=1)


class MirrorDirective(SphinxDirective):
    """Show the overview and the table of sentences."""

    def run(self) -> list[nodes.Node]:
        """Build the two tables.

        Raises
        ------
        CourseError
            If a part does not exist, or the tasks are not the later part's members, in order.
        """
        self.env.metadata[self.env.docname]["shows-titles"] = True
        frame, mirror = load_frame(self.env), read_data(self.env, FILE, Mirror)
        file = outline_file(self.env, FILE)
        if max(mirror.parts) > len(frame.parts):
            raise CourseError(f"{file} 的 parts 应在 1 到 {len(frame.parts)} 之间")
        first, second = (frame.parts[number - 1] for number in mirror.parts)
        if [task.task for task in mirror.tasks] != [*second.members]:
            members = "、".join(member.id for member in second.members)
            raise CourseError(f"{file} 的 task 应依次是 {members}，一项不缺")
        tables = Tables(self.env, first, second)
        return [tables.overview(mirror.tasks), tables.sentences(mirror.tasks)]


class Tables:
    """Builds the two tables of a mirror.

    Parameters
    ----------
    env
        The environment, reading the mirror's page.
    first, second
        The earlier and the later of the two parts.
    """

    def __init__(self, env: BuildEnvironment, first: Part, second: Part) -> None:
        self._env = env
        self._first = first
        self._second = second
        self._elsewhere = f"{first.counted}以外"

    def overview(self, tasks: Sequence[Task]) -> course_table:
        """Build the overview: a row for each task, a column for each member of the earlier part."""
        first, second = self._first, self._second
        heads = [*(self._ordinal(member) for member in first.members), _OTHER]
        opening = cell(f"{second.name}的{second.called}", scope="col")
        names = [self._named(member) for member in first.members]
        rows = [row("head", opening, *names, cell(_OTHER, scope="col"))]
        for task in tasks:
            marks = self._marks(task)
            rows.append(
                row(
                    "data",
                    cell([self._task_line(task)], scope="row"),
                    *(
                        _marked(marks.get(head, _NONE), _anchor(task, place))
                        for place, head in enumerate(heads)
                    ),
                )
            )
        caption = f"{second.counted}回到{first.counted}（{_MARKS}）"
        widths = [40, *[10] * len(heads)]
        return course_table("", *rows, caption=caption, style="marks", widths=widths)

    def sentences(self, tasks: Sequence[Task]) -> course_table:
        """Build the table of sentences: a group of rows for each task."""
        names = (self._first.name, self._second.name)
        rows = [row("head", *(cell(head, scope="col") for head in names))]
        for task in tasks:
            line = self._task_line(task)
            rows.append(row("group", cell([line], scope="rowgroup", span=2)))
            led_to: set[str] = set()
            for place, pair in enumerate(task.pairs):
                rows.append(self._pair(task.pairs, place))
                anchor = _anchor(task, self._column(pair))
                if anchor not in led_to:
                    rows[-1]["ids"].append(anchor)
                    led_to.add(anchor)
                if pair.reading:
                    rows.append(self._said(pair.reading, (pair.first, pair.second)))
            if task.note:
                rows.append(self._said(task.note, task.sources))
        caption = f"同一件事，{names[0]}和{names[1]}怎样说"
        return course_table("", *rows, caption=caption, style="pairs", widths=[50, 50])

    def _named(self, member: Sentence) -> course_cell:
        """Build a column header: the member's ordinal and the title of its chapter."""
        link = place_line("", "", chapter_link(member.id, self._env.docname))
        return cell([place_line("", self._ordinal(member)), link], scope="col")

    def _column(self, pair: Pair) -> int:
        """Return the index of the overview's column for a pair."""
        member = self._first.member_of(pair.first)
        members = [*self._first.members]
        return members.index(member) if member else len(members)

    def _ordinal(self, member: Sentence) -> str:
        return speech_of(self._env).counting.ordinal(member.text)[0]

    def _aspect(self, pair: Pair) -> str:
        """Return the ordinal of the member that a pair refers to."""
        member = self._first.member_of(pair.first)
        return self._ordinal(member) if member else _OTHER

    def _marks(self, task: Task) -> dict[str, str]:
        """Return a task's marks by column; shared words take precedence over an interpretation."""
        read = {self._aspect(pair): _READ for pair in task.pairs if not pair.words}
        return read | {self._aspect(pair): _SHOWN for pair in task.pairs if pair.words}

    def _task_line(self, task: Task) -> place_line:
        return place_line(
            "",
            "",
            map_label("", self._ordinal(task.task)),
            chapter_link(task.task.id, self._env.docname),
        )

    def _pair(self, pairs: Sequence[Pair], at: int) -> course_row:
        pair = pairs[at]
        aspect = self._aspect(pair)
        first = self._first
        member = self._elsewhere if aspect == _OTHER else f"{aspect}{first.measure}{first.called}"
        cells = [
            self._placed(first.name, f"{member}　", [pair.first for pair in pairs], pairs, at),
            self._placed(self._second.name, "", [pair.second for pair in pairs], pairs, at),
        ]
        return row("data", *cells)

    def _placed(
        self, label: str, before: str, places: Sequence[Sentence], pairs: Sequence[Pair], at: int
    ) -> course_cell:
        """Build a cell with a sentence and its citation; a repeated sentence is shown once."""
        place = places[at]
        where = place_line("", before, citation(place.id, self._env.docname))
        if at and places[at - 1] == place:
            return cell([where, place_line("", _AGAIN)], label=label)
        rest = zip(places[at:], pairs[at:], strict=True)
        running = [pair for _, pair in takewhile(lambda two: two[0] == place, rest)]
        words = [word for pair in running for word in pair.words]
        return cell([where, nodes.paragraph("", "", quotation_of(place, words))], label=label)

    def _said(self, text: str, sources: Sequence[Sentence]) -> course_row:
        """Build a row with editorial text and its sources."""
        cited = [citation(source.id, self._env.docname) for source in dict.fromkeys(sources)]
        said = nodes.paragraph(
            "", "", nodes.strong("", _OURS), nodes.Text(text.removesuffix("。") + " "), *cited
        )
        said += nodes.Text("。")
        return row("data", cell([said], span=2))


def _anchor(task: Task, column: int) -> str:
    """Return the id of the first row of a task's sentences for a column of the overview."""
    return f"mirror-{task.task.anchor}-{column}"


def _marked(mark: str, anchor: str) -> course_cell:
    leads_to = "" if mark == _NONE else anchor
    return cell([place_line("", "", table_mark("", mark, said=_SAID[mark], leads_to=leads_to))])


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("mirror", MirrorDirective)
