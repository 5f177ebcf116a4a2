"""The typed model of a speech: its paragraphs p01, p02 … and their sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from course.counting import Counting
from speech.display import Change, normalise_quotation
from speech.reference import BadReferenceError, Reference, parse_reference


@dataclass(frozen=True)
class Sentence:
    """One sentence of the speech.

    Parameters
    ----------
    paragraph
        Number of its paragraph, from 1.
    number
        Its number in the paragraph, from 1.
    text
        Its display text, closing marks included.
    """

    paragraph: int
    number: int
    text: str

    @property
    def id(self) -> str:
        """Identifier as authors write it, such as ``p05.s07``."""
        return f"p{self.paragraph:02}.s{self.number:02}"

    @property
    def anchor(self) -> str:
        """HTML id, such as ``p05-s07``."""
        return self.id.replace(".", "-")

    @property
    def position(self) -> tuple[int, int]:
        """Its place in the text, by which sentences are ordered: paragraph and number."""
        return self.paragraph, self.number

    @property
    def label(self) -> str:
        """The name a reader sees, such as 第5段第7句."""
        return Reference(self.paragraph, self.number, self.number).label


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the speech.

    Parameters
    ----------
    number
        Its number, from 1.
    line
        Its line in the stored file, from 1.
    stored
        Its text as stored.
    text
        Its display text.
    changes
        What the display rules changed in it.
    sentences
        Its sentences; their texts joined are `text`.
    """

    number: int
    line: int
    stored: str
    text: str
    changes: tuple[Change, ...]
    sentences: tuple[Sentence, ...]

    @property
    def id(self) -> str:
        """Identifier and HTML id, such as ``p05``."""
        return f"p{self.number:02}"

    @property
    def label(self) -> str:
        """The name a reader sees, such as 第5段."""
        return Reference(self.number).label


@dataclass(frozen=True)
class Heading:
    """A heading of the speech's own: no paragraph, so that nothing counts, reads or cites it.

    Parameters
    ----------
    line
        Its line in the stored file, from 1.
    text
        Its words, without the marks of Markdown.
    before
        Number of the paragraph before which it stands; one more than there are, at the end.
    """

    line: int
    text: str
    before: int


