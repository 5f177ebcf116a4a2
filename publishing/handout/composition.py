"""Combine the pages of an edition into one Typst document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain

from docutils import nodes

from publishing.handout.beside import set_beside
from publishing.handout.pages import Page
from publishing.handout.printed import Content, keep
from publishing.handout.targets import Targets
from publishing.handout.translator import TypstTranslator

#: A page and its doctree, with references resolved.
Read = tuple[Page, nodes.document]


def translated(
    pages: Iterable[Read], content: Content, *, whole: bool = True
) -> list[TypstTranslator]:
    """Translate the content of an edition, in two passes so that all links have targets.

    Parameters
    ----------
    pages
        The pages; their doctrees are modified.
    content
        Which content of the pages the edition has.
    whole
        Whether it is the whole book, so that a link without target is an error.

    Returns
    -------
    list of TypstTranslator
        The pages that are printed.

    Raises
    ------
    CourseError
        If a page has unprintable content, or a link of the whole book has no target.
    """
    kept: list[Read] = []
    left_out: list[str] = []
    for page, document in pages:
        if page.printed and keep(document, content):
            set_beside(document)
            kept.append((_lifted(page, [before for before, _ in kept]), document))
        else:
            left_out.append(page.docname)
    first = _walked(kept, None)
    targets = known_targets(first, left_out)
    if whole:
        targets.check(chain.from_iterable(page.references for page in first))
    return _walked(kept, targets)


def known_targets(chapters: Iterable[TypstTranslator], left_out: Collection[str] = ()) -> Targets:
    """Collect the labels of translated pages.

    Parameters
    ----------
    chapters
        The pages.
    left_out
        Names of the pages that are not printed.
    """
    return Targets(chain.from_iterable(chapter.labels for chapter in chapters), left_out)


def _lifted(page: Page, before: Sequence[Page]) -> Page:
    """Move a chapter to the top level if the page that opens its part is not printed."""
    if page.level == 1 or any(each.role == "part" for each in before):
        return page
    return replace(page, level=1)


def _walked(pages: Iterable[Read], targets: Targets | None) -> list[TypstTranslator]:
    translators = []
    for page, document in pages:
        translator = TypstTranslator(document, page, targets)
        document.walkabout(translator)
        translators.append(translator)
    return translators


def composed(chapters: Sequence[TypstTranslator]) -> str:
    """Join the pages, followed by the cards to cut out.

    Parameters
    ----------
    chapters
        All translated pages.

    Returns
    -------
    str
        Typst source of what learners get.
    """
    bodies = "\n".join(chapter.markup for chapter in chapters)
    cards = "".join(chapter.cards_markup for chapter in chapters)
    return f"{bodies}\n#cards(\n{cards})\n"


def answers(chapters: Sequence[TypstTranslator]) -> str:
    """Join the answers of all pages.

    Parameters
    ----------
    chapters
        All translated pages.

    Returns
    -------
    str
        Typst source of what only the teacher's edition has.
    """
    markup = "\n".join(chapter.answers_markup for chapter in chapters)
    return f"#answers[\n{markup}]\n"
