"""Heights estimated from the text, compared with those measured by Typst."""

from __future__ import annotations

import json
import shutil
from statistics import median

import pytest
import typst

from course.typefaces import installed_fonts
from tests.handout.reading import BUILT

#: Replaces the template's function: records for each block the estimate and the real height.
MEASURING = """
#let whole-up-to(limit, height, ..arguments, body) = context {
  let unbroken = block(width: 100%, breakable: false, ..arguments, body)
  let measured = measure(unbroken, width: measure-width).height
  [#metadata((limit / 1mm, height / 1mm, measured / 1mm))<heights>]
  unbroken
}
"""


@pytest.fixture(scope="module")
def heights(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[float, float, float]]:
    folder = tmp_path_factory.mktemp("heights") / "handout"
    shutil.copytree(BUILT, folder)
    with (folder / "template" / "pages.typ").open("a", encoding="utf-8") as template:
        template.write(MEASURING)
    found = typst.query(
        folder / "handout.typ", "<heights>", field="value", root=folder,
        font_paths=installed_fonts(), ignore_system_fonts=True,
    )  # fmt: skip
    # The template measures some parts itself: there only one side of the limit is estimated.
    return [(limit, told, true) for limit, told, true in json.loads(found) if 0 < told != limit + 1]


def test_what_is_told_is_near_what_is_set(heights: list[tuple[float, float, float]]) -> None:
    assert len(heights) > 250
    assert median(abs(told - true) for _, told, true in heights) < 2


def test_no_block_is_taken_for_short_or_long_that_is_far_from_it(
    heights: list[tuple[float, float, float]],
) -> None:
    mistaken = [
        (limit, told, true)
        for limit, told, true in heights
        if (told > limit) != (true > limit) and abs(true - limit) > 12
    ]
    assert not mistaken


def test_nothing_that_stays_whole_is_near_to_a_page(
    heights: list[tuple[float, float, float]],
) -> None:
    assert max(true for limit, told, true in heights if told <= limit) < 200
