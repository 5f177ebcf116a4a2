"""The cmi5 package. No registry has a package of its schema, so its rules are checked here."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from exporting.formats.cmi5 import FORMAT
from tests.exporting.banks import COURSES
from tests.exporting.sites import collected

SPACE = {"c": "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"}


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.settings.id)
def test_the_structure_names_one_unit_and_the_rule(course, tmp_path):
    collection = collected(course, tmp_path)
    content, losses = FORMAT.write(collection)
    assert losses == []
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        root = etree.fromstring(packed.read("cmi5.xml"))
        names = packed.namelist()
        page = packed.read("launch.html").decode()
    assert root.tag == f"{{{SPACE['c']}}}courseStructure"
    # In the schema the course precedes its units.
    assert [etree.QName(child).localname for child in root] == ["course", "au"]
    (unit,) = root.findall("c:au", SPACE)
    assert [etree.QName(child).localname for child in unit] == ["title", "description", "url"]
    assert unit.findtext("c:url", namespaces=SPACE) in names
    assert unit.get("moveOn") == "CompletedAndPassed"
    assert unit.get("masteryScore") == f"{course.settings.pass_mark / 100:g}"
    ids = root.xpath("//@id")
    assert len(set(ids)) == len(ids) == 2
    for words in root.iterfind(".//c:langstring", SPACE):
        assert words.get("lang") == "zh-CN"
        assert words.text
    # Only this launcher may connect to a record store, whose address is not known in advance.
    assert "connect-src &#x27;self&#x27; https: http:" in page
