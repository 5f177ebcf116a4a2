"""How documents cite the text and name what is used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from publishing.outline.sayings import Said
from speech import Sentence, Speech


def cited(said: Said) -> str:
    """Give a sentence of ours with the places on which it rests."""
    return f"{said.text.removesuffix('。')}（{labels(said.at)}）。"


def labels(places: Iterable[Sentence]) -> str:
    """Name some sentences."""
    return "、".join(dict.fromkeys(place.label for place in places))


def quoted(references: Iterable[str], speech: Speech) -> tuple[str, ...]:
    """Give each sentence of some references, with its place."""
    return tuple(
        f"{sentence.text}（{sentence.label}）"
        for reference in references
        for sentence in speech.find(reference)
    )


def on_page(pages: Mapping[str, int], title: str) -> str:
    """Say on which page of the handout a chapter begins, if the handout has been built."""
    return f"，讲义第 {pages[title]} 页起" if title in pages else ""


__all__ = ["cited", "labels", "on_page", "quoted"]
