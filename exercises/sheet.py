"""The printable form of an exercise, as docutils nodes.

All kinds build their sheets from this small vocabulary. The web page shows the same sheet before
(or without) the script that the handout prints, so an exercise is laid out once for both.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from docutils import nodes

from exercises.inline import runs
from exercises.item import Item
from exercises.kinds.registry import module_of


class exercise(nodes.General, nodes.Element):
    """An exercise. Attributes: ``item``, ``kind``, ``label``, ``number``, ``payload``."""


class exercise_stem(nodes.Part, nodes.TextElement):
    """What is asked."""


class exercise_direction(nodes.Part, nodes.TextElement):
    """The instruction to the learner."""


class exercise_options(nodes.Part, nodes.Element):
    """A list of options. Attribute ``marker``: whether ``one`` or ``any`` may be picked."""


class exercise_option(nodes.Part, nodes.TextElement):
    """An option. Attribute ``label``: its letter."""


class exercise_passage(nodes.Part, nodes.TextElement):
    """A text to work on, from the speech or a draft: text and blanks.

    Attribute ``leading``: ``wide`` where words are to be underlined.
    """


class exercise_draft(nodes.Part, nodes.Element):
    """A draft by the course's authors, in a box with a title that says so.

    Attribute ``title``. Its children are passages.
    """


class exercise_blank(nodes.Inline, nodes.Element):
    """A gap to write in. Attributes: ``number`` from 1, ``width`` in characters."""


class exercise_words(nodes.Part, nodes.Element):
    """A list of words to choose from."""


class exercise_word(nodes.Part, nodes.TextElement):
    """One word of the list."""


class exercise_entries(nodes.Part, nodes.Element):
    """A list of entries to work on.

    Attribute ``style``: ``plain``, or ``two-columns`` if the children are two lists of entries, set
    side by side.
    """


class exercise_entry(nodes.Part, nodes.TextElement):
    """An entry.

    Attributes: ``label`` (its number or letter, or empty) and ``room``, which is set before the
    text: ``none``, ``tick`` (a square to tick), ``box`` (a square for a number), ``brackets`` (for
    √ or ×) or ``rule`` (a short rule for a letter).
    """


class exercise_grid(nodes.Part, nodes.Element):
    """A table to tick: a row for each entry, and a column of empty boxes for each of ``heads``.

    Attributes: ``corner`` (header of the first column) and ``heads`` (of the others). Its children
    are entries.
    """


class exercise_lines(nodes.Part, nodes.Element):
    """Rules to write on. Attribute ``count``."""


class exercise_branch(nodes.Part, nodes.Element):
    """A branch of a structure tree: an entry, whose text may contain blanks, and sub-branches."""


class exercise_scene(nodes.Part, nodes.TextElement):
    """A situation, set before the question about it."""


class exercise_card(nodes.Part, nodes.Element):
    """A card to turn over; the sheet shows its front.

    Attributes: ``front``, and ``back``, a list of texts.
    """


class exercise_answer(nodes.Part, nodes.Element):
    """The answer, hidden from learners until they ask for it. Attribute ``key``."""


class exercise_reason(nodes.Part, nodes.TextElement):
    """A reason for the answer. Attributes: ``label``, ``right``."""


class exercise_source(nodes.Part, nodes.TextElement):
    """The citations of the sentences behind an answer."""


#: All node classes, for the extension to register with its builders.
VOCABULARY: tuple[type[nodes.Element], ...] = (
    exercise,
    exercise_stem,
    exercise_direction,
    exercise_options,
    exercise_option,
    exercise_passage,
    exercise_draft,
    exercise_blank,
    exercise_words,
    exercise_word,
    exercise_entries,
    exercise_entry,
    exercise_grid,
    exercise_lines,
    exercise_branch,
    exercise_scene,
    exercise_card,
    exercise_answer,
    exercise_reason,
    exercise_source,
)


class NoPrintedFormError(ValueError):
    """A kind has no printable form.

    Parameters
    ----------
    item
        An item of the kind.
    """

    def __init__(self, item: Item) -> None:
        file = f"{module_of(item.kind, 'sheet').replace('.', '/')}.py"
        super().__init__(
            f"题目 {item.id} 是{item.own_label}，这种题型没有纸面形式；请在 {file} 里写 question"
        )


def inline(text: str) -> list[nodes.Node]:
    """Return an item's text as nodes."""
    return [
        nodes.strong("", run.text) if run.strong else nodes.Text(run.text) for run in runs(text)
    ]


def sheet(item: Item, citations: list[nodes.Node]) -> list[nodes.Element]:
    """Lay out an item for print.

    Parameters
    ----------
    item
        The item.
    citations
        Links to the sentences that contain the answer.

    Returns
    -------
    list of Element
        Stem, direction, the kind's own part and the answer.

    Raises
    ------
    NoPrintedFormError
        If the kind has no printable form.
    """
    asked = _question(item)
    if not asked:
        raise NoPrintedFormError(item)
    reasons = [
        exercise_reason("", "", *inline(entry.text), label=entry.label, right=entry.right)
        for entry in item.reasons()
    ]
    listed = [node for citation in citations for node in (nodes.Text("、"), citation)][1:]
    return [
        exercise_stem("", "", *inline(item.stem)),
        exercise_direction("", item.own_direction),
        *asked,
        exercise_answer("", *reasons, exercise_source("", "", *listed), key=item.key()),
    ]


def _question(item: Item) -> list[nodes.Element]:
    """Return the kind's own part; empty if it has no module for it."""
    module = module_of(item.kind, "sheet")
    if find_spec(module) is None:
        return []
    laid: list[nodes.Element] = import_module(module).question(item)
    return laid
