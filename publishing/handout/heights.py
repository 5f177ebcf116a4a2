"""Estimate the height of an exercise or addition in print from the length of its text.

Whether an exercise may break across pages depends on its height. Typst could measure it, but
measuring means laying it out once more, which took half of the time of the learner's edition. All
Chinese characters have the same width, so counting them is close enough: the median error is
below 2 mm, and everything more than 12 mm away from a limit is on the right side of it
(``tests/handout/test_heights.py`` compares the estimates with Typst).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil
from typing import Final

from docutils import nodes

from exercises import sheet

#: Characters per line, at full width.
_LINE: Final = 43
#: Line pitch in mm: of running text, of tighter text, and (_WRITING) of lines to write on.
_PITCH: Final = 5.5
_CLOSE: Final = 5.1
#: Text with notes beside it, and these notes: characters per line, and line pitch in mm.
_RUN_LINE, _SPEECH = 26, 6.3
_NOTE_LINE, _NOTE = 11, 4.4
_WRITING: Final = 8.0
#: Row pitch in mm of entries with room for a letter before them.
_ROOM: Final = 7.0


def exercise_height(exercise: nodes.Element) -> float:
    """Estimate the height of an exercise with its header, without its answer.

    Parameters
    ----------
    exercise
        The exercise.

    Returns
    -------
    float
        Height in mm.
    """
    return 4 + sum(_part(part) for part in exercise.children if isinstance(part, nodes.Element))


def addition_height(addition: nodes.Element) -> float:
    """Estimate the height of an addition with its frame and title.

    Parameters
    ----------
    addition
        The addition: paragraphs, possibly in lists.

    Returns
    -------
    float
        Height in mm.
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
        Height in mm.
    """
    return 2 + sum(3 + _SPEECH * _lines(part, _RUN_LINE) for part in _elements(run))


def note_height(note: nodes.Element) -> float:
    """Estimate the height of a side note in its column.

    Parameters
    ----------
    note
        The note: paragraphs, possibly in lists.

    Returns
    -------
    float
        Height in mm.
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
    """Estimate the height of options; short ones are side by side."""
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
    """Count the lines at a width in characters; a blank is twice as wide as its word."""
    blanks: int = sum(2 * blank["width"] for blank in element.findall(sheet.exercise_blank))
    return max(1, ceil((len(element.astext()) + blanks) / width))
