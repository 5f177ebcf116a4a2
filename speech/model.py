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
        Its number within the paragraph, from 1.
    text
        Its display text, including closing punctuation.
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
        """Sort key: paragraph number and sentence number."""
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
        Its first line in the stored file, from 1.
    stored
        Its text as stored.
    text
        Its display text.
    changes
        What the display rules changed in it.
    sentences
        Its sentences; joined, their texts are `text`.
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
    """A heading within the stored text. It is no paragraph: it is not numbered, cited or counted.

    Parameters
    ----------
    line
        Its line in the stored file, from 1.
    text
        Its text without Markdown markup.
    before
        Number of the paragraph that follows it; one more than the last number if none follows.
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
        What the course calls the text, such as 讲话.
    outside
        Numbers of the paragraphs that belong to no chapter, such as a note on provenance.
    counting
        How it numbers its points.
    headings
        Its headings, in order.
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
        """Date of publication as readers see it, such as 2023年4月18日."""
        if not self.date:
            return ""
        year, month, day = map(int, self.date.split("-"))
        return f"{year}年{month}月{day}日"

    @cached_property
    def text(self) -> str:
        """Display text of all paragraphs, one per line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @cached_property
    def _starts(self) -> list[int]:
        """Offset of each paragraph in `text`."""
        lengths = (len(paragraph.text) + 1 for paragraph in self.paragraphs)
        return list(accumulate(lengths, initial=0))[:-1]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order."""
        return tuple(s for paragraph in self.paragraphs for s in paragraph.sentences)

    @cached_property
    def in_chapters(self) -> tuple[Sentence, ...]:
        """The sentences that are part of a chapter, in order."""
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
            The paragraph.

        Raises
        ------
        BadReferenceError
            If it does not exist; the message names the nearest one.
        """
        if not 1 <= number <= len(self.paragraphs):
            nearest = self.paragraphs[min(max(number, 1), len(self.paragraphs)) - 1]
            raise BadReferenceError(f"{self.called}没有段落 p{number:02}；最接近的是 {nearest.id}")
        return self.paragraphs[number - 1]

    def find(self, reference: Reference | str) -> tuple[Sentence, ...]:
        """Look up the sentences that a reference points to.

        Parameters
        ----------
        reference
            A reference, or its written form.

        Returns
        -------
        tuple of Sentence
            The sentences in order, at least one.

        Raises
        ------
        BadReferenceError
            If the paragraph or a sentence does not exist; the message names the nearest id.
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
        """Check whether the speech contains a quotation, verbatim.

        Parameters
        ----------
        words
            A quotation as typed by an author.

        Returns
        -------
        bool
            True if one paragraph or heading contains it after the display rules.
        """
        return normalise_quotation(words) in self.text or self.heads(words)

    def stands_in(self, words: str, paragraphs: Iterable[int]) -> bool:
        """Check whether at least one of the given paragraphs contains a quotation.

        Parameters
        ----------
        words
            A quotation as typed by an author.
        paragraphs
            Numbers of existing paragraphs, from 1.
        """
        wanted = normalise_quotation(words)
        return any(wanted in self.paragraphs[number - 1].text for number in paragraphs)

    def heads(self, words: str) -> bool:
        """Check whether the title or a heading of the speech contains a quotation."""
        wanted = normalise_quotation(words)
        heads = (self.title, *(heading.text for heading in self.headings))
        return any(wanted in normalise_quotation(head) for head in heads)

    def holders(self, words: str) -> tuple[Sentence, ...]:
        """Find the sentences that contain a quotation.

        Parameters
        ----------
        words
            A quotation as typed by an author.

        Returns
        -------
        tuple of Sentence
            For each paragraph that contains it, the sentences that contain it; if it spans several
            sentences, the first of these.
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
    """Return a paragraph's sentences that contain a string, or the one in which it begins."""
    holding = tuple(s for s in paragraph.sentences if wanted in s.text)
    if holding:
        return holding
    before = paragraph.text.index(wanted)
    for sentence in paragraph.sentences:
        if before < len(sentence.text):
            return (sentence,)
        before -= len(sentence.text)
    return ()
