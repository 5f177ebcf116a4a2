"""The QTI package, judged by two players: each plays a right and a wrong answer of every item."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from exercises import load_bank
from exercises.inline import plain
from exercises.item import Item
from exporting.collecting import collect
from exporting.formats.qti3 import FORMAT
from tests.browser import qti_components, qti_player
from tests.browser.qti_answers import Play, Q, plays
from tests.exporting.banks import COURSES, items


@dataclass
class Case:
    """An answer to a question of an item in the package."""

    item: Item
    node: ET.Element
    xml: str
    wanted: Play

    def __str__(self) -> str:
        return f"{self.node.attrib['identifier']} {self.wanted.responses}"


@pytest.fixture(scope="module", params=COURSES, ids=lambda course: course.settings.id)
def cases(request):
    course = request.param
    content, _ = FORMAT.write(collect(course, load_bank(course)))
    package = ZipFile(io.BytesIO(content))
    made = []
    for item in items(course).values():
        name = re.compile(rf"items/{re.escape(f'{course.settings.id}.{item.id}')}(\.\d)?\.xml")
        files = sorted(filter(name.fullmatch, package.namelist()))
        questions = [ET.fromstring(package.read(file)) for file in files]
        for (node, answers), file in zip(plays(item, questions), files, strict=True):
            xml = package.read(file).decode()
            made += [Case(item, node, xml, answer) for answer in answers]
    return made


@pytest.fixture(
    scope="module", params=[qti_player, qti_components], ids=["qti3-item-player", "qti-components"]
)
def player(request, browser):
    page = request.param.mounted(browser)
    yield lambda plays: request.param.play(page, plays)
    page.close()


def squeezed(text: str) -> str:
    """Leave out white space, which a page may add."""
    return re.sub(r"\s+", "", text)


def test_every_item_plays_a_right_and_a_wrong_answer(cases, player):
    found = player([(case.xml, case.wanted.responses) for case in cases])
    for case, got in zip(cases, found, strict=True):
        item, wanted = case.item, case.wanted
        assert float(got["outcomes"]["SCORE"]) == pytest.approx(wanted.score), case
        assert int(got["outcomes"]["MAXSCORE"]) == wanted.full, case
        before, after = squeezed(got["before"]), squeezed(got["after"])
        assert squeezed(plain(item.stem)) in before, case
        for choice in (
            *case.node.iter(f"{Q}qti-simple-choice"),
            *case.node.iter(f"{Q}qti-hottext"),
        ):
            assert squeezed("".join(choice.itertext())) in before, case
        for text in map(squeezed, [*wanted.said, *(one.text for one in item.sentences)]):
            assert text in after, f"{case}: {text}"
        for text in map(squeezed, (f"：{reason}" for reason in wanted.unsaid)):
            assert text not in after, f"{case}: {text}"
        for sentence in item.sentences:
            assert squeezed(f"出处：{sentence.label}{sentence.text}") not in before, case
        if item.hint:
            hint = squeezed(plain(item.hint))
            assert hint in squeezed(got["held"]), case
            assert hint not in before, case
