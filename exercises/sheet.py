"""The printable form of an exercise, as docutils nodes.

One small vocabulary from which every kind builds its sheet. The same sheet is
what the web page shows before (or without) the script, and what the handout
prints, so an exercise is laid out once for readers of both.
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
    """What the learner is told to do."""


class exercise_options(nodes.Part, nodes.Element):
    """A list of options. Attribute ``marker``: ``one`` or ``any`` may be picked."""


class exercise_option(nodes.Part, nodes.TextElement):
    """An option. Attribute ``label``: its letter."""


class exercise_passage(nodes.Part, nodes.TextElement):
    """A run of the speech, or of a draft, to work on: text and blanks.

    Attribute ``leading``: ``wide`` where words are to be underlined.
    """


class exercise_draft(nodes.Part, nodes.Element):
    """A draft that the course has written, in a box with a title of its own: not the speech.

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

    Attribute ``style``: ``plain``, or ``two-columns`` where the children are two
    lists of entries that stand side by side.
    """


class exercise_entry(nodes.Part, nodes.TextElement):
    """An entry.

    Attributes: ``label`` (its number or letter, or empty) and ``room``, set before
    the text: ``none``, ``tick`` (a square to tick), ``box`` (a square for a number),
    ``brackets`` (for √ or ×) or ``rule`` (a short rule for a letter).
    """


class exercise_grid(nodes.Part, nodes.Element):
    """A table to tick: a row for each entry, a column of empty boxes for each head.

    Attributes: ``corner`` (head of the first column) and ``heads`` (of the others). Its children
    are entries.
    """


class exercise_lines(nodes.Part, nodes.Element):
    """Rules to write on. Attribute ``count``."""


class exercise_branch(nodes.Part, nodes.Element):
    """A branch of a structure tree: an entry, whose text may hold blanks, and further branches."""


class exercise_scene(nodes.Part, nodes.TextElement):
    """A situation, told before what is asked about it."""


class exercise_card(nodes.Part, nodes.Element):
    """A card to turn; the sheet shows the front.

    Attributes: ``front``, and ``back``, a list of texts.
    """


class exercise_answer(nodes.Part, nodes.Element):
    """The answer, kept from learners until they ask. Attribute ``key``."""


class exercise_reason(nodes.Part, nodes.TextElement):
    """A reason of the answer. Attributes: ``label``, ``right``."""


class exercise_source(nodes.Part, nodes.TextElement):
    """The citations that an answer rests on."""


#: All of the vocabulary, for the extension to register with its builders.
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
    """A kind does not say how its items look on paper.

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
    """Give an item's text as nodes."""
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
        Links to the sentences that hold the answer.

    Returns
    -------
    list of Element
        Stem, direction, the kind's own part and the answer.

    Raises
    ------
    NoPrintedFormError
        If the kind has no part of its own.
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
    """Give the kind's own part; none if it has no module for it."""
    module = module_of(item.kind, "sheet")
    if find_spec(module) is None:
        return []
    laid: list[nodes.Element] = import_module(module).question(item)
    return laid
