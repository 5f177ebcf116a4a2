"""Typed answers of an evidence item: the decision's letter, then its grounds."""

import re
import unicodedata
from string import ascii_uppercase
from typing import Final

from exercises.choice.options import identified
from exercises.kinds.evidence.item import CHOICE, PICKED, EvidenceItem
from exercises.marking.faults import UnreadableError
from exercises.marking.readers import NOTHING, Reader, Reading, plain, span_of

_DECISION: Final = re.compile(
    r"\s*([A-Za-z-]?)\s*(?:[;,、:。.]|依据|\s|$)\s*(?:依据)?[:]?(.*)", re.DOTALL
)
_BETWEEN: Final = re.compile(r"[\s、,;.。]+(?=第|\d|$)")
_GROUND: Final = re.compile(r"(?:第?(\d+)(?:段|-))?第?(\d+)句?")


def reader(item: EvidenceItem) -> Reader:
    """Return the reader of a letter and sentences, such as ``C；16-4、16-6``."""
    ids = [id_ for id_, _ in identified(item.options)]
    letters = dict(zip(ascii_uppercase, ids, strict=False))
    places = {entry.found.position: entry for entry in item.passage}
    shown = "、".join(f"{paragraph}-{number}" for paragraph, number in places)
    how = f"判断的字母（{span_of([*letters])}）；依据写段-句，如 B；{shown.split('、')[0]}"

    def grounds(text: str) -> list[str]:
        paragraph: int | None = None
        slots: list[str] = []
        for token in filter(None, _BETWEEN.split(text.strip())):
            found = _GROUND.fullmatch(token)
            if found and found[1]:
                paragraph = int(found[1])
            entry = found and paragraph and places.get((paragraph, int(found[2])))
            if not entry:
                raise UnreadableError(
                    f"依据“{token}”不在题里；题里有 {shown}，写作段-句，几句用、隔开，"
                    "别处的句子不录"
                )
            slots.append(entry.slot)
        if len(set(slots)) < len(slots):
            raise UnreadableError("有一句依据写了两次；请照卷面改正")
        return slots

    def read(text: str) -> Reading:
        found = _DECISION.fullmatch(unicodedata.normalize("NFKC", text))
        letter = plain(found[1]) if found else ""
        if not found or letter not in {*letters, NOTHING}:
            raise UnreadableError(f"应写{how}；没有判断的，字母处写 {NOTHING}")
        response = {} if letter == NOTHING else {CHOICE: letters[letter]}
        slots = grounds(found[2])
        named = {entry.slot: f"{p}-{n}" for (p, n), entry in places.items()}
        chosen = () if letter == NOTHING else (letter,)
        return Reading(
            response | dict.fromkeys(slots, PICKED), (*chosen, *(named[slot] for slot in slots))
        )

    return Reader(how, read, (*letters, *shown.split("、")))
