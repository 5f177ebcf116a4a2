"""The appendix: the full text and the list of display changes, generated from the speech."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from publishing.directive_pages import note_page, pages_by_directive
from publishing.reading.domain import SpeechDomain, citation
from publishing.reading.nodes import run_of, speech_heading, speech_place, speech_places
from publishing.sources import speech_of
from speech import Paragraph, Speech
from speech.display import RULES, Change

#: The directive that shows the full text.
FULL_TEXT: Final = "speech-appendix"

_NAMES: Final = {"，": "逗号", "：": "冒号", "；": "分号", "（": "括号", "）": "括号"}
#: Characters shown on either side of a change.
_CONTEXT: Final = 6
#: Number of leading characters that identify a paragraph.
_OPENING: Final = 10


def full_text_page(env: BuildEnvironment) -> str | None:
    """Return the page with the full text, which shows what no chapter does; None without one."""
    return pages_by_directive(env).get(FULL_TEXT)


class SpeechAppendixDirective(SphinxDirective):
    """``{speech-appendix}``: the full text, for reference."""

    def run(self) -> list[nodes.Node]:
        """Build headings and a run for each paragraph.

        Paragraphs that no chapter shows have their primary location here. In print, the text is not
        repeated; a table shows where each paragraph is.
        """
        speech = speech_of(self.env)
        note_page(self.env, FULL_TEXT)
        domain = self.env.get_domain("speech")
        assert isinstance(domain, SpeechDomain)
        headings: defaultdict[int, list[str]] = defaultdict(list)
        for heading in speech.headings:
            headings[heading.before].append(heading.text)
        runs: list[nodes.Node] = []
        places = speech_places()
        for paragraph in speech.paragraphs:
            titles = headings.pop(paragraph.number, [])
            runs += [_on_site(speech_heading("", title)) for title in titles]
            places += [speech_heading("", title) for title in titles]
            outside = paragraph.number in speech.outside
            run = run_of(paragraph.sentences, speech.counting, primary=False, anchored=outside)
            if outside:
                domain.note(self.env.docname, paragraph.sentences, self.get_location())
                runs.append(run)
            else:
                runs.append(_on_site(run))
                places += self._place(paragraph)
        # Headings after the last paragraph.
        left = [title for titles in headings.values() for title in titles]
        runs += [_on_site(speech_heading("", title)) for title in left]
        places += [speech_heading("", title) for title in left]
        return [*runs, addnodes.only("", places, expr="not html")]

    def _place(self, paragraph: Paragraph) -> speech_place:
        first, last = paragraph.sentences[0], paragraph.sentences[-1]
        cited = [citation(place.id, self.env.docname) for place in (first, last)]
        opening = first.text[:_OPENING] + ("……" if len(first.text) > _OPENING else "")
        return speech_place("", *cited, paragraph=paragraph.number, opening=opening)


def _on_site(node: nodes.Node) -> addnodes.only:
    return addnodes.only("", node, expr="html")


class DisplayChangesDirective(SphinxDirective):
    """``{display-changes}``: every difference between the display text and the stored text."""

    def run(self) -> list[nodes.Node]:
        """Build a list for each rule that changed anything; in print only the counts."""
        speech = speech_of(self.env)
        changes = Counter(change.rule for p in speech.paragraphs for change in p.changes)
        listed = [
            node
            for rule, statement in RULES.items()
            if changes[rule]
            for node in (nodes.paragraph("", f"{statement}："), _changes(speech, rule))
        ]
        counts = "；".join(
            f"{statement}，共{changes[rule]}处"
            for rule, statement in RULES.items()
            if changes[rule]
        )
        on_paper = addnodes.only(
            "", nodes.paragraph("", f"{counts}。", verbatim=True), expr="not html"
        )
        return [addnodes.only("", *listed, expr="html"), *([on_paper] if changes else [])]


def _changes(speech: Speech, rule: str) -> nodes.bullet_list:
    """List the changes of one rule by paragraph."""
    listed = nodes.bullet_list("")
    for paragraph in speech.paragraphs:
        changes = [change for change in paragraph.changes if change.rule == rule]
        if changes:
            describe = _one_by_one if rule == "spaces" else _counted
            text = f"{paragraph.label}：{describe(paragraph, changes)}"
            listed += nodes.list_item("", nodes.paragraph("", text, verbatim=True))
    return listed


def _counted(_: Paragraph, changes: list[Change]) -> str:
    """Count the changes of each mark; all of a paragraph's marks were changed."""
    marks = Counter(_NAMES[change.shown] for change in changes)
    return "，".join(f"{name}{count}处" for name, count in marks.items())


def _one_by_one(paragraph: Paragraph, changes: list[Change]) -> str:
    """Show each change in context, with a placeholder for the removed space."""
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
