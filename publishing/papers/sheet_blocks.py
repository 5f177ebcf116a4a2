"""Convert the printable form of an item to blocks of a document, for Word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from string import ascii_uppercase
from typing import Any, Final

from docutils import nodes

from exercises import sheet
from exercises.item import Item
from publishing.documents.model import (
    Block,
    Framed,
    Items,
    Lines,
    Numbering,
    Paragraph,
    Table,
    Tree,
)

#: Room for an answer before an entry.
_ROOMS: Final = {
    "none": "",
    "tick": "□ ",
    "box": "［　］ ",
    "brackets": "（　　） ",
    "rule": "＿＿＿ ",
}
_BLANK: Final = "＿"
_TICK: Final = "□"
#: Numberings that the word processor can do itself, with their labels.
_COUNTED: Final[tuple[tuple[Numbering, Callable[[int], str]], ...]] = (
    ("decimal", lambda place: f"{place + 1}."),
    ("letters", lambda place: f"{ascii_uppercase[place]}."),
)


def item_blocks(item: Item) -> Iterator[Block]:
    """Yield the blocks of an item, without stem, direction and answer.

    Parameters
    ----------
    item
        The item, arranged as in the paper.
    """
    aside = (sheet.exercise_stem, sheet.exercise_direction, sheet.exercise_answer)
    for part in sheet.sheet(item, []):
        if not isinstance(part, aside):
            yield from _blocks(part)


def _blocks(part: Any) -> Iterator[Block]:  # ruff: ignore[complex-structure] (a case a part)
    """Yield the blocks of one node of a sheet."""
    match part:
        case sheet.exercise_options():
            yield from _listed([(f"{option['label']}.", _text(option)) for option in _inner(part)])
        case sheet.exercise_passage():
            yield Paragraph(_text(part), "passage")
        case sheet.exercise_draft():
            yield Framed(part["title"], tuple(map(_text, part)))
        case sheet.exercise_words():
            yield Paragraph("**可选的词**　" + "　".join(map(_text, part)), "entry")
        case sheet.exercise_entries() if part["style"] == "two-columns":
            for column in part:
                yield from _blocks(column)
        case sheet.exercise_entries():
            yield from _listed([
                (entry["label"], _ROOMS[entry["room"]] + _text(entry)) for entry in _inner(part)
            ])
        case sheet.exercise_grid():
            yield _grid(part)
        case sheet.exercise_lines():
            yield Lines(part["count"])
        case sheet.exercise_branch():
            yield _tree(part)
        case sheet.exercise_scene():
            yield Paragraph(f"**情境**　{_text(part)}", "scene")
        case _:
            raise NotImplementedError(f"no form in Word for {type(part).__name__}")


def _inner(part: nodes.Element) -> list[Any]:
    return list(part.children)


def _listed(entries: Sequence[tuple[str, str]]) -> Iterator[Block]:
    """Make a numbered list if the labels are consecutive from the first; else write the labels."""
    for numbering, counted in _COUNTED:
        if len(entries) > 1 and all(given == counted(n) for n, (given, _) in enumerate(entries)):
            yield Items(tuple(text for _, text in entries), numbering)
            return
    for label, text in entries:
        yield Paragraph(f"**{label}**　{text}" if label else text, "entry")


def _grid(part: Any) -> Table:
    heads = (part["corner"], *part["heads"])
    rows = tuple(
        (f"{entry['label']}　{_text(entry)}".strip(), *(_TICK,) * len(part["heads"]))
        for entry in part
    )
    widths = (4.0, *(1.0,) * len(part["heads"]))
    return Table(heads, rows, widths, "在每一行的一栏里作答")


def _tree(part: Any) -> Tree:
    entry, *branches = part.children
    return Tree(_text(entry), tuple(_tree(branch) for branch in branches))


def _text(node: Any) -> str:
    """Return running text, with emphasis marked as in the bank, and with blanks to write on."""
    if isinstance(node, nodes.Text):
        return node.astext()
    if isinstance(node, sheet.exercise_blank):
        return f"（{node['number']}）{_BLANK * (node['width'] + 1)}"
    inner = "".join(_text(child) for child in node.children)
    return f"**{inner}**" if isinstance(node, nodes.strong) else inner