@dataclass(frozen=True)
class Speech:
    """The whole speech.

    Parameters
    ----------
    title
        Its title.
    paragraphs
        All paragraphs in order.
    date
        Date of publication, ``YYYY-MM-DD``; empty if none is stored.
    publisher
        Author or publisher; may be empty.
    called
        What the course calls it, such as 讲话.
    outside
        Numbers of the paragraphs that no chapter reads, such as a note of provenance.
    counting
        How it counts its points.
    headings
        Its own headings, in order.
    """

    title: str
    paragraphs: tuple[Paragraph, ...]
    date: str = ""
    publisher: str = ""
    called: str = "原文"
    outside: frozenset[int] = field(default_factory=frozenset)
    counting: Counting = field(default_factory=Counting)
    headings: tuple[Heading, ...] = ()

    @property
    def date_label(self) -> str:
        """Date of publication as a reader sees it, such as 2023年4月18日."""
        if not self.date:
            return ""
        year, month, day = map(int, self.date.split("-"))
        return f"{year}年{month}月{day}日"

    @cached_property
    def text(self) -> str:
        """Display text of all paragraphs, one a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each paragraph begins in `text`."""
        lengths = (len(paragraph.text) + 1 for paragraph in self.paragraphs)
        return list(accumulate(lengths, initial=0))[:-1]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order."""
        return tuple(s for paragraph in self.paragraphs for s in paragraph.sentences)

    @cached_property
    def in_chapters(self) -> tuple[Sentence, ...]:
        """The sentences that the chapters read, in order."""
        return tuple(s for s in self.sentences if s.paragraph not in self.outside)

    def paragraph(self, number: int) -> Paragraph:
        """Look up a paragraph.

        Parameters
        ----------
        number
            Paragraph number, from 1.

        Returns
        -------
        Paragraph
            The paragraph of that number.

        Raises
        ------
        BadReferenceError
            If there is none; the message names the nearest.
        """
        if not 1 <= number <= len(self.paragraphs):
            nearest = self.paragraphs[min(max(number, 1), len(self.paragraphs)) - 1]
            raise BadReferenceError(f"{self.called}没有段落 p{number:02}；最接近的是 {nearest.id}")
        return self.paragraphs[number - 1]

    def find(self, reference: Reference | str) -> tuple[Sentence, ...]:
        """Look up the sentences that a reference names.

        Parameters
        ----------
        reference
            A reference, or its written form.

        Returns
        -------
        tuple of Sentence
            The sentences in order, never empty.

        Raises
        ------
        BadReferenceError
            If it names a paragraph or sentence that does not exist; the
            message gives the nearest valid identifier.
        """
        if isinstance(reference, str):
            reference = parse_reference(reference)
        paragraph = self.paragraph(reference.paragraph)
        if reference.first is None or reference.last is None:
            return paragraph.sentences
        for number in (reference.first, reference.last):
            if not 1 <= number <= len(paragraph.sentences):
                nearest = paragraph.sentences[min(max(number, 1), len(paragraph.sentences)) - 1]
                raise BadReferenceError(
                    f"{self.called}没有句子 {paragraph.id}.s{number:02}；最接近的是 {nearest.id}"
                )
        return paragraph.sentences[reference.first - 1 : reference.last]

    def quotes(self, words: str) -> bool:
        """Tell whether words stand in the speech, as one exact run.

        Parameters
        ----------
        words
            A quotation as an author typed it.

        Returns
        -------
        bool
            True if, under the display rules, one paragraph or heading contains it.
        """
        return normalise_quotation(words) in self.text or self.heads(words)

    def stands_in(self, words: str, paragraphs: Iterable[int]) -> bool:
        """Tell whether one of some paragraphs, given by their numbers, has some words.

        Parameters
        ----------
        words
            A quotation as an author typed it.
        paragraphs
            Numbers of existing paragraphs, from 1.
        """
        wanted = normalise_quotation(words)
        return any(wanted in self.paragraphs[number - 1].text for number in paragraphs)

    def heads(self, words: str) -> bool:
        """Tell whether words stand in a heading of the speech, or in its title."""
        wanted = normalise_quotation(words)
        heads = (self.title, *(heading.text for heading in self.headings))
        return any(wanted in normalise_quotation(head) for head in heads)

    def holders(self, words: str) -> tuple[Sentence, ...]:
        """Find where words stand.

        Parameters
        ----------
        words
            A quotation as an author typed it.

        Returns
        -------
        tuple of Sentence
            Of each paragraph that contains it as an exact run under the display
            rules, the sentences that do; where it runs over several, the first of them.
        """
        wanted = normalise_quotation(words)
        return tuple(
            sentence
            for paragraph in self._paragraphs_with(wanted)
            for sentence in _holding(paragraph, wanted)
        )

    def _paragraphs_with(self, wanted: str) -> Iterator[Paragraph]:
        """Find the paragraphs by one search of the text: a book has thousands of quotations."""
        at = self.text.find(wanted)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            yield self.paragraphs[place]
            following = self._starts[place + 1 : place + 2]
            at = self.text.find(wanted, following[0]) if following else -1


def _holding(paragraph: Paragraph, wanted: str) -> tuple[Sentence, ...]:
    """Give a paragraph's sentences that hold a run, or the one in which it begins."""
    holding = tuple(s for s in paragraph.sentences if wanted in s.text)
    if holding:
        return holding
    before = paragraph.text.index(wanted)
    for sentence in paragraph.sentences:
        if before < len(sentence.text):
            return (sentence,)
        before -= len(sentence.text)
    return ()
