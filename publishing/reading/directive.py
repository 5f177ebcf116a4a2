"""``{speech}`` shows a run of the speech in the course's text."""

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
    """Show the sentences that the argument names, here and nowhere else.

    The argument is ``p05``, ``p05.s07`` or ``p05.s03-s07``.
    """

    required_arguments: ClassVar[int] = 1

    def run(self) -> list[nodes.Node]:
        """Build the run and note where its sentences stand.

        Raises
        ------
        CourseError
            If the argument names nothing in the speech.
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
