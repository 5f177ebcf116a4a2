"""The Sphinx builder ``handout``."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, Literal

from sphinx.builders import Builder
from sphinx.util import logging
from sphinx.util.display import progress_message

from publishing.errors import CourseError
from publishing.exercise_output import shown_items
from publishing.handout.base import Reference
from publishing.handout.coverage import coverage
from publishing.handout.markup import string
from publishing.handout.pages import Page, pages
from publishing.handout.translator import TypstTranslator
from publishing.handout.typesetting import typeset
from publishing.sources import bank_of, speech_of

logger = logging.getLogger(__name__)

#: The design: a folder of Typst modules, whose `lib.typ` names what the source calls.
TEMPLATE: Final = Path(__file__).parent / "template"
IMPORT: Final = '#import "template/lib.typ": *\n'
#: What is made for whom: the name of its source and PDF, and the files that it includes.
EDITIONS: Final = {
    "learner": ("handout", ["pages.typ"]),
    "teacher": ("handout-teacher", ["pages.typ", "answers.typ"]),
}


class HandoutBuilder(Builder):
    """Builds both editions of the handout from the whole book."""

    name = "handout"
    format = "typst"
    epilog = "打印讲义在 %(outdir)s。"
    allow_parallel = False

    def init(self) -> None:
        """Remove the last build's handout, so that a failed one leaves none behind."""
        for name, _ in EDITIONS.values():
            (Path(self.outdir) / f"{name}.pdf").unlink(missing_ok=True)

    def get_outdated_docs(self) -> str:
        """Say that the handout is always made anew: it is one document."""
        return "打印讲义"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Give a page's label; see :mod:`publishing.handout.translator`."""
        return docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Give a page's label, which is the same from everywhere."""
        return self.get_target_uri(to, typ)

    def write(
        self,
        build_docnames: Iterable[str] | None,
        updated_docnames: Sequence[str],
        method: Literal["all", "specific", "update"] = "update",
    ) -> None:
        """Write the Typst source and compile both editions.

        Raises
        ------
        CourseError
            If a page holds what cannot be printed, a link leads nowhere, or
            the typesetting fails.
        """
        outdir = Path(self.outdir)
        for name, source in self.sources().items():
            (outdir / name).write_text(source, encoding="utf-8")
        shutil.copytree(TEMPLATE, outdir / TEMPLATE.name, dirs_exist_ok=True)
        compiled: dict[str, bytes] = {}
        for name, _ in EDITIONS.values():
            with progress_message(f"排版 {name}.pdf"):
                compiled[f"{name}.pdf"] = typeset(outdir / f"{name}.typ")
        for name, pdf in compiled.items():
            (outdir / name).write_bytes(pdf)

    def sources(self) -> dict[str, str]:
        """Translate the whole book.

        Returns
        -------
        dict of str to str
            The Typst files by name: each edition's own, and what they include.
        """
        chapters = [self._translated(page) for page in pages(self.env)]
        check_references(chapters)
        titles = [(chapter.page.docname, chapter.title) for chapter in chapters]
        table = coverage(bank_of(self.env), shown_items(self.env), titles)
        included = {
            "pages.typ": f"{IMPORT}{composed(chapters)}",
            "answers.typ": f"{IMPORT}{answers(chapters)}{table}",
        }
        own = {
            f"{name}.typ": "\n".join([
                self._opening(edition),
                *(f'#include "{file}"' for file in files),
                "",
            ])
            for edition, (name, files) in EDITIONS.items()
        }
        return included | own

    def _translated(self, page: Page) -> TypstTranslator:
        doctree = self.env.get_doctree(page.docname)
        self.env.resolve_references(doctree, page.docname, self)
        translator = TypstTranslator(doctree, page)
        doctree.walkabout(translator)
        return translator

    def _opening(self, edition: str) -> str:
        """Load the template and hand it what cover and metadata say."""
        speech = speech_of(self.env)
        told: dict[str, Any] = {
            "edition": edition,
            "title": self.config.html_title,
            "author": self.config.author,
            "speech-called": speech.called,
            "speech-title": speech.title,
            "speech-publisher": speech.publisher,
            "speech-date": speech.date_label,
        }
        arguments = "".join(f"  {name}: {string(value)},\n" for name, value in told.items())
        return f"{IMPORT}#show: handout.with(\n{arguments})\n"


def composed(chapters: Sequence[TypstTranslator]) -> str:
    """Put the pages in order, then the cards to cut out that each has set aside.

    Parameters
    ----------
    chapters
        All translated pages.

    Returns
    -------
    str
        What both editions have.
    """
    bodies = "\n".join(chapter.markup for chapter in chapters)
    cards = "".join(chapter.cards_markup for chapter in chapters)
    return f"{bodies}\n#cards(\n{cards})\n"


def answers(chapters: Sequence[TypstTranslator]) -> str:
    """Put the answers of all pages in order.

    Parameters
    ----------
    chapters
        All translated pages.

    Returns
    -------
    str
        What only the teacher's edition has.
    """
    markup = "\n".join(chapter.answers_markup for chapter in chapters)
    return f"#answers[\n{markup}]\n"


def check_references(chapters: Sequence[TypstTranslator]) -> None:
    """Hold every link of the handout to a target in it.

    Parameters
    ----------
    chapters
        All translated pages.

    Raises
    ------
    CourseError
        If a link leads nowhere, or two targets have the same label.
    """
    labels: set[str] = set()
    for chapter in chapters:
        for label in chapter.labels:
            if label in labels:
                raise CourseError(f"打印讲义里有两处标记都叫 {label}；请改名其中一处")
            labels.add(label)
    references: list[Reference] = [link for chapter in chapters for link in chapter.references]
    for link in references:
        if link.label not in labels:
            raise CourseError(f"链接“{link.label}”在打印讲义里没有去处；请改正链接", link.location)
