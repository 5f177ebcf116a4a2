"""Twenty items on a generated chapter, of four kinds in turn."""

from __future__ import annotations

from typing import Any, Final

from bench.grown.text import PARAGRAPHS, SENTENCES, Sentence, sentence

ITEMS: Final = 20
_LEVELS: Final = ("remember", "understand", "apply", "analyse")
_OTHERS: Final = ("等人来教", "照旧行事", "先问价钱")


def chapter_items(chapter: int) -> list[dict[str, Any]]:
    """Return the items of a chapter, by its index from 0."""
    return [_item(chapter, place) for place in range(ITEMS)]


def _item(chapter: int, place: int) -> dict[str, Any]:
    asked = sentence(chapter * PARAGRAPHS * SENTENCES + place)
    make = (_single, _cloze, _multiple, _flashcard, _single)[place % 5]
    return {
        "id": f"k{chapter + 1}-n{place + 1}",
        "objective": f"k{chapter + 1}-o1",
        "level": _LEVELS[place % len(_LEVELS)],
        "source": [asked.id],
        **make(asked),
    }


def _options(asked: Sentence) -> list[dict[str, Any]]:
    """Return the right option among wrong ones; its position rotates."""
    reason = f"原文写的是“{asked.what}”，放在动手以前，所以选它。"
    options: list[dict[str, Any]] = [
        {"text": other, "feedback": f"这一条没有说{other}；原文要做的事写在“先”字后面。"}
        for other in _OTHERS
    ]
    options.insert(asked.number % 4, {"text": asked.what, "key": True, "feedback": reason})
    return options


def _single(asked: Sentence) -> dict[str, Any]:
    stem = f"照第{asked.number}条的说法，{asked.who}动手以前先做什么？"
    return {"kind": "single", "stem": stem, "options": _options(asked)}


def _multiple(asked: Sentence) -> dict[str, Any]:
    reason = f"原文的主语就是“{asked.who}”，说的是他怎样做。"
    options = [*_options(asked), {"text": asked.who, "key": True, "feedback": reason}]
    return {"kind": "multiple", "stem": f"第{asked.number}条里写到了哪几样？", "options": options}


def _cloze(asked: Sentence) -> dict[str, Any]:
    gap = {"answer": asked.what, "feedback": f"原文是“先{asked.what}”，先做的就是这一件事。"}
    return {
        "kind": "cloze",
        "stem": f"补全第{asked.number}条。",
        "text": asked.text.removesuffix("。").replace(asked.what, "{1}"),
        "gaps": [gap],
    }


def _flashcard(asked: Sentence) -> dict[str, Any]:
    return {
        "kind": "flashcard",
        "stem": f"第{asked.number}条里，先做的是什么？",
        "front": f"第{asked.number}条",
        "back": [asked.what],
        "feedback": "“先”字后面的就是，记住它放在动手以前。",
    }
