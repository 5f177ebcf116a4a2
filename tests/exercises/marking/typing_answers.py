"""Render responses as markers type them, independently of the readers."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.item import Item


def _in_turn(response, slots):
    return "".join(response.get(slot, "-") for slot in slots).upper()


def _true_false(item, response):
    answer = response["answer"]
    return {"true": "√", "false": "×"}.get(answer, f"×{answer.upper()}")


def _words(item, response):
    words = [response.get(str(n), "") for n in range(1, len(item.gaps) + 1)]
    return "；".join("其他" if word == "×" else word for word in words)


def _matching(item, response):
    letters = {option: letter for letter, option in item.lettered()}
    return "".join(letters.get(response.get(str(n)), "-") for n in range(1, len(item.premises) + 1))


def _steps(item, response):
    return _in_turn(response, [str(n) for n in range(1, len(item.steps) + 1)])


def _categorise(item, response):
    slots = {card.text: "abcdefghij"[place] for place, card in enumerate(item.cards)}
    groups = [response.get(slots[card.text]) for _, card in item.printed()]
    return "".join("ABCD"[int(one) - 1] if one else "-" for one in groups)


def _evidence(item, response):
    labels = [entry.found.label for entry in item.passage if entry.slot in response]
    return f"{response.get('choice', '-').upper()}；{'、'.join(labels)}"


KINDS = {
    "single": lambda _, response: response["choice"].upper(),
    "multiple": lambda _, response: "".join(sorted(response)).upper(),
    "true-false": _true_false,
    "cloze": _words,
    "tree": _words,
    "matching": _matching,
    "ordering": _steps,
    "scenario": _steps,
    "categorise": _categorise,
    "mark": lambda item, response: "；".join(item.describe(slot, "marked") for slot in response),
    "evidence": _evidence,
}


def typed(item: Item, response: Mapping[str, str]) -> str:
    """Return what a marker types for a response to an item arranged as on the paper."""
    return KINDS[item.kind](item, response)
