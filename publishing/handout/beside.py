"""Side notes beside the text: join a run of the speech and the notes that follow it in one node.

Notes that are too long to fit beside the run stay below it at full width, where they take less
height; otherwise their column would continue next to empty space.
"""

from __future__ import annotations

from typing import Final

from docutils import nodes

from publishing.handout.heights import note_height, run_height
from publishing.ours.additions import addition
from publishing.reading.nodes import speech_run

#: How much taller than their run the notes may be, in mm.
_OVERHANG: Final = 14


class annotated(nodes.General, nodes.Element):
    """A run of the speech, followed by the side notes to be set beside it."""


def set_beside(document: nodes.document) -> None:
    """Join each run of the speech with the side notes that follow it.

    Parameters
    ----------
    document
        A page's doctree; it is changed.
    """
    for run in list(document.findall(speech_run)):
        if not run["primary"]:
            continue
        notes = _notes_after(run)
        joined = annotated()
        run.replace_self(joined)
        joined += run
        room = run_height(run) + _OVERHANG
        for note in notes:
            room -= note_height(note)
            if room < 0:
                break
            note.parent.remove(note)
            joined += note


def _notes_after(run: speech_run) -> list[addition]:
    notes: list[addition] = []
    parent = run.parent
    for node in parent.children[parent.index(run) + 1 :]:
        if isinstance(node, nodes.comment | nodes.target):
            continue
        if not isinstance(node, addition) or node["role"] != "sidenote":
            break
        notes.append(node)
    return notes
