"""``{speech}``: show a run of the speech."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from publishing.errors import CourseError
from publishing.reading.domain import SpeechDomain
from publishing.reading.nodes import run_of
from publishing.sources import speech_of
from speech import BadReferenceError


class SpeechDirective(SphinxDirective):
    """Show the sentences given as argument, at their only primary location.

    The argument is ``p05``, ``p05.s07`` or ``p05.s03-s07``.
    """

    required_arguments: ClassVar[int] = 1

    def run(self) -> list[nodes.Node]:
        """Build the run and record the location of its sentences.

        Raises
        ------
        CourseError
            If the argument is not a valid reference.
        """
        try:
            speech = speech_of(self.env)
            sentences = speech.find(self.arguments[0])
        except BadReferenceError as error:
            raise CourseError(str(error), self.get_location()) from error
        domain = self.env.get_domain("speech")
        assert isinstance(domain, SpeechDomain)
        domain.note(self.env.docname, sentences, self.get_location())
        run = run_of(sentences, speech.counting, primary=True)
        self.set_source_info(run)
        return [run]
