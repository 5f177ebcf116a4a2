"""The QTI package, judged by qti3-item-player: a right and a wrong answer of every item."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from exercises import load_bank
from exercises.inline import plain
from exporting.collecting import collect
from exporting.formats.qti3 import FORMAT
from tests.browser.qti_answers import Q, plays
from tests.browser.qti_player import mounted, play
from tests.exporting.banks import COURSES, items


@pytest.fixture(scope="module")
def player(browser):
    page = mounted(browser)
    yield page
    page.close()


def squeezed(text: str) -> str:
    """Leave out white space, which a page may add."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.settings.id)
def test_every_item_plays_a_right_and_a_wrong_answer(course, player):
    content, _ = FORMAT.write(collect(course, load_bank(course)))
    package = ZipFile(io.BytesIO(content))
    cases = []
    for item in items(course).values():
        name = re.compile(rf"items/{re.escape(f'{course.settings.id}.{item.id}')}(\.\d)?\.xml")
        files = sorted(filter(name.fullmatch, package.namelist()))
        questions = [ET.fromstring(package.read(file)) for file in files]
        for (node, answers), file in zip(plays(item, questions), files, strict=True):
            xml = package.read(file).decode()
            cases += [(item, node, xml, answer) for answer in answers]
    found = play(player, [(xml, answer.responses) for _, _, xml, answer in cases])
    for (item, node, _, wanted), got in zip(cases, found, strict=True):
        where = f"{node.attrib['identifier']} {wanted.responses}"
        assert got["outcomes"]["SCORE"] == pytest.approx(wanted.score), where
        assert got["outcomes"]["MAXSCORE"] == wanted.full, where
        before, after = squeezed(got["before"]), squeezed(got["after"])
        assert squeezed(plain(item.stem)) in before, where
        for choice in (*node.iter(f"{Q}qti-simple-choice"), *node.iter(f"{Q}qti-hottext")):
            assert squeezed("".join(choice.itertext())) in before, where
        told = [*wanted.said, *(sentence.text for sentence in item.sentences)]
        for text in map(squeezed, told):
            assert text in after, f"{where}: {text}"
        for text in map(squeezed, (f"：{reason}" for reason in wanted.unsaid)):
            assert text not in after, f"{where}: {text}"
        for sentence in item.sentences:
            assert squeezed(f"出处：{sentence.label}{sentence.text}") not in before, where
        if item.hint:
            hint = squeezed(plain(item.hint))
            assert hint in squeezed(got["held"]), where
            assert hint not in before, where
