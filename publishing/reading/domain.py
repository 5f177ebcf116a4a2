"""Sphinx domain of the speech: the location of each sentence, and links to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from publishing.errors import CourseError
from publishing.reading.nodes import quotation_of
from publishing.sources import speech_of
from speech import BadReferenceError, Sentence, parse_reference


def citation(reference: str, docname: str) -> nodes.Node:
    """Make a link to the primary location of a reference.

    Parameters
    ----------
    reference
        A valid reference.
    docname
        The document that contains the link.

    Returns
    -------
    Node
        A cross-reference for Sphinx to resolve.
    """
    return pending_xref(
        "",
        nodes.inline("", parse_reference(reference).label, classes=["cite"]),
        refdomain="speech",
        reftype="cite",
        reftarget=reference,
        refdoc=docname,
        refexplicit=True,
        refwarn=True,
    )


def chapter_link(reference: str, docname: str) -> nodes.Node:
    """Make a link to the page that shows a reference, with the page's title as text.

    Parameters
    ----------
    reference
        A valid reference.
    docname
        The document that contains the link.
    """
    return pending_xref(
        "",
        nodes.inline("", ""),
        refdomain="speech",
        reftype="chapter",
        reftarget=reference,
        refdoc=docname,
        refexplicit=False,
        refwarn=True,
    )


def member_link(member: Sentence, heading: Sentence, docname: str) -> nodes.Node:
    """Make a link to a member of a part, with the title of its page as text.

    If the page also contains the heading of the part, its title would be repeated, so the text is
    the member's first sentence instead.

    Parameters
    ----------
    member
        The first sentence of the member.
    heading
        The heading of the part.
    docname
        The document that contains the link.
    """
    return pending_xref(
        "",
        quotation_of(member),
        refdomain="speech",
        reftype="member",
        reftarget=member.id,
        heading=heading.id,
        refdoc=docname,
        refexplicit=False,
        refwarn=True,
    )


class CiteRole(XRefRole):
    """``{cite}``: a link to a sentence or a range of sentences."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Make the link.

        Raises
        ------
        CourseError
            If the role's text is not a valid reference.
        """
        try:
            speech_of(self.env).find(self.text)
        except BadReferenceError as error:
            raise CourseError(str(error), self.get_location()) from error
        return [citation(self.text, self.env.docname)], []


class SpeechDomain(Domain):
    """Records the primary location of each sentence."""

    name = "speech"
    label = "Speech"
    # Sphinx declares this on the instance but reads it from the class.
    initial_data: dict[str, Any] = {"docs": {}, "places": {}}  # ruff: ignore[mutable-class-default]

    @property
    def _docs(self) -> dict[str, list[str]]:
        """Sentence ids by document, in the order of the page."""
        return self.data["docs"]  # type: ignore[no-any-return]

    @property
    def _places(self) -> dict[str, tuple[str, str]]:
        """Document and location by sentence id."""
        return self.data["places"]  # type: ignore[no-any-return]

    def note(self, docname: str, sentences: Sequence[Sentence], location: str) -> None:
        """Record that a document is the primary location of sentences.

        Raises
        ------
        CourseError
            If one of them already has a primary location.
        """
        for sentence in sentences:
            if sentence.id in self._places:
                raise CourseError(
                    f"{sentence.id} 已在 {self._places[sentence.id][1]} 出现过；"
                    "每句在课程正文里只读一次，请删去其中一处",
                    location,
                )
            self._places[sentence.id] = (docname, location)
            self._docs.setdefault(docname, []).append(sentence.id)

    def where(self, sentence: Sentence) -> str | None:
        """Return the document that is the primary location of a sentence, if any."""
        place = self._places.get(sentence.id)
        return place[0] if place else None

    def read_by_page(self) -> Mapping[str, Sequence[str]]:
        """Return the ids of the sentences located in each document, in page order."""
        return self._docs

    def is_read_at(self, sentence_id: str, docname: str) -> bool:
        """Check whether a document is the primary location of a sentence."""
        return sentence_id in self._docs.get(docname, [])

    def clear_doc(self, docname: str) -> None:
        """Forget a document that will be read again."""
        for sentence_id in self._docs.pop(docname, []):
            self._places.pop(sentence_id, None)

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        """Merge what a parallel reader recorded."""
        for docname in docnames:
            for sentence_id in otherdata["docs"].get(docname, []):
                self._docs.setdefault(docname, []).append(sentence_id)
                self._places[sentence_id] = otherdata["places"][sentence_id]

    def resolve_xref(  # ruff: ignore[too-many-arguments, too-many-positional-arguments] (Sphinx's signature)
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Link to the first cited sentence, or to its page with the page's title."""
        speech = speech_of(env)
        sentences = speech.find(target)
        docname = self.where(sentences[0])
        if docname is None:
            return None
        if typ == "member" and docname == self.where(speech.find(node["heading"])[0]):
            return make_refnode(builder, fromdocname, docname, sentences[0].anchor, [contnode])
        if typ in {"chapter", "member"}:
            return make_refnode(builder, fromdocname, docname, "", _title(env, docname))
        link = make_refnode(builder, fromdocname, docname, sentences[0].anchor, [contnode])
        link["classes"].append("cite")
        link["place"] = target
        return link

    def resolve_any_xref(  # ruff: ignore[too-many-arguments, too-many-positional-arguments] (Sphinx's signature)
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.Element]]:
        """Take no part in the ``any`` role."""
        return []

    def check_complete(self) -> None:
        """Check that the course shows every sentence once and in order.

        Raises
        ------
        CourseError
            If sentences are missing or out of order; the message names the first one.
        """
        read = [
            sentence_id
            for docname in reading_order(self.env)
            for sentence_id in self._docs.get(docname, [])
        ]
        speech = speech_of(self.env)
        wanted = [sentence.id for sentence in speech.in_chapters]
        for sentence_id in wanted:
            if sentence_id not in read:
                raise CourseError(
                    f"课程正文缺少 {sentence_id}；请在相应章节补上 {{speech}} {sentence_id}"
                )
        for found, expected in zip(read, wanted, strict=False):
            if found != expected:
                raise CourseError(
                    f"{speech.called}的次序不对：此处应读 {expected}，实为 {found}",
                    self._places[found][1],
                )


def _title(env: BuildEnvironment, docname: str) -> list[nodes.Node]:
    """Split a page's title in number and name, as in 第二章　精准落实……, if it has both."""
    number, gap, name = env.titles[docname].astext().partition("\u3000")
    if not gap:
        return [nodes.inline("", number, classes=["chapter-name"])]
    return [
        nodes.inline("", f"{number}{gap}", classes=["chapter-number"]),
        nodes.inline("", name, classes=["chapter-name"]),
    ]


def reading_order(env: BuildEnvironment) -> Iterator[str]:
    """Return the documents in the order of the table of contents, nested pages included."""

    def walk(docname: str) -> Iterator[str]:
        yield docname
        for child in env.toctree_includes.get(docname, []):
            yield from walk(child)

    return walk(env.config.root_doc)


def check_complete(app: Sphinx, env: BuildEnvironment) -> None:
    """Check the whole course, unless the configuration says that it is incomplete."""
    if app.config.course_complete:
        domain = env.get_domain("speech")
        assert isinstance(domain, SpeechDomain)
        domain.check_complete()
