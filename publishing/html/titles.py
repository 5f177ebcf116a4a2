"""Mark headings within the speech that are ours and not part of it.

They always look different from the speech; the first on a page also says that it is ours. Sections
that contain the speech are marked too, for pages that show only these.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from publishing.reading.nodes import speech_run
from publishing.sources import speech_of

#: Class of sections that contain the speech.
READS = "reads"


class MarkTitles(SphinxPostTransform):
    """Marks the sections that contain the speech, and their headings if these are ours."""

    # Before notes are moved beside the text, while runs are children of their sections.
    default_priority = 640
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        """Mark them."""
        own = {heading.text for heading in speech_of(self.env).headings}
        first = True
        for section in self.document.findall(nodes.section):
            if not any(run["primary"] for run in section.findall(speech_run)):
                continue
            section["classes"].append(READS)
            title = next(section.findall(nodes.title))
            if _is_among_the_speech(section) and title.astext() not in own:
                title["classes"].append("our-title")
                if first:
                    title += nodes.inline("", "本书拟题", classes=["our-title-tag"])
                first = False


def _is_among_the_speech(section: nodes.section) -> bool:
    """Check whether a section and a sibling each begin a run; a single one is a title of it all."""
    if not _begins_a_run(section):
        return False
    nested = isinstance(section.parent, nodes.section) and isinstance(
        section.parent.parent, nodes.section
    )
    return nested or any(
        isinstance(other, nodes.section) and other is not section and _begins_a_run(other)
        for other in section.parent.children
    )


def _begins_a_run(section: nodes.section) -> bool:
    return any(isinstance(child, speech_run) for child in section.children)


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(MarkTitles)
