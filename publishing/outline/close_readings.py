"""``{close-reading}``: a passage read in five fixed steps, each of which highlights words of it.

The steps ask the same questions of any passage. A step highlights the words that its statements
quote: on a web page while the step is open; in print they are underlined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Annotated, ClassVar, Final, Self

from docutils import nodes
from pydantic import Field, ValidationInfo, model_validator
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from exercises.grounded import SourceReference, Text, speech_in
from exercises.quoting import quotations
from publishing.errors import CourseError
from publishing.ours.additions import addition
from publishing.outline.data import Entry, outline_file, read_data
from publishing.outline.sayings import Said, said_line
from publishing.reading.domain import citation
from publishing.reading.nodes import speech_quotation
from publishing.sources import speech_of
from speech import Sentence
from speech.display import normalise_quotation

FILE: Final = "close-readings.yml"
ROLE: Final = "close-reading"
#: The steps in order, with the question that each asks of the passage.
STEPS: Final = {
    "whose": "谁的行动",
    "reach": "引导语管到哪里",
    "joints": "连接的关节",
    "force": "力度",
    "unsaid": "没有展开的",
}


class lit_words(nodes.Inline, nodes.TextElement):
    """Words of the passage that steps refer to. Attribute ``steps``: their numbers."""


class close_step(nodes.Part, nodes.Element):
    """A step. Attributes: ``number``, ``title``, ``reading`` (the name of its reading)."""


Step = Annotated[tuple[Said, ...], Field(min_length=1)]


class CloseReading(Entry):
    """A passage and its five steps."""

    title: Text = Field(description="这一处读什么")
    passage: SourceReference = Field(description="读哪几句，如 p05.s12-s14")
    whose: Step = Field(description="谁的行动")
    reach: Step = Field(description="引导语管到哪里")
    joints: Step = Field(description="连接的关节：因为、但、既……也之类")
    force: Step = Field(description="力度：要、可以、应由、严禁、已之类")
    unsaid: Step = Field(description="没有展开的")

    @model_validator(mode="after")
    def _every_step_points(self, info: ValidationInfo) -> Self:
        sentences = speech_in(info).find(self.passage)
        for name in STEPS:
            if not any(
                _pointed(said, sentence) for said in self.step(name) for sentence in sentences
            ):
                raise ValueError(
                    f"{name} 没有引 {self.passage} 里的话；"
                    "请在一句里用“”引出所指的词语，at 写它所在的句子"
                )
        return self

    def step(self, name: str) -> tuple[Said, ...]:
        """Return a step's statements, by its key in :data:`STEPS`."""
        statements: tuple[Said, ...] = getattr(self, name)
        return statements


class CloseReadings(Entry):
    """All close readings, by name."""

    readings: dict[str, CloseReading] = Field(min_length=1)


def _pointed(said: Said, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the spans of a sentence that a statement quotes."""
    if sentence not in said.at:
        return []
    quoted = map(normalise_quotation, quotations(said.text))
    return [
        match.span() for words in quoted for match in re.finditer(re.escape(words), sentence.text)
    ]


class CloseReadingDirective(SphinxDirective):
    """Show a close reading."""

    required_arguments: ClassVar[int] = 1

    def run(self) -> list[nodes.Node]:
        """Build the passage and its steps.

        Raises
        ------
        CourseError
            If there is no close reading of this name.
        """
        readings, name = read_data(self.env, FILE, CloseReadings).readings, self.arguments[0]
        if name not in readings:
            message = (
                f"没有精读示范 {name}；{outline_file(self.env, FILE)} 里有 {'、'.join(readings)}"
            )
            raise CourseError(message, self.get_location())
        reading = readings[name]
        piece = addition("", role=ROLE, title=f"精读示范　{reading.title}", ids=[f"close-{name}"])
        self.set_source_info(piece)
        piece += self._passage(reading)
        for number, (step, title) in enumerate(STEPS.items(), start=1):
            lines = [said_line(said.text, said.at, self.env.docname) for said in reading.step(step)]
            piece += close_step("", *lines, number=number, title=title, reading=name)
        return [piece]

    def _passage(self, reading: CloseReading) -> nodes.paragraph:
        passage = nodes.paragraph("", "", classes=["close-passage"])
        for sentence in speech_of(self.env).find(reading.passage):
            steps = {
                number: [span for said in reading.step(name) for span in _pointed(said, sentence)]
                for number, name in enumerate(STEPS, start=1)
            }
            quotation = speech_quotation("", "", sentence=sentence.id)
            quotation += lit(sentence.text, steps)
            passage += quotation
        passage += [nodes.Text(" "), citation(reading.passage, self.env.docname)]
        return passage


def lit(text: str, steps: Mapping[int, Sequence[tuple[int, int]]]) -> Iterator[nodes.Node]:
    """Split a sentence at the edges of the words that steps refer to.

    Parameters
    ----------
    text
        A sentence.
    steps
        Spans of the words that each step refers to, by its number.

    Yields
    ------
    Node
        Text, or :class:`lit_words`, in order.
    """
    edges = {edge for spans in steps.values() for span in spans for edge in span}
    cuts = sorted({0, len(text), *edges})
    for start, stop in pairwise(cuts):
        pointing = [
            number
            for number, spans in steps.items()
            if any(begin <= start and stop <= end for begin, end in spans)
        ]
        words = text[start:stop]
        yield lit_words("", words, steps=pointing) if pointing else nodes.Text(words)


def setup(app: Sphinx) -> None:
    """Register the directive.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.add_directive(ROLE, CloseReadingDirective)
