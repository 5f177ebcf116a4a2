"""SCORM packages: a manifest with one object (the launcher), and the course's files.

References
----------
ADL, SCORM 1.2 Content Aggregation Model; SCORM 2004 4th Edition Content Aggregation Model.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote
from xml.etree import ElementTree as ET  # ruff: ignore[suspicious-xml-etree-import] (it writes)

from course.archives import packed
from exporting.losses import Loss, losses_of
from exporting.model import Collection, Exported
from exporting.packages.interactions import interactions
from exporting.packages.packed_course import package_files
from exporting.trees import in_space, indented
from publishing.site.launcher import PAGE

#: The loss of an item that fits no interaction of the standard.
RESULT_ONLY: Final = "平台只收到这一题的结果，收不到作答"
_CUT: Final = "作答是一段文字，SCORM 1.2 只收前 255 个字符"


@dataclass(frozen=True)
class Edition:
    """An edition of SCORM: the differences in its manifest.

    Parameters
    ----------
    kind
        The launcher's name for it.
    title
        Its name for trainers.
    version
        Its name in the manifest.
    content, adl
        Its namespaces.
    object
        The attribute that declares a resource to communicate with the platform.
    sequencing
        The namespace of its sequencing rules; empty if it has none.
    """

    kind: str
    title: str
    version: str
    content: str
    adl: str
    object: str
    sequencing: str = ""


SCORM_12: Final = Edition(
    "scorm12",
    "SCORM 1.2",
    "1.2",
    "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    "scormtype",
)
SCORM_2004: Final = Edition(
    "scorm2004",
    "SCORM 2004",
    "2004 4th Edition",
    "http://www.imsglobal.org/xsd/imscp_v1p1",
    "http://www.adlnet.org/xsd/adlcp_v1p3",
    "scormType",
    "http://www.imsglobal.org/xsd/imsss",
)


def write(edition: Edition, collection: Collection) -> tuple[bytes, list[Loss]]:
    """Write the course as a package of an edition.

    Parameters
    ----------
    edition
        The edition.
    collection
        The items and the course as a whole.
    """
    files = package_files(collection, edition.kind)
    whole = {"imsmanifest.xml": manifest(edition, collection, files)} | files
    items = [item for section in collection.sections for item in section.items]
    losses = [
        loss
        for item in items
        for loss in losses_of(item, list(_lost(edition, item)), edition.title, written=True)
    ]
    return packed(whole), losses


def _lost(edition: Edition, item: Exported) -> Iterable[str]:
    reported = interactions(item)
    if not reported:
        yield RESULT_ONLY
    if edition is SCORM_12 and any(one.type == "long-fill-in" for one in reported):
        yield _CUT


def manifest(edition: Edition, collection: Collection, files: Iterable[str]) -> bytes:
    """Write the manifest.

    Parameters
    ----------
    edition
        The edition.
    collection
        The course's id, version and title.
    files
        The paths of all files of the package.
    """
    ET.register_namespace("", edition.content)
    ET.register_namespace("adlcp", edition.adl)

    add = in_space(edition.content)
    # The id has no version: after an update the platform keeps its learners' data.
    root = ET.Element(
        f"{{{edition.content}}}manifest", identifier=f"{collection.course}.manifest", version="1"
    )
    metadata = add(root, "metadata")
    add(metadata, "schema", "ADL SCORM")
    add(metadata, "schemaversion", edition.version)
    organizations = add(root, "organizations", default=f"{collection.course}.course")
    organization = add(organizations, "organization", identifier=f"{collection.course}.course")
    add(organization, "title", collection.title)
    item = add(
        organization,
        "item",
        identifier=f"{collection.course}.item",
        identifierref=f"{collection.course}.files",
    )
    add(item, "title", collection.heading)
    if edition.sequencing:
        _leave_the_verdict_to_the_course(item, edition.sequencing)
    resources = add(root, "resources")
    resource = add(
        resources, "resource", identifier=f"{collection.course}.files", type="webcontent", href=PAGE
    )
    resource.set(f"{{{edition.adl}}}{edition.object}", "sco")
    for path in files:
        add(resource, "file", href=quote(path))
    return indented(root)


def _leave_the_verdict_to_the_course(item: ET.Element, space: str) -> None:
    """Declare that the course sets completion and success itself, by the rule in ``course.yml``."""
    ET.register_namespace("imsss", space)
    sequencing = ET.SubElement(item, f"{{{space}}}sequencing")
    ET.SubElement(
        sequencing,
        f"{{{space}}}deliveryControls",
        completionSetByContent="true",
        objectiveSetByContent="true",
    )
