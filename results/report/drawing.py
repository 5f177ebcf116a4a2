"""Pictures as inline SVG: they need no script and no other file, and print sharp."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup, escape

_WIDTH: Final = 640
_LINE: Final = 34
_BAR: Final = 10


def bars(rows: Sequence[tuple[str, Sequence[float]]], names: Sequence[str]) -> Markup:
    """Draw shares as bars, one or two a row.

    Parameters
    ----------
    rows
        What it is, and its shares.
    names
        What the bars of a row are.
    """
    step = _LINE + _BAR * (len(names) - 1)
    parts = []
    for place, (text, shares) in enumerate(rows):
        top = place * step
        shown = text if len(text) <= 42 else f"{text[:41]}…"  # ruff: ignore[magic-value-comparison] (what a line holds)
        parts.append(f'<text x="0" y="{top + 13}">{escape(shown)}</text>')
        for which, share in enumerate(shares):
            y = top + 19 + which * (_BAR + 1)
            parts.append(
                f'<rect class="b{which}" x="0" y="{y}" width="{share * (_WIDTH - 60):.1f}" '
                f'height="{_BAR - 1}"/><text class="v" x="{share * (_WIDTH - 60) + 5:.1f}" '
                f'y="{y + 8}">{share:.0%}</text>'
            )
    told = "；".join(f"{text} {'、'.join(f'{one:.0%}' for one in shares)}" for text, shares in rows)
    return _svg(len(rows) * step + 4, f"{'、'.join(names)}：{told}", "".join(parts))


def histogram(counts: Sequence[int]) -> Markup:
    """Draw how many people are in each tenth of the points.

    Parameters
    ----------
    counts
        People by tenths.
    """
    most, wide, high = max(counts, default=0) or 1, _WIDTH / len(counts), 120
    parts = []
    for place, count in enumerate(counts):
        tall = count / most * high
        x, middle = place * wide, (place + 0.5) * wide
        parts.append(
            f'<rect class="b0" x="{x + 2:.1f}" y="{high + 16 - tall:.1f}" width="{wide - 4:.1f}" '
            f'height="{tall:.1f}"/>'
            f'<text class="m" x="{middle:.1f}" y="{high + 11 - tall:.1f}">{count or ""}</text>'
            f'<text class="m" x="{middle:.1f}" y="{high + 32}">{place * 10}%</text>'
        )
    told = "、".join(f"{place * 10}% 起 {count} 人" for place, count in enumerate(counts))
    return _svg(high + 38, f"各得分率的人数：{told}", "".join(parts))


def scatter(points: Sequence[tuple[str, float, float]]) -> Markup:
    """Draw items by difficulty and discrimination.

    Parameters
    ----------
    points
        Number, difficulty and discrimination of each.
    """
    left, right, top, bottom = 40, _WIDTH - 20, 10, 290

    def at(difficulty: float, discrimination: float) -> tuple[float, float]:
        held = max(-0.5, min(1.0, discrimination))
        return left + difficulty * (right - left), bottom - (held + 0.5) / 1.5 * (bottom - top)

    parts = []
    for mark in (-0.5, 0, 0.2, 0.5, 1):
        _, y = at(0, mark)
        kind = ' class="weak"' if mark == 0.2 else ""  # ruff: ignore[magic-value-comparison, float-equality-comparison] (the bound)
        parts.append(
            f'<line{kind} x1="{left}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text class="e" x="{left - 6}" y="{y + 4:.1f}">{mark:g}</text>'
        )
    for tenth in range(0, 11, 2):
        x, _ = at(tenth / 10, 0)
        parts.append(f'<text class="m" x="{x:.1f}" y="{bottom + 18}">{tenth / 10:g}</text>')
    for number, difficulty, discrimination in points:
        x, y = at(difficulty, discrimination)
        said = f"{escape(number)}：难度 {difficulty:.2f}，区分度 {discrimination:.2f}"
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"><title>{said}</title></circle>')
    parts.append(
        f'<text class="m" x="{_WIDTH / 2}" y="{bottom + 38}">难度（横）与区分度（竖）</text>'
    )
    return _svg(bottom + 46, f"{len(points)} 道题的难度和区分度，数字见表“各题”", "".join(parts))


def _svg(height: float, told: str, inside: str) -> Markup:
    head = f'<svg viewBox="0 0 {_WIDTH} {height:.0f}" role="img" aria-label="{escape(told)}">'
    return Markup(f"{head}{inside}</svg>")  # ruff: ignore[unsafe-markup-use] (texts are escaped)
