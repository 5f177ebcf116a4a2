"""The Sphinx builder ``handout``."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final, Literal

from sphinx.builders import Builder
from sphinx.util import logging

from publishing.errors import CourseError
from publishing.exercise_output import shown_items
from publishing.handout.composition import Read, answers, composed, translated
from publishing.handout.editions import (
    BOOKLET,
    EDITIONS,
    FILES,
    LEARNER,
    READING,
    TEACHER,
    Part,
    requested,
)
from publishing.handout.markup import string
from publishing.handout.objectives_table import coverage
from publishing.handout.pages import Page, pages
from publishing.handout.typesetting import TEMPLATE, typeset
from publishing.sources import bank_of, speech_of

logger = logging.getLogger(__name__)

IMPORT: Final = '#import "template/lib.typ": *\n'


#: Editions that share content; Typst lays it out only once if they are compiled in sequence.
TOGETHER: Final = ([LEARNER.file, TEACHER.file], [READING.file])


class HandoutBuilder(Builder):
    """Builds the editions of the whole book, or the requested part."""

    name = "handout"
    format = "typst"
    epilog = "打印讲义在 %(outdir)s。"
    allow_parallel = False

    def init(self) -> None:
        """Remove previous output, so that a failed build leaves none of it behind."""
        part = requested()
        for name in FILES if part is None else [part.file]:
            (Path(self.outdir) / f"{name}.pdf").unlink(missing_ok=True)

    def get_outdated_docs(self) -> str:
        """Return a description, not documents: the handout is always rebuilt as a whole."""
        return "打印讲义"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return a page's label; see :mod:`publishing.handout.base`."""
        return docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return a page's label, which does not depend on where the link is."""
        return self.get_target_uri(to, typ)

    def write(
        self,
        build_docnames: Iterable[str] | None,
        updated_docnames: Sequence[str],
        method: Literal["all", "specific", "update"] = "update",
    ) -> None:
        """Write the Typst source and compile it.

        Raises
        ------
        CourseError
            If a page has unprintable content, a link has no target, or typesetting fails.
        """
        from publishing.handout.booklet import booklet

        outdir = Path(self.outdir)
        part = requested()
        sources = self.sources() if part is None else self.sources_of(part)
        for name, source in sources.items():
            (outdir / name).write_text(source, encoding="utf-8")
        shutil.copytree(TEMPLATE, outdir / TEMPLATE.name, dirs_exist_ok=True)
        compiled = _typeset_all(outdir, TOGETHER if part is None else [[part.file]])
        if READING.file in compiled:
            compiled[BOOKLET] = booklet(compiled[READING.file])
        for file, pdf in compiled.items():
            (outdir / f"{file}.pdf").write_bytes(pdf)

    def sources(self) -> dict[str, str]:
        """Translate the whole book.

        Returns
        -------
        dict of str to str
            Typst source by file name: each edition's own file, and the files they include.
        """
        book = list(pages(self.env))
        chapters = translated(map(self._read, book), "all")
        reading = translated(map(self._read, book), "reading", whole=False)
        titles = [(chapter.page.docname, chapter.title) for chapter in chapters]
        table = coverage(bank_of(self.env), shown_items(self.env), titles)
        included = {
            "pages.typ": f"{IMPORT}{composed(chapters)}",
            "answers.typ": f"{IMPORT}{answers(chapters)}{table}",
            "reading.typ": f"{IMPORT}{composed(reading)}",
        }
        own = {
            f"{edition.file}.typ": "\n".join([
                self._opening(edition.name),
                *(f'#include "{file}"' for file in edition.includes),
                "",
            ])
            for edition in EDITIONS
        }
        return included | own

    def sources_of(self, part: Part) -> dict[str, str]:
        """Translate a part of the book.

        Parameters
        ----------
        part
            The part.

        Returns
        -------
        dict of str to str
            Its Typst source by file name.

        Raises
        ------
        CourseError
            If there is nothing to print.
        """
        chosen = part.chosen(pages(self.env), bank_of(self.env))
        chapters = translated(map(self._read, chosen), part.content, whole=False)
        if not chapters:
            raise CourseError(f"所选各章没有{part.called}；请改 --chapters 或 --only")
        opening = self._opening(part.edition, called=part.called)
        behind = answers(chapters) if part.teacher else ""
        return {f"{part.file}.typ": f"{opening}{composed(chapters)}{behind}"}

    def _read(self, page: Page) -> Read:
        doctree = self.env.get_doctree(page.docname)
        self.env.resolve_references(doctree, page.docname, self)
        return page, doctree

    def _opening(self, edition: str, called: str = "") -> str:
        """Return the start of a source file: the template, with data for cover and metadata."""
        speech = speech_of(self.env)
        data: dict[str, Any] = {
            "edition": edition,
            "content": called,
            "title": self.config.html_title,
            "author": self.config.author,
            "speech-called": speech.called,
            "speech-title": speech.title,
            "speech-publisher": speech.publisher,
            "speech-date": speech.date_label,
        }
        arguments = "".join(f"  {name}: {string(value)},\n" for name, value in data.items())
        return f"{IMPORT}#show: handout.with(\n{arguments})\n"


def _typeset_all(folder: Path, together: Sequence[Sequence[str]]) -> dict[str, bytes]:
    """Compile documents in a folder; those that share nothing are compiled in parallel."""

    def in_turn(files: Sequence[str]) -> list[bytes]:
        return [typeset(folder / f"{file}.typ") for file in files]

    logger.info("排版 %s", "、".join(f"{file}.pdf" for files in together for file in files))
    with ThreadPoolExecutor() as threads:
        done = list(threads.map(in_turn, together))
    return {
        file: pdf
        for files, pdfs in zip(together, done, strict=True)
        for file, pdf in zip(files, pdfs, strict=True)
    }
