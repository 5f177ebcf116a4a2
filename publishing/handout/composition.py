"""The pages of an edition as one Typst document."""

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

#: A page and its doctree, its references resolved.
Read = tuple[Page, nodes.document]


def translated(
    pages: Iterable[Read], content: Content, *, whole: bool = True
) -> list[TypstTranslator]:
    """Translate what an edition has, twice: links lead only to what is printed.

    Parameters
    ----------
    pages
        The pages; their doctrees are changed.
    content
        What of them the edition has.
    whole
        Whether it is the whole book, so that a link that leads nowhere is a fault.

    Returns
    -------
    list of TypstTranslator
        The pages that are printed.

    Raises
    ------
    CourseError
        If a page holds what cannot be printed, or a link of the whole book leads nowhere.
    """
    kept: list[Read] = []
    left_out: list[str] = []
    for page, document in pages:
        if keep(document, content):
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
    """Gather the labels of translated pages.

    Parameters
    ----------
    chapters
        The pages.
    left_out
        The pages that are not printed.
    """
    return Targets(chain.from_iterable(chapter.labels for chapter in chapters), left_out)


def _lifted(page: Page, before: Sequence[Page]) -> Page:
    """Bring a chapter to the top level if the opening of its part is not printed."""
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
    """Put the pages in order, then the cards to cut out that each has set aside.

    Parameters
    ----------
    chapters
        All translated pages.

    Returns
    -------
    str
        What is for learners.
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
