"""The QTI package: its contents and names; `browser/` plays it in qti3-item-player."""

from __future__ import annotations

import io
from dataclasses import replace
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from exercises import load_bank
from exporting.collecting import collect
from exporting.formats.qti3 import FORMAT
from exporting.model import Collection, Exported, Section, Source
from exporting.question import Line, Match, Pair, Question
from tests.exporting.banks import COURSES, items

Q = "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}"
CP = "{http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1}"
NASTY = "甲 & <乙> \"丙\" '丁' ]]> {戊}"


def files_of(collection: Collection) -> dict[str, ET.Element]:
    """Read all documents of a package."""
    package = ZipFile(io.BytesIO(FORMAT.write(collection)[0]))
    return {name: ET.fromstring(package.read(name)) for name in package.namelist()}


@pytest.fixture(scope="module", params=COURSES, ids=lambda course: course.settings.id)
def course(request):
    return request.param


@pytest.fixture(scope="module")
def collection(course):
    return collect(course, load_bank(course))


@pytest.fixture(scope="module")
def files(collection):
    return files_of(collection)


def test_every_item_is_there_and_none_is_left_out(course, collection, files):
    found = {name.removeprefix(f"items/{course.settings.id}.").split(".")[0] for name in files}
    assert found - {"imsmanifest", "test"} == set(items(course))
    assert not [loss for loss in FORMAT.write(collection)[1] if loss.whole]


def test_manifest_and_test_name_each_file_once(files):
    resources = list(files["imsmanifest.xml"].iter(f"{CP}resource"))
    hrefs = [resource.attrib["href"] for resource in resources]
    assert sorted(hrefs) == sorted(set(files) - {"imsmanifest.xml"})
    ids = {resource.attrib["identifier"]: resource.attrib["href"] for resource in resources}
    assert len(ids) == len(resources)
    referred = list(files["test.xml"].iter(f"{Q}qti-assessment-item-ref"))
    placed = {one.attrib["identifier"]: one.attrib["href"] for one in referred}
    assert placed == {name: href for name, href in ids.items() if name != "test"}
    for name, href in placed.items():
        assert files[href].attrib["identifier"] == name
        assert files[href].attrib["title"]


def test_an_item_keeps_its_id_when_it_is_edited(collection, files):
    def edited(item: Exported) -> Exported:
        return replace(item, version="f" * 12)

    sections = tuple(
        replace(section, items=tuple(map(edited, section.items))) for section in collection.sections
    )
    assert list(files_of(replace(collection, sections=sections))) == list(files)


def test_names_are_unique_in_an_item_and_all_that_is_named_is_there(files):
    for name, root in files.items():
        if not name.startswith("items/"):
            continue
        blocks = [node.attrib["identifier"] for node in root.iter(f"{Q}qti-feedback-block")]
        assert len(blocks) == len(set(blocks))
        declared = {
            node.attrib["identifier"]
            for node in root
            if node.tag in {f"{Q}qti-response-declaration", f"{Q}qti-outcome-declaration"}
        }
        asked = {
            node.attrib["identifier"]
            for tag in ("qti-variable", "qti-map-response", "qti-set-outcome-value", "qti-correct")
            for node in root.iter(f"{Q}{tag}")
        }
        answered = {
            node.attrib["response-identifier"]
            for node in root.iter()
            if "response-identifier" in node.attrib
        }
        assert asked | answered <= declared, name


def test_words_to_mark_stand_in_their_passage(course, files):
    for item in items(course).values():
        if item.kind == "mark":
            root = files[f"items/{course.settings.id}.{item.id}.xml"]
            (interaction,) = root.iter(f"{Q}qti-hottext-interaction")
            paragraphs = ["".join(node.itertext()) for node in interaction.iter(f"{Q}p")]
            assert paragraphs == list(item.paragraphs)
            assert len(list(interaction.iter(f"{Q}qti-hottext"))) == len(item.spans)


def test_what_a_person_grades_says_so_and_brings_the_points(course, files):
    for item in items(course).values():
        if item.kind in {"short", "flashcard"}:
            root = files[f"items/{course.settings.id}.{item.id}.xml"]
            score = next(root.iter(f"{Q}qti-outcome-declaration"))
            assert score.attrib["external-scored"] == "human"
            (rubric,) = root.iter(f"{Q}qti-rubric-block")
            assert rubric.attrib["view"] == "scorer"
            entries = item.back if item.kind == "flashcard" else item.points
            assert len(list(rubric.iter(f"{Q}p"))) == len(entries)


def test_losses_name_what_is_kept_otherwise(course, collection):
    lost = {loss.item.id: loss.what for loss in FORMAT.write(collection)[1]}
    wanted = {"matching", "categorise", "ordering", "evidence", "scenario", "short", "flashcard"}
    typed = {i.id for i in items(course).values() if i.kind == "cloze" and not i.word_list()}
    expected = {item.id for item in items(course).values() if item.kind in wanted} | typed
    assert set(lost) == expected


def test_signs_of_the_format_come_back_as_they_were():
    sources = (Source("第1段第1句", NASTY),)
    body = Match((Pair(NASTY, f"**{NASTY}**", NASTY), Pair("乙", "丙", "")))
    question = Question((Line(f"一行 {NASTY}"),), body, 2)
    item = Exported("c01-a", "0" * 12, "题", NASTY, (question,), NASTY, sources, (NASTY,))
    collection = Collection("nasty", "1", "课/程", (Section("c01", NASTY, (item,)),))
    root = files_of(collection)["items/nasty.c01-a.xml"]
    texts = ["".join(node.itertext()) for node in root.iter()]
    assert f"一行 {NASTY}" in texts
    assert texts.count(NASTY) >= 3
    assert f"出处：第1段第1句　{NASTY}" in texts
    assert "选项里的加重没有导出" in [loss.what for loss in FORMAT.write(collection)[1]]
