"""About how tall an exercise or a piece of ours is on paper, told from its text.

Whether a page may end within it hangs on its height. Typst can measure it, but
to measure is to set it once more, which took half of the time of the learner's
edition. Chinese has one width for every character, so counting comes near
enough: by a median of less than 2 mm, and the right side of its limit for all that
is more than 12 mm from it (``tests/handout/test_heights.py`` holds it to Typst).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil
from typing import Final

from docutils import nodes

from exercises import sheet

#: Characters in a line of the page.
_LINE: Final = 43
#: Millimetres from one line to the next: of running text, closer set, and where one writes.
_PITCH: Final = 5.5
_CLOSE: Final = 5.1
#: The text with notes beside it, and the notes: characters in a line, and the lines' pitch.
_RUN_LINE, _SPEECH = 26, 6.3
_NOTE_LINE, _NOTE = 11, 4.4
_WRITING: Final = 8.0
#: From one row to the next where a letter is written before each.
_ROOM: Final = 7.0


def exercise_height(exercise: nodes.Element) -> float:
    """Estimate the height of an exercise with its head, without its answer.

    Parameters
    ----------
    exercise
        The exercise.

    Returns
    -------
    float
        Millimetres, about.
    """
    return 4 + sum(_part(part) for part in exercise.children if isinstance(part, nodes.Element))


def addition_height(addition: nodes.Element) -> float:
    """Estimate the height of a piece of ours with its frame and title.

    Parameters
    ----------
    addition
        The piece: paragraphs, also in lists.

    Returns
    -------
    float
        Millimetres, about.
    """
    return 7 + sum(0.1 + _CLOSE * _lines(text, _LINE) for text in addition.findall(nodes.paragraph))


def run_height(run: nodes.Element) -> float:
    """Estimate the height of a run of the speech that has notes beside it.

    Parameters
    ----------
    run
        The run: its parts.

    Returns
    -------
    float
        Millimetres, about.
    """
    return 2 + sum(3 + _SPEECH * _lines(part, _RUN_LINE) for part in _elements(run))


def note_height(note: nodes.Element) -> float:
    """Estimate the height of a side note in its column.

    Parameters
    ----------
    note
        The note: paragraphs, also in lists.

    Returns
    -------
    float
        Millimetres, about.
    """
    return 10 + sum(
        0.5 + _NOTE * _lines(text, _NOTE_LINE) for text in note.findall(nodes.paragraph)
    )


def _part(part: nodes.Element) -> float:
    rule = _RULES.get(type(part))
    return rule(part) if rule else 0


def _stem(stem: nodes.Element) -> float:
    return 1 + _PITCH * _lines(stem, _LINE)


def _options(options: nodes.Element) -> float:
    """Options that are short stand side by side."""
    lines = [_lines(option, 40) for option in _elements(options)]
    longest = max(len(option.astext()) for option in _elements(options))
    columns = max(1, min(len(lines), _LINE // (longest + 4)))
    return sum(_PITCH * count for count in lines[::columns])


def _passage(passage: nodes.Element) -> float:
    return 1 + _WRITING * _lines(passage, 39)


def _draft(draft: nodes.Element) -> float:
    return 8 + sum(_WRITING * _lines(passage, 42) for passage in _elements(draft))


def _words(words: nodes.Element) -> float:
    return 7 + _PITCH * _lines(words, _LINE)


def _entries(entries: nodes.Element) -> float:
    if entries["style"] == "two-columns":
        return max(_list(column, 17) for column in _elements(entries))
    return _list(entries, 40)


def _list(entries: nodes.Element, width: int) -> float:
    rooms = {entry["room"] for entry in _elements(entries)}
    spare = 0.0 if rooms <= {"none", "tick"} else _ROOM - _PITCH
    return 2 + sum(spare + _PITCH * _lines(entry, width) for entry in _elements(entries))


def _grid(grid: nodes.Element) -> float:
    width = _LINE - 5 * len(grid["heads"])
    return 6 + sum(1.2 + 4.9 * _lines(row, width) for row in _elements(grid))


def _tree(tree: nodes.Element) -> float:
    return sum(7.4 * _lines(row, 28) for row in tree.findall(sheet.exercise_entry))


def _scene(scene: nodes.Element) -> float:
    return 6 + _PITCH * _lines(scene, 40)


_RULES: Final[dict[type[nodes.Element], Callable[[nodes.Element], float]]] = {
    sheet.exercise_stem: _stem,
    sheet.exercise_options: _options,
    sheet.exercise_passage: _passage,
    sheet.exercise_draft: _draft,
    sheet.exercise_words: _words,
    sheet.exercise_entries: _entries,
    sheet.exercise_grid: _grid,
    sheet.exercise_lines: lambda lines: _WRITING * lines["count"],
    sheet.exercise_branch: _tree,
    sheet.exercise_scene: _scene,
    sheet.exercise_card: lambda _: 10,
}


def _elements(parent: nodes.Element) -> Iterable[nodes.Element]:
    return (child for child in parent.children if isinstance(child, nodes.Element))


def _lines(element: nodes.Element, width: int) -> int:
    """Count the lines of a width in characters; a blank is twice as wide as its word."""
    blanks: int = sum(2 * blank["width"] for blank in element.findall(sheet.exercise_blank))
    return max(1, ceil((len(element.astext()) + blanks) / width))
