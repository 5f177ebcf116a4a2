"""Typing a response as a marker does: kind by kind, written apart from the readers."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.item import Item


def typed(item: Item, response: Mapping[str, str]) -> str:
    """Give what a marker types for a response to an item as arranged on the paper."""
    if item.kind == "single":
        return response["choice"].upper()
    if item.kind == "multiple":
        return "".join(sorted(response)).upper()
    if item.kind == "true-false":
        answer = response["answer"]
        return {"true": "√", "false": "×"}.get(answer, f"×{answer.upper()}")
    if item.kind in {"cloze", "tree"}:
        words = [response.get(str(n), "") for n in range(1, len(item.gaps) + 1)]
        return "；".join("其他" if word == "×" else word for word in words)
    if item.kind == "matching":
        letters = {option: letter for letter, option in item.lettered()}
        return "".join(
            letters.get(response.get(str(n)), "-") for n in range(1, len(item.premises) + 1)
        )
    if item.kind == "ordering":
        return "".join(response.get(str(n), "-") for n in range(1, len(item.steps) + 1)).upper()
    if item.kind == "categorise":
        slots = {card.text: "abcdefghij"[place] for place, card in enumerate(item.cards)}
        groups = [response.get(slots[card.text], "-") for _, card in item.printed()]
        return "".join("-" if one == "-" else "ABCD"[int(one) - 1] for one in groups)
    if item.kind == "scenario":
        return "".join(response.get(str(n), "-") for n in range(1, len(item.steps) + 1)).upper()
    if item.kind == "mark":
        return "；".join(item.describe(slot, "marked") for slot in response)
    if item.kind == "evidence":
        labels = [e.found.label for e in item.passage if e.slot in response]
        return f"{response.get('choice', '-').upper()}；{'、'.join(labels)}"
    raise AssertionError(item.kind)
