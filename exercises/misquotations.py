"""Check that what an item quotes comes from a paragraph that the item cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from course.checked import texts
from exercises.item import Item
from exercises.quoting import quotations
from speech import Speech

#: Keys and list indices, from 0.
Path = tuple[int | str, ...]


@dataclass(frozen=True)
class Misquotation:
    """A quotation from a paragraph that the item does not cite.

    Parameters
    ----------
    path
        Where it is in the item.
    words
        The quoted words.
    found
        Ids of the sentences that contain them.
    """

    path: Path
    words: str
    found: tuple[str, ...]

    def __str__(self) -> str:
        found = "、".join(self.found)
        return (
            f"引文“{self.words}”不在本题所注的段落里；"
            f"它在 {found}，请在 source 下面写 quotes: [{self.found[0]}]，或改引本题的段落"
        )


def misquotations(item: Item, speech: Speech) -> Iterator[Misquotation]:
    """Find quotations from paragraphs that the item does not cite.

    That the words occur in the speech at all is checked by the types of the fields.

    Parameters
    ----------
    item
        Any item.
    speech
        The speech it quotes.

    Yields
    ------
    Misquotation
        In the order of the item's fields.
    """
    named = {speech.find(ref)[0].paragraph for ref in item.named()}
    for path, text in texts(item.model_dump()):
        for words in quotations(text):
            if speech.stands_in(words, named):
                continue
            if found := speech.holders(words):
                yield Misquotation(path, words, tuple(sentence.id for sentence in found))
