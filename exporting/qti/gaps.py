"""QTI parts of lines with gaps: fields to type in, or lists to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import starmap
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)

from exporting.losses import LITERALLY
from exporting.qti.elements import (
    FEEDBACK,
    SCORE,
    base,
    element,
    marked_up,
    matches,
    outcome,
    variable,
)
from exporting.qti.responses import declared, mapped, reason_of
from exporting.question import FULL, Gap, Gapped
from exporting.wording import html, nested, one_line


@dataclass(frozen=True)
class Filled:
    """The parts of lines with gaps; see :class:`exporting.qti.parts.Parts`."""

    declarations: list[ET.Element]
    content: list[ET.Element]
    processing: list[ET.Element]
    reasons: dict[str, str]
    naming: tuple[str, ...]
    lost: tuple[str, ...]


def filled(body: Gapped) -> Filled:
    """Return the parts of lines with gaps."""
    responses = [f"GAP{place}" for place in range(1, len(body.gaps) + 1)]
    gaps = list(zip(responses, body.gaps, strict=True))
    fields = [
        ET.tostring(_field(name, gap, typed=body.typed), encoding="unicode") for name, gap in gaps
    ]

    def shown(piece: str | int) -> str:
        return html(piece) if isinstance(piece, str) else fields[piece]

    laid = nested([(line.depth, "".join(map(shown, line.pieces))) for line in body.lines])
    reasons = {
        f"{name}.{place}": reason_of(answer)
        for name, gap in gaps
        for place, answer in enumerate(gap.answers, start=1)
        if answer.feedback
    }
    score = outcome(SCORE, element("qti-sum", *(mapped(name) for name in responses)))
    if not body.typed:
        declarations = list(starmap(_declared, gaps))
        content = list(marked_up("div", laid))
        return Filled(declarations, content, [score], reasons, tuple(responses), ())
    reasons |= {f"{name}.0": f"<p>{html(gap.otherwise)}</p>" for name, gap in gaps}
    return Filled(
        list(starmap(_typed, gaps)),
        list(marked_up("div", laid)),
        [score, *starmap(_named, gaps)],
        reasons,
        (),
        (LITERALLY,),
    )


def _field(name: str, gap: Gap, *, typed: bool) -> ET.Element:
    if typed:
        longest = max(len(answer.text) for answer in gap.answers)
        return element(
            "qti-text-entry-interaction",
            response_identifier=name,
            expected_length=str(longest + 2),
        )
    words = (
        element("qti-inline-choice", one_line(answer.text), identifier=f"{name}.{place}")
        for place, answer in enumerate(gap.answers, start=1)
    )
    return element(
        "qti-inline-choice-interaction", *words, response_identifier=name, shuffle="false"
    )


def _declared(name: str, gap: Gap) -> ET.Element:
    earned = {f"{name}.{place}": answer.credit for place, answer in enumerate(gap.answers, start=1)}
    right = [key for key, credit in earned.items() if credit == FULL]
    return declared(name, "identifier", "single", right[:1], earned)


def _typed(name: str, gap: Gap) -> ET.Element:
    earned: dict[str, Fraction] = {answer.text: answer.credit for answer in gap.answers}
    return declared(name, "string", "single", [gap.right], earned)


def _named(name: str, gap: Gap) -> ET.Element:
    """Select the feedback on what was typed, or the general one."""

    def adds(reason: str) -> ET.Element:
        joined = element("qti-multiple", variable(FEEDBACK), base("identifier", reason))
        return outcome(FEEDBACK, joined)

    condition = element("qti-response-condition")
    for place, answer in enumerate(gap.answers, start=1):
        branch = "qti-response-if" if place == 1 else "qti-response-else-if"
        reason = f"{name}.{place}" if answer.feedback else f"{name}.0"
        condition.append(element(branch, matches(name, "string", answer.text), adds(reason)))
    condition.append(element("qti-response-else", adds(f"{name}.0")))
    return condition
