"""``{thread}``: the sentences of a theme, with the parts of the text side by side.

A theme's sentences are those that contain one of its words. Exceptions in either direction must be
listed with a reason in ``threads.yml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, zip_longest
from operator import attrgetter
from typing import ClassVar, Final, Self

from docutils import nodes
from pydantic import Field, PrivateAttr, ValidationInfo, model_validator
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from exercises.grounded import speech_in
from publishing.errors import CourseError
from publishing.outline.data import Entry, OneSentence, outline_file, read_data
from publishing.reading.domain import chapter_link, citation
from publishing.reading.nodes import quotation_of
from publishing.reading.tables import place_line, side, side_by_side
from speech import Sentence

FILE: Final = "threads.yml"
_REASON: Final = 4


class Thread(Entry):
    """A theme: its words, and the exceptions with their reasons."""

    words: tuple[str, ...] = Field(min_length=1)
    left_out: dict[OneSentence, str] = Field(default_factory=dict)
    added: dict[OneSentence, str] = Field(default_factory=dict)
    _sentences: tuple[Sentence, ...] = PrivateAttr(default=())

    @model_validator(mode="after")
    def _exceptions_are_exceptions(self, info: ValidationInfo) -> Self:
        speech = speech_in(info)
        held = [s for s in speech.in_chapters if any(word in s.text for word in self.words)]
        for sentence, reason in (self.left_out | self.added).items():
            if len(reason) < _REASON:
                raise ValueError(f"{sentence.id} 没有写明理由；请在冒号后写一句")
        for sentence in self.left_out:
            if sentence not in held:
                raise ValueError(f"left_out 里的 {sentence.id} 本来就不含 words 里的词；请删去")
        for sentence in self.added:
            if sentence in held:
                raise ValueError(f"added 里的 {sentence.id} 含有 words 里的词，不必另加；请删去")
        shown = {*held, *self.added} - self.left_out.keys()
        self._sentences = tuple(sentence for sentence in speech.sentences if sentence in shown)
        return self

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The theme's sentences in the order of the speech."""
        return self._sentences


class Side(Entry):
    """A column of sentences, for one section of the text."""

    title: str = Field(default="", description="这一栏的名称")
    start: OneSentence = Field(alias="from", description="从哪一句起归这一栏")


class Threads(Entry):
    """All themes, by name."""

    sides: tuple[Side, ...] = Field(
        default=(), description="各栏，依次；不写就不分栏，如 - {title: 第一部分, from: p01.s01}"
    )
    threads: dict[str, Thread]

    @model_validator(mode="after")
    def _every_sentence_has_a_side(self) -> Self:
        starts = [side.start for side in self.sides]
        for before, after in pairwise(starts):
            if after.position <= before.position:
                raise ValueError(
                    f"sides 里 {after.id} 排在 {before.id} 后面；请照原文的次序排，各栏不重"
                )
        for name, thread in self.threads.items():
            first = next(iter(thread.sentences), None)
            if starts and first and first.position < starts[0].position:
                raise ValueError(
                    f"线索 {name} 的 {first.id} 在各栏以前，显示不出来；"
                    f"请把 sides 第一栏的 from 改成 {first.id} 或更前的一句"
                )
        return self


class ThreadDirective(SphinxDirective):
    """Show a theme's sentences."""

    required_arguments: ClassVar[int] = 1

    def run(self) -> list[nodes.Node]:
        """Build the columns and the lines about exceptions.

        Raises
        ------
        CourseError
            If there is no theme of this name.
        """
        self.env.metadata[self.env.docname]["shows-titles"] = True
        data = read_data(self.env, FILE, Threads)
        threads, name = data.threads, self.arguments[0]
        if name not in threads:
            raise CourseError(
                f"没有主题线索 {name}；{outline_file(self.env, FILE)} 里有 {'、'.join(threads)}",
                self.get_location(),
            )
        thread = threads[name]
        columns = [
            self._column(title, sentences, thread)
            for title, sentences in _divided(thread.sentences, data.sides)
        ]
        return [side_by_side("", *columns), *self._left_out(thread)]

    def _column(self, title: str, sentences: Sequence[Sentence], thread: Thread) -> side:
        column = side("", title=title)
        if not sentences:
            column += place_line("", "没有句子用到这条线索的词。")
        for _, group in groupby(sentences, lambda sentence: sentence.paragraph):
            in_paragraph = list(group)
            chapter = chapter_link(in_paragraph[0].id, self.env.docname)
            column += place_line("", "", chapter, classes=["place-chapter"])
            for sentence in in_paragraph:
                column += nodes.paragraph(
                    "",
                    "",
                    quotation_of(sentence, thread.words),
                    nodes.Text(" "),
                    citation(sentence.id, self.env.docname),
                    classes=["thread-sentence"],
                )
        return column

    def _left_out(self, thread: Thread) -> Iterator[nodes.Node]:
        """Yield a line for the sentences left out, and one for those added."""
        for words, exceptions in (
            ("含有这些词而没有列出的：", thread.left_out),
            ("不含这些词而列出的：", thread.added),
        ):
            if not exceptions:
                continue
            line = place_line("", words, classes=["thread-exceptions"])
            for place, (sentence, reason) in enumerate(exceptions.items()):
                line += nodes.Text("；" if place else "")
                line += [citation(sentence.id, self.env.docname), nodes.Text(f"，{reason}")]
            line += nodes.Text("。")
            yield line


def _divided(
    sentences: Sequence[Sentence], sides: Sequence[Side]
) -> Iterator[tuple[str, list[Sentence]]]:
    """Yield each column's title and sentences; without sides there is one column."""
    if not sides:
        yield "", list(sentences)
    place = attrgetter("paragraph", "number")
    for side_, following in zip_longest(sides, sides[1:]):
        yield (
            side_.title,
            [
                sentence
                for sentence in sentences
                if place(side_.start) <= place(sentence)
                and (following is None or place(sentence) < place(following.start))
            ],
        )


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("thread", ThreadDirective)
