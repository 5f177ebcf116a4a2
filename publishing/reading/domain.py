"""Where each sentence of the speech is read, and links to it from any page."""

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
    """Build a link to the place where a reference is read.

    Parameters
    ----------
    reference
        A valid reference.
    docname
        The document in which the link stands.

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
    """Build a link, by its title, to the page on which a reference is read.

    Parameters
    ----------
    reference
        A valid reference.
    docname
        The document in which the link stands.
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
    """Build a link to where a part's member is read: by its page's title, or by its own words.

    A page that holds the part's heading too has its title there already.

    Parameters
    ----------
    member
        The sentence with which the member begins.
    heading
        The sentence with which the part begins.
    docname
        The document in which the link stands.
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
    """``{cite}`` names a sentence, or a run of them, and links there."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Build the link.

        Raises
        ------
        CourseError
            If the role's text names nothing in the speech.
        """
        try:
            speech_of(self.env).find(self.text)
        except BadReferenceError as error:
            raise CourseError(str(error), self.get_location()) from error
        return [citation(self.text, self.env.docname)], []


class SpeechDomain(Domain):
    """Keeps the document in which each sentence is read."""

    name = "speech"
    label = "Speech"
    # Sphinx declares it on the instance and reads it from the class.
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
        """Note that sentences are read in a document.

        Raises
        ------
        CourseError
            If one of them is read elsewhere already.
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
        """Give the document in which a sentence is read, if any."""
        place = self._places.get(sentence.id)
        return place[0] if place else None

    def read_by_page(self) -> Mapping[str, Sequence[str]]:
        """Give the ids of the sentences read in each document, in the order of the page."""
        return self._docs

    def is_read_at(self, sentence_id: str, docname: str) -> bool:
        """Tell whether a sentence is read in a document."""
        return sentence_id in self._docs.get(docname, [])

    def clear_doc(self, docname: str) -> None:
        """Forget a document that is about to be read again."""
        for sentence_id in self._docs.pop(docname, []):
            self._places.pop(sentence_id, None)

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel reader noted."""
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
        """Link to the first of the cited sentences, or to its page by the page's title."""
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
        """Hold the course to its promise: every sentence once and in order.

        Raises
        ------
        CourseError
            If sentences are missing or out of order; the message names the
            first such sentence.
        """
        read = [
            sentence_id
            for docname in _reading_order(self.env)
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
    """Give a page's title in its two parts, as in 第二章　精准落实……, or in one."""
    number, gap, name = env.titles[docname].astext().partition("\u3000")
    if not gap:
        return [nodes.inline("", number, classes=["chapter-name"])]
    return [
        nodes.inline("", f"{number}{gap}", classes=["chapter-number"]),
        nodes.inline("", name, classes=["chapter-name"]),
    ]


def _reading_order(env: BuildEnvironment) -> Iterator[str]:
    """Walk the documents as the table of contents orders them."""

    def walk(docname: str) -> Iterator[str]:
        yield docname
        for child in env.toctree_includes.get(docname, []):
            yield from walk(child)

    return walk(env.config.root_doc)


def check_complete(app: Sphinx, env: BuildEnvironment) -> None:
    """Check the whole course, unless the configuration says that it is a part."""
    if app.config.course_complete:
        domain = env.get_domain("speech")
        assert isinstance(domain, SpeechDomain)
        domain.check_complete()
