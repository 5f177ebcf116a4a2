"""The package: its items, a test with all of them by chapter, and the manifest.

References
----------
1EdTech, QTI 3.0: Assessment, Section and Item Information Model; Best Practices, packaging.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)

from exporting.model import Collection, Exported, Section
from exporting.qti.elements import SCORE, element, outcome, value
from exporting.trees import in_space

_PACKAGE: Final = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
_LOM: Final = "http://ltsc.ieee.org/xsd/LOM"
_ABOUT: Final = "http://www.imsglobal.org/xsd/imsqti_metadata_v3p0"
TEST: Final = "test.xml"


@dataclass(frozen=True)
class Entry:
    """An item of the package, for the manifest and the test."""

    identifier: str
    title: str
    interaction: str
    item: Exported
    xml: ET.Element

    @property
    def path(self) -> str:
        """Its path in the package."""
        return f"items/{self.identifier}.xml"


def serialised(root: ET.Element, *spaces: tuple[str, str]) -> bytes:
    """Serialise a document without indentation, which would become part of the texts."""
    for prefix, space in (("", root.tag[1:].partition("}")[0]), *spaces):
        ET.register_namespace(prefix, space)
    written: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def test_of(collection: Collection, sections: Iterable[tuple[Section, list[Entry]]]) -> bytes:
    """Return a test with all items, one section per chapter, with feedback shown."""
    part = element(
        "qti-test-part",
        element("qti-item-session-control", max_attempts="0", show_feedback="true"),
        *(
            element(
                "qti-assessment-section",
                *(
                    element("qti-assessment-item-ref", identifier=entry.identifier, href=entry.path)
                    for entry in entries
                ),
                identifier=section.id,
                title=section.title,
                visible="true",
            )
            for section, entries in sections
            if entries
        ),
        identifier="all",
        navigation_mode="nonlinear",
        submission_mode="individual",
    )
    score = element(
        "qti-outcome-declaration",
        element("qti-default-value", value("0")),
        identifier=SCORE,
        cardinality="single",
        base_type="float",
    )
    total = element("qti-sum", element("qti-test-variables", variable_identifier=SCORE))
    root = element(
        "qti-assessment-test",
        score,
        part,
        element("qti-outcome-processing", outcome(SCORE, total)),
        identifier=collection.course,
        title=collection.heading,
    )
    return serialised(root)


def manifest_of(collection: Collection, entries: Iterable[Entry]) -> bytes:
    """Return the manifest: the package's files, and metadata for sorting them."""
    root = ET.Element(f"{{{_PACKAGE}}}manifest", identifier=f"{collection.course}.qti3")

    add = in_space(_PACKAGE)
    about = add(root, "metadata")
    add(about, "schema", "QTI Package")
    add(about, "schemaversion", "3.0.0")
    about.append(_lom(collection.course, collection.heading, collection.version, ()))
    add(root, "organizations")
    resources = add(root, "resources")
    test = add(resources, "resource", identifier="test", type="imsqti_test_xmlv3p0", href=TEST)
    add(test, "file", href=TEST)
    for entry in entries:
        resource = add(
            resources,
            "resource",
            identifier=entry.identifier,
            type="imsqti_item_xmlv3p0",
            href=entry.path,
        )
        metadata = add(resource, "metadata")
        item = entry.item
        metadata.append(_lom(entry.identifier, entry.title, item.version, item.tags))
        qti = ET.SubElement(metadata, f"{{{_ABOUT}}}qtiMetadata")
        ET.SubElement(qti, f"{{{_ABOUT}}}interactionType").text = entry.interaction
        add(resource, "file", href=entry.path)
        add(test, "dependency", identifierref=entry.identifier)
    return serialised(root, ("imsmd", _LOM), ("imsqti", _ABOUT))


def _lom(identifier: str, title: str, version: str, keywords: Iterable[str]) -> ET.Element:
    """Create learning object metadata (LOM)."""
    root = ET.Element(f"{{{_LOM}}}lom")

    add = in_space(_LOM)
    general = add(root, "general")
    named = add(general, "identifier")
    add(named, "catalog", "course")
    add(named, "entry", identifier)
    add(add(general, "title"), "string", title, language="zh-CN")
    add(general, "language", "zh-CN")
    for keyword in keywords:
        add(add(general, "keyword"), "string", keyword, language="zh-CN")
    add(add(add(root, "lifeCycle"), "version"), "string", version, language="zh-CN")
    return root
