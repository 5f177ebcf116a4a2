"""The appendix's pages, generated from the speech: full text and display changes."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from publishing.directive_pages import note_page, pages_by_directive
from publishing.reading.domain import SpeechDomain
from publishing.reading.nodes import run_of, speech_heading
from publishing.sources import speech_of
from speech import Paragraph, Speech
from speech.display import RULES, Change

#: The directive of the page that has the whole text.
FULL_TEXT: Final = "speech-appendix"

_NAMES: Final = {"，": "逗号", "：": "冒号", "；": "分号", "（": "括号", "）": "括号"}
#: Characters shown on either side of a change.
_CONTEXT: Final = 6


def full_text_page(env: BuildEnvironment) -> str | None:
    """Give the page of the whole text, where what no chapter reads is found; None without one."""
    return pages_by_directive(env).get(FULL_TEXT)


class SpeechAppendixDirective(SphinxDirective):
    """``{speech-appendix}``: the whole speech once more, for reference."""

    def run(self) -> list[nodes.Node]:
        """Build headings and a run for each paragraph; what no chapter reads is read here."""
        speech = speech_of(self.env)
        note_page(self.env, FULL_TEXT)
        domain = self.env.get_domain("speech")
        assert isinstance(domain, SpeechDomain)
        headings: defaultdict[int, list[nodes.Node]] = defaultdict(list)
        for heading in speech.headings:
            headings[heading.before].append(speech_heading("", heading.text))
        runs: list[nodes.Node] = []
        for paragraph in speech.paragraphs:
            runs += headings.pop(paragraph.number, [])
            outside = paragraph.number in speech.outside
            if outside:
                domain.note(self.env.docname, paragraph.sentences, self.get_location())
            runs.append(
                run_of(paragraph.sentences, speech.counting, primary=False, anchored=outside)
            )
        # Headings with nothing below them end the text.
        return runs + [node for left in headings.values() for node in left]


class DisplayChangesDirective(SphinxDirective):
    """``{display-changes}``: every place where the display text differs from the stored one."""

    def run(self) -> list[nodes.Node]:
        """Build a list for each rule that changed anything."""
        speech = speech_of(self.env)
        return [
            node
            for rule, statement in RULES.items()
            if any(change.rule == rule for p in speech.paragraphs for change in p.changes)
            for node in (
                nodes.paragraph("", f"{statement}："),
                _changes(speech, rule),
            )
        ]


def _changes(speech: Speech, rule: str) -> nodes.bullet_list:
    """List one rule's changes by paragraph."""
    listed = nodes.bullet_list("")
    for paragraph in speech.paragraphs:
        changes = [change for change in paragraph.changes if change.rule == rule]
        if changes:
            told = _told_one_by_one if rule == "spaces" else _counted
            text = f"{paragraph.label}：{told(paragraph, changes)}"
            listed += nodes.list_item("", nodes.paragraph("", text, verbatim=True))
    return listed


def _counted(_: Paragraph, changes: list[Change]) -> str:
    """Count the marks: each mark of the paragraph was changed, so the count is the list."""
    marks = Counter(_NAMES[change.shown] for change in changes)
    return "，".join(f"{name}{count}处" for name, count in marks.items())


def _told_one_by_one(paragraph: Paragraph, changes: list[Change]) -> str:
    """Show each change with its neighbours, a mark in its place."""
    stored = paragraph.stored
    return "；".join(
        stored[max(0, change.position - _CONTEXT) : change.position]
        + "〔空〕"
        + stored[change.position + len(change.stored) :][:_CONTEXT]
        for change in changes
    )


DIRECTIVES: Final = {
    FULL_TEXT: SpeechAppendixDirective,
    "display-changes": DisplayChangesDirective,
}
