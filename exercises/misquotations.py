"""What an item puts in “” stands in a paragraph that the item names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from course.checked import texts
from exercises.item import Item
from exercises.quoting import quotations
from speech import Speech

#: Keys and places from 0.
Path = tuple[int | str, ...]


@dataclass(frozen=True)
class Misquotation:
    """A quotation from a paragraph that the item does not name.

    Parameters
    ----------
    path
        Where it stands in the item, as keys and places from 0.
    words
        The words between the marks.
    found
        The sentences that hold them.
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
    """Find quotations from paragraphs that the item does not name.

    Whether the words are in the speech at all is for the fields' own types to say.

    Parameters
    ----------
    item
        Any item.
    speech
        What it quotes.

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
