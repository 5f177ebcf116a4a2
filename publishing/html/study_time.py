"""Estimate how long a chapter and each of its sections take, from characters and exercises."""

from __future__ import annotations

import re
from math import ceil
from typing import Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from exercises.sheet import exercise
from publishing.reading.nodes import speech_run

#: Characters per minute when reading to learn; newspapers are read about twice as fast.
_READ: Final = 250
#: Minutes per exercise: read it, think, read the feedback.
_ANSWER: Final = 1.5
_SPACES: Final = re.compile(r"\s+")


class study_time(nodes.General, nodes.Element):
    """An estimate. Attributes: ``minutes``, ``items`` (number of exercises)."""


class EstimateStudyTime(SphinxPostTransform):
    """Adds estimates below the headings of pages that show the text."""

    # Before notes are moved beside the text, while sections are as written.
    default_priority = 650
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        """Add an estimate to each section with text or exercises."""
        if not any(run["primary"] for run in self.document.findall(speech_run)):
            return
        for section in list(self.document.findall(nodes.section)):
            items = list(section.findall(exercise))
            if items or any(True for _ in section.findall(speech_run)):
                where = next(n for n, part in enumerate(section) if isinstance(part, nodes.title))
                minutes = estimated_minutes(section)
                section.insert(where + 1, study_time(minutes=minutes, items=len(items)))


def estimated_minutes(element: nodes.Element) -> int:
    """Estimate the minutes for a part of a page, at least one.

    Parameters
    ----------
    element
        The part. Exercises count by number; their characters are not counted.
    """
    items = list(element.findall(exercise))
    characters = _length(element) - sum(map(_length, items))
    return max(1, ceil(characters / _READ + len(items) * _ANSWER))


def _length(element: nodes.Element) -> int:
    return len(_SPACES.sub("", element.astext()))


def visit_study_time(self: HTML5Translator, node: study_time) -> None:
    """Write the estimate as a line."""
    items = f"，含练习 {node['items']} 道" if node["items"] else ""
    self.body.append(f'<p class="study-time">约 {node["minutes"]} 分钟（估计{items}）</p>\n')
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the node and the transform."""
    app.add_node(study_time, html=(visit_study_time, None))
    app.add_post_transform(EstimateStudyTime)
