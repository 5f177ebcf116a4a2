"""Mark the indexes' terms in the text of the speech, and link entries to their occurrences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from docutils import nodes
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform

from course import Course, once_a_course
from publishing.indexes.data_files import load_indexes
from publishing.indexes.directives import account
from publishing.indexes.entry import Term
from publishing.indexes.nodes import index_place, index_places, speech_term, term_note
from publishing.indexes.places import Place, places
from publishing.reading.domain import SpeechDomain
from publishing.reading.nodes import speech_run, speech_sentence
from publishing.sources import course_of
from speech import load_speech

_HAN: Final = ("\u4e00", "\u9fff")


class FillPlaces(SphinxPostTransform):
    """Lists the occurrences of each index entry."""

    default_priority = 20

    def run(self, **kwargs: Any) -> None:
        """Set the places of the index nodes, limited to sentences that a chapter shows."""
        domain = self.env.get_domain("speech")
        assert isinstance(domain, SpeechDomain)
        found = entry_places(course_of(self.env))
        for node in self.document.findall(index_places):
            read = [
                (number, place.sentence.id, docname)
                for number, place in enumerate(found.of(node["entry"]), start=1)
                if (docname := domain.where(place.sentence))
            ]
            node["places"] = [(sentence_id, docname) for _, sentence_id, docname in read]
            node["labels"] = [place_label(node["entry"], number) for number, *_ in read]


class MarkPlaces(SphinxPostTransform):
    """Labels every occurrence of every entry in print, so that the index can show page numbers."""

    default_priority = 20
    formats = ("typst",)

    def run(self, **kwargs: Any) -> None:
        """Insert a label after the first character of each occurrence."""
        domain = self.env.get_domain("speech")
        assert isinstance(domain, SpeechDomain)
        labelled = entry_places(course_of(self.env)).by_sentence
        for sentence in self.document.findall(speech_sentence):
            if domain.is_read_at(sentence["sentence"], self.env.docname):
                text = sentence.astext()
                marks: dict[int, list[str]] = defaultdict(list)
                for label, place in labelled.get(sentence["sentence"], ()):
                    marks[_after_first_character(text, place)].append(label)
                sentence.children = []
                sentence.extend(_with_marks(text, marks))


class MarkTerms(SphinxPostTransform):
    """Marks the first occurrence of each term on a web page, and adds its pop-up note."""

    default_priority = 20
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Mark the terms in the speech where it is first shown, and nowhere else."""
        where = self.env.get_domain("std").data["anonlabels"]
        course = course_of(self.env)
        found_places = entry_places(course)
        waiting = [term for term in load_indexes(course).terms if term.anchor in where]
        for run in self.document.findall(speech_run):
            if run["primary"]:
                for sentence in run.findall(speech_sentence):
                    found = _choose(sentence["sentence"], waiting, found_places)
                    if found:
                        self._mark(sentence, found)
                        waiting = [term for term in waiting if term not in dict(found)]

    def _mark(self, sentence: speech_sentence, found: list[tuple[Term, Place]]) -> None:
        text = sentence.astext()
        sentence.children = []
        at = 0
        for term, place in sorted(found, key=lambda pair: pair[1].start):
            uri = entry_uri(self.env, self.app.builder, term.anchor)
            note = f"note-{term.id}"
            sentence += nodes.Text(text[at : place.start])
            sentence += speech_term("", text[place.start : place.stop], refuri=uri, note=note)
            at = place.stop
            opened = term_note("", *account(term), term=term.term, status=term.label)
            opened["refuri"] = uri
            opened["ids"].append(note)
            self.document += opened
        sentence += nodes.Text(text[at:])


def entry_uri(env: BuildEnvironment, builder: Any, name: str) -> str:
    """Return the address of an entry relative to the current page."""
    std: Domain = env.get_domain("std")
    docname, id_ = std.data["anonlabels"][name]
    return f"{builder.get_relative_uri(env.docname, docname)}#{id_}"


def place_label(name: str, number: int) -> str:
    """Return the print label of an entry's occurrence; occurrences are numbered from 1."""
    return f"{name}@{number}"


class EntryPlaces:
    """Where the words of each index entry occur.

    Parameters
    ----------
    course
        The course.

    Attributes
    ----------
    by_sentence : dict
        Occurrences by sentence id, each with its print label.
    """

    def __init__(self, course: Course) -> None:
        speech = load_speech(course)
        self._places = {
            entry.anchor: tuple(places(speech, entry.forms))
            for entry in load_indexes(course).entries
        }
        self.by_sentence: dict[str, list[tuple[str, Place]]] = {}
        for anchor, found in self._places.items():
            for number, place in enumerate(found, start=1):
                labelled = self.by_sentence.setdefault(place.sentence.id, [])
                labelled.append((place_label(anchor, number), place))

    def of(self, anchor: str) -> tuple[Place, ...]:
        """Return the occurrences of an entry, by its HTML id."""
        return self._places[anchor]


#: Finds the occurrences of a course's entries, once for each :class:`Course`.
entry_places = once_a_course(EntryPlaces)


def _after_first_character(text: str, place: Place) -> int:
    """Return the offset for a label: not next to punctuation, nor within a number."""
    for offset in range(place.start, place.stop):
        if _HAN[0] <= text[offset] <= _HAN[1]:
            return offset + 1
    return place.start


def _with_marks(text: str, marks: dict[int, list[str]]) -> Iterator[nodes.Node]:
    at = 0
    for offset in sorted(marks):
        yield nodes.Text(text[at:offset])
        yield index_place("", labels=marks[offset])
        at = offset
    yield nodes.Text(text[at:])


def _choose(
    sentence_id: str, waiting: Iterable[Term], found_places: EntryPlaces
) -> list[tuple[Term, Place]]:
    """Choose the terms to mark in a sentence; if two overlap, the longer one."""
    found = [
        (term, place)
        for term in waiting
        for place in found_places.of(term.anchor)
        if place.sentence.id == sentence_id
    ]
    chosen: list[tuple[Term, Place]] = []
    for term, place in sorted(found, key=lambda pair: pair[1].start - pair[1].stop):
        if all(
            term is not other and (place.stop <= taken.start or taken.stop <= place.start)
            for other, taken in chosen
        ):
            chosen.append((term, place))
    return chosen
