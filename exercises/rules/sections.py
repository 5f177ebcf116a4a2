"""The sections of a page and what the rules need to know about them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from exercises.page_checks.code_cells import shown

_DIRECTIVE: Final = re.compile(r"\{([\w-]+)\}")
#: The page's title does not begin a section.
_PAGE_TITLE: Final = "h1"


@dataclass
class Section:
    """The part of a page between one heading and the next, of any level.

    Parameters
    ----------
    title
        The heading's text.
    line
        The heading's line number, from 1.
    reads_speech
        Whether it contains a ``{speech}`` directive.
    items
        Ids of the items that it shows.
    """

    title: str
    line: int
    reads_speech: bool = False
    items: list[str] = field(default_factory=list)


def sections(text: str) -> list[Section]:
    """Split a page into its sections.

    Parameters
    ----------
    text
        The page's source, MyST with code cells.

    Returns
    -------
    list of Section
        In page order, without what comes before the first heading below the title.
    """
    found: list[Section] = []
    tokens = MarkdownIt("commonmark").use(front_matter_plugin).parse(text)
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open" and token.tag != _PAGE_TITLE and following and token.map:
            found.append(Section(following.content, token.map[0] + 1))
        directive = _DIRECTIVE.match(token.info) if token.type == "fence" else None
        if directive is None or not found:
            continue
        if directive[1] == "speech":
            found[-1].reads_speech = True
        elif directive[1] == "code-cell":
            found[-1].items += shown(token.content)
    return found
