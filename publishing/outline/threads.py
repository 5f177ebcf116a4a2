"""``{thread}``: the sentences of a theme, the first part beside the second.

The sentences are found by the theme's words. One that is left out, or added without
holding a word, says why in ``book/outline/threads.yml``; there is no other choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar, Final, Self

from docutils import nodes
from pydantic import Field, model_validator
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from publishing.errors import CourseError
from publishing.outline.data import Entry, SentenceId, read_data
from publishing.outline.points import load_points
from publishing.reading.domain import COURSE_PARAGRAPHS, chapter_link, citation
from publishing.reading.nodes import quotation_of
from publishing.reading.tables import place_line, side, side_by_side
from speech import Sentence, load_speech

FILE: Final = "threads.yml"
_REASON: Final = 4
_SIDES: Final = ("导言和第一部分", "第二部分")


class Thread(Entry):
    """A theme: its words, and the exceptions to them with their reasons."""

    words: tuple[str, ...] = Field(min_length=1)
    left_out: dict[SentenceId, str] = Field(default_factory=dict)
    added: dict[SentenceId, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _exceptions_are_exceptions(self) -> Self:
        held = {sentence.id for sentence in self._holders()}
        for sentence_id, reason in (self.left_out | self.added).items():
            if len(reason) < _REASON:
                raise ValueError(f"{sentence_id} 没有写明理由；请在冒号后写一句")
        for sentence_id in self.left_out:
            if sentence_id not in held:
                raise ValueError(f"left_out 里的 {sentence_id} 本来就不含 words 里的词；请删去")
        for sentence_id in self.added:
            if sentence_id in held:
                raise ValueError(f"added 里的 {sentence_id} 含有 words 里的词，不必另加；请删去")
        return self

    def _holders(self) -> Iterator[Sentence]:
        """Give all sentences of the course that hold one of the words."""
        for sentence in load_speech().sentences:
            read = sentence.paragraph <= COURSE_PARAGRAPHS
            if read and any(word in sentence.text for word in self.words):
                yield sentence

    def sentences(self) -> list[Sentence]:
        """Give the theme's sentences in the order of the speech."""
        shown = {sentence.id for sentence in self._holders()} - set(self.left_out)
        shown |= set(self.added)
        return [sentence for sentence in load_speech().sentences if sentence.id in shown]


class Threads(Entry):
    """All themes by the name that a page calls them by."""

    threads: dict[str, Thread]


class ThreadDirective(SphinxDirective):
    """Show a theme's sentences."""

    required_arguments: ClassVar[int] = 1

    def run(self) -> list[nodes.Node]:
        """Build the columns and the line about what is left out.

        Raises
        ------
        CourseError
            If there is no theme of this name.
        """
        self.env.metadata[self.env.docname]["shows-titles"] = True
        threads = read_data(self.env, FILE, Threads).threads
        name = self.arguments[0]
        if name not in threads:
            raise CourseError(
                f"没有主题线索 {name}；book/outline/{FILE} 里有 {'、'.join(threads)}",
                self.get_location(),
            )
        thread, turn = threads[name], load_points(self.env).turn
        found = thread.sentences()
        halves = (
            [sentence for sentence in found if sentence.paragraph < turn],
            [sentence for sentence in found if sentence.paragraph >= turn],
        )
        columns = [
            self._column(title, half, thread) for title, half in zip(_SIDES, halves, strict=True)
        ]
        return [side_by_side("", *columns), *self._left_out(thread)]

    def _column(self, title: str, sentences: list[Sentence], thread: Thread) -> side:
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
        """Tell which sentences hold the words and are not shown, and which are shown without."""
        for words, exceptions in (
            ("含有这些词而没有列出的：", thread.left_out),
            ("不含这些词而列出的：", thread.added),
        ):
            if not exceptions:
                continue
            line = place_line("", words, classes=["thread-exceptions"])
            for place, (sentence_id, reason) in enumerate(exceptions.items()):
                line += nodes.Text("；" if place else "")
                line += [citation(sentence_id, self.env.docname), nodes.Text(f"，{reason}")]
            line += nodes.Text("。")
            yield line


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("thread", ThreadDirective)
