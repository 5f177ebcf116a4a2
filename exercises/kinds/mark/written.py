"""Typed answers of a marking item: the copied words, or the numbers of their reasons."""

import re
import unicodedata

from exercises.kinds.mark.item import MARKED, MarkItem
from exercises.marking.faults import UnreadableError
from exercises.marking.readers import OTHER, Reader, Reading
from exercises.normalise import normalise


def reader(item: MarkItem) -> Reader:
    """Return the reader of words separated by semicolons, or of numbers."""
    spans = {normalise(span.text): (id_, span.text) for id_, span in item.identified()}
    numbered = dict(enumerate(spans.values(), start=1))

    def one(part: str) -> tuple[str, str] | None:
        number = unicodedata.normalize("NFKC", part)
        if number.isdecimal() and int(number) in numbered:
            return numbered[int(number)]
        if part == OTHER:
            return None
        if normalise(part) in spans:
            return spans[normalise(part)]
        raise UnreadableError(
            f"“{part}”不是题里能划的一处；请对照评分标准里这题的理由（自上而下为 1–{len(spans)}），"
            f"写那一处的序号，哪一处都不是的写 {OTHER}"
        )

    def read(text: str) -> Reading:
        parts = [part.strip() for part in re.split(r"[；;]", text) if part.strip()]
        if len(parts) == 1 and re.fullmatch(r"[\d\s、，,]+", parts[0]):
            parts = re.split(r"[\s、，,]+", parts[0])
        found = [span for part in parts if (span := one(part))]
        if not parts or len(set(found)) < len(found):
            raise UnreadableError("有一处写了两次；请照卷面改正" if parts else "没有词语；请留空")
        chosen = (*(text for _, text in found), *([OTHER] if len(found) < len(parts) else []))
        # Words that are not a span earn and cost nothing, but count as an answer.
        return Reading({id_: MARKED for id_, _ in found}, chosen)

    return Reader(
        "所划的词语，照抄，用；隔开，或写评分标准里这题各条理由的序号（自上而下），如 1；3；"
        f"哪一处都不是的写 {OTHER}",
        read,
        tuple(text for _, text in spans.values()),
    )
