"""Nothing is forgotten: what of the speech must be in which index.

The speech is looked through by form: what stands in quotation marks, numbered
terms, 《…》, people by their titles, every numeral and every date. Whatever is found
has to lie within the words of some entry, or of something that is passed over
with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from publishing.indexes.places import spans
from speech import Paragraph, load_speech

_FOLDER: Final = "book/indexes"
_COUNT: Final = "一二两三四五六七八九十"


@dataclass(frozen=True)
class Demand:
    """A form of words that has to be listed.

    Parameters
    ----------
    what
        How a message calls it.
    form
        Pattern whose group 1 has to lie within an entry's words.
    indexes
        The files, without their ending, of which one has to list it.
    """

    what: str
    form: re.Pattern[str]
    indexes: tuple[str, ...]


_ALL: Final = ("terms", "people", "numbers")

DEMANDS: Final = (
    Demand("引号里的词语", re.compile(r"“([^“”]+)”"), ("terms", "people")),
    Demand("引号里的词语", re.compile(r"‘([^‘’]+)’"), ("terms",)),
    Demand(
        "带数字的提法", re.compile(rf"([{_COUNT[1:]}]个[^，。、；：“”]{{2}})"), ("terms", "numbers")
    ),
    Demand("文件", re.compile(r"(《[^《》]*(?:“[^”]*”)?[^《》]*》)"), ("people",)),
    Demand("人物", re.compile(r"((?:[\u4e00-\u9fff]{1,3}同志|总书记|乐际书记))"), ("people",)),
    Demand("数字", re.compile(r"(\d+)"), ("numbers",)),
    Demand("时间", re.compile(r"([年月]|\d日|今天|上半|下半)"), ("numbers", "people")),
    Demand("数目", re.compile(rf"([{_COUNT}])"), _ALL),
)


@dataclass(frozen=True)
class Wanting:
    """A run of the speech that no index lists.

    Parameters
    ----------
    demand
        Why it should be listed.
    paragraph
        Where it stands.
    start, stop
        Where it begins and ends there.
    """

    demand: Demand
    paragraph: Paragraph
    start: int
    stop: int

    def passed_over_by(self, words: str) -> bool:
        """Tell whether it is a part of some words that stand there.

        Who passes over an utterance has not passed over what is in it.
        """
        return any(
            start <= self.start
            and self.stop <= stop
            and ((start, stop) == (self.start, self.stop) or not self._quoted(start))
            for start, stop in spans(self.paragraph.text, [words])
        )

    def is_part_of(self, other: Wanting) -> bool:
        """Tell whether it lies within another, with which it will be mended."""
        same = self.paragraph is other.paragraph
        return same and other.start <= self.start and self.stop <= other.stop

    def _quoted(self, start: int) -> bool:
        return self.paragraph.text[:start].endswith(("“", "‘"))

    def __str__(self) -> str:
        text = self.paragraph.text
        around = text[max(0, self.start - 5) : self.stop + 6]
        files = " 或 ".join(f"{_FOLDER}/{index}.yml" for index in self.demand.indexes)
        return (
            f"{self.paragraph.label}的{self.demand.what}“{text[self.start : self.stop]}”"
            f"（……{around}……）没有收进索引；"
            f"请加到 {files}，不该收的写进 {_FOLDER}/passed-over.yml 并说明理由"
        )


def wanting(listed: Mapping[str, Sequence[str]]) -> list[Wanting]:
    """Find what the speech has and no index lists.

    Parameters
    ----------
    listed
        The words of all entries by index.

    Returns
    -------
    list of Wanting
        In the order of the speech.
    """
    found: list[Wanting] = []
    for paragraph in load_speech().paragraphs:
        for demand in DEMANDS:
            forms = [form for index in demand.indexes for form in listed[index]]
            # Each form for itself: they may overlap.
            covered = [span for form in forms for span in spans(paragraph.text, [form])]
            found += (
                Wanting(demand, paragraph, *match.span(1))
                for match in demand.form.finditer(paragraph.text)
                if not any(a <= match.start(1) and match.end(1) <= b for a, b in covered)
            )
    return found
