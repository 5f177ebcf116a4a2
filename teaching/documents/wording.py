"""Citations and page references in documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from publishing.outline.sayings import Said
from speech import Sentence, Speech


def cited(said: Said) -> str:
    """Return a statement with its citations."""
    return f"{said.text.removesuffix('。')}（{labels(said.at)}）。"


def labels(places: Iterable[Sentence]) -> str:
    """Join the labels of sentences."""
    return "、".join(dict.fromkeys(place.label for place in places))


def quoted(references: Iterable[str], speech: Speech) -> tuple[str, ...]:
    """Return each cited sentence with its place."""
    return tuple(
        f"{sentence.text}（{sentence.label}）"
        for reference in references
        for sentence in speech.find(reference)
    )


def on_page(pages: Mapping[str, int], title: str) -> str:
    """Return a reference to the page of the handout where a chapter begins, if it is known."""
    return f"，讲义第 {pages[title]} 页起" if title in pages else ""


__all__ = ["cited", "labels", "on_page", "quoted"]
