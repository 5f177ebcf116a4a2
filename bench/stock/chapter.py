"""Convert a chapter of ours to a stock chapter: our directives become standard MyST."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from bench.course import BANK, SPEECH
from bench.stock.question import Question, question_of
from publishing.ours.additions import chapter_of_page

Cell = Callable[[Sequence[Question]], str]

_BLOCK: Final = re.compile(r"^```\{([a-z-]+)\}[ ]?(.*?)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_CITE: Final = re.compile(r"\s*\{cite\}`([^`]+)`")
_TERM: Final = re.compile(r"\{ref\}`([^`<]+?)\s*<[^`]*>`")
_SHOWN: Final = re.compile(r'"([a-z0-9-]+)"')
_TITLES: Final = {"structure": "本章结构", "summary": "本章小结", "sidenote": "旁注"}


def stock_chapter(docname: str, text: str, cell: Cell) -> str:
    """Convert a chapter.

    Parameters
    ----------
    docname
        Its page, such as ``book/c03``.
    text
        Its MyST source.
    cell
        Returns the code that shows questions.

    Returns
    -------
    str
        MyST that needs none of our extensions.
    """

    def block(match: re.Match[str]) -> str:
        name, argument, content = match.groups()
        if name == "code-cell":
            items = [BANK.item(item_id) for item_id in _SHOWN.findall(content)]
            code = cell([question_of(item) for item in items]) if items else "None"
            return f"```{{code-cell}} python\n:tags: [remove-input]\n{code}\n```"
        if name == "speech":
            return "> " + "".join(s.text for s in SPEECH.find(argument.strip()))
        if name == "objectives":
            chapter = chapter_of_page(BANK, docname)
            objectives = chapter.objectives if chapter else ()
            content = "".join(f"- {objective.text}\n" for objective in objectives)
            return _admonition("学习目标", content)
        if name in _TITLES:
            return _admonition(argument or _TITLES[name], content)
        return content

    text = _BLOCK.sub(block, text)
    text = _TERM.sub(r"\1", text)
    return _CITE.sub(lambda match: f"（{match[1]}）", text)


def page_of_items(title: str, items: Sequence[str], cell: Cell) -> str:
    """Return a stock page that shows only items, each in a cell of its own."""
    cells = "\n\n".join(
        "```{code-cell} python\n:tags: [remove-input]\n"
        f"{cell([question_of(BANK.item(item_id))])}\n```"
        for item_id in items
    )
    return f"{FRONT_MATTER}\n# {title}\n\n{cells}\n"


FRONT_MATTER: Final = """\
---
file_format: mystnb
kernelspec:
  name: python3
  display_name: Python 3
---
"""


def _admonition(title: str, content: str) -> str:
    return f"````{{admonition}} {title}\n{content}````"
