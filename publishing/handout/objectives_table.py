"""For the teacher's edition: a table of which items test each objective, and at which level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from exercises import Bank, Chapter
from publishing.exercise_output import number_of
from publishing.handout.markup import string


def coverage(
    bank: Bank, shown: Mapping[str, Sequence[str]], titles: Iterable[tuple[str, str]]
) -> str:
    """Make the table of objectives and items.

    Parameters
    ----------
    bank
        The bank.
    shown
        Ids of each page's items, in page order.
    titles
        Document name and title of each page, in print order.

    Returns
    -------
    str
        A call of the template's function, with a row for each objective.
    """
    chapters = {chapter.page: chapter for chapter in bank.chapters}
    tables = "".join(
        f"({string(title)}, (\n{_objectives(docname, chapters[docname], shown[docname])})),\n"
        for docname, title in titles
        if shown.get(docname)
    )
    return f"#coverage(\n{tables})\n"


def _objectives(docname: str, chapter: Chapter, shown: Sequence[str]) -> str:
    """Return a row for each objective: its text, and its items with their levels."""
    items = {item.id: item for item in chapter.items}
    rows = []
    for objective in chapter.objectives:
        entries = "".join(
            f"(level: {string(items[id_].level)}, kind: {string(items[id_].own_label)}, "
            f"number: {string(number_of(chapter, place))}, "
            f"exercise: {string(f'{docname}#ex-{id_}')}),\n"
            for place, id_ in enumerate(shown, start=1)
            if items[id_].objective == objective.id
        )
        rows.append(f"({string(objective.text)}, (\n{entries})),\n")
    return "".join(rows)
