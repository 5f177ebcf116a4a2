"""Packing a PDF changes its size, but nothing that a PDF reader sees."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
import typst
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from publishing.handout.packing import packed
from tests.handout.reading import Pdf

#: More objects than fit into one object stream.
SOURCE = b"""
#set document(title: "Title")
#set page(width: 60mm, height: 40mm)
#set heading(numbering: "1.")
#for n in range(200) [= Heading #n #label("l" + str(n))
Paragraph #n, see #link("https://example.org/")[a page].
]
"""


@pytest.fixture(scope="module")
def plain() -> bytes:
    return typst.compile(SOURCE, pdf_standards="ua-1", ignore_system_fonts=True)


def same_document(before: bytes, after: bytes) -> bool:
    """Compare everything reachable from two PDFs' root and info, ignoring object numbers."""
    trailers = [PdfReader(BytesIO(pdf)).trailer for pdf in (before, after)]
    todo = [tuple(told.raw_get(at) for told in trailers) for at in ("/Root", "/Info")]
    numbers: dict[int, int] = {}
    while todo:
        one, other = todo.pop()
        if isinstance(one, IndirectObject) and isinstance(other, IndirectObject):
            if one.idnum in numbers:
                if numbers[one.idnum] != other.idnum:
                    return False
                continue
            numbers[one.idnum] = other.idnum
            one, other = one.get_object(), other.get_object()
        if itself(one) != itself(other):
            return False
        todo += zip(parts(one), parts(other), strict=True)
    return True


def itself(found: PdfObject) -> object:
    """Return the value of an object without its children."""
    if isinstance(found, StreamObject):
        return found.get_data(), names(found)
    if isinstance(found, DictionaryObject):
        return names(found)
    return len(found) if isinstance(found, ArrayObject) else found


def parts(found: PdfObject) -> list[PdfObject]:
    if isinstance(found, DictionaryObject):
        return [found.raw_get(name) for name in names(found)]
    return list(found) if isinstance(found, ArrayObject) else []


def names(found: DictionaryObject) -> list[str]:
    # The compression of streams may differ, and a default goes (the test below).
    apart = {"/Length", "/Filter"} if isinstance(found, StreamObject) else {"/Suspects"}
    return sorted(found.keys() - apart)


def test_every_object_is_there_as_it_was(plain: bytes) -> None:
    assert int(PdfReader(BytesIO(plain)).trailer["/Size"]) > 400
    assert same_document(plain, packed(plain))


@pytest.mark.parametrize(
    ("was", "is_now"),
    [
        (b"/Marked true", b"/Marked null"),
        (b"<pdfuaid:part>1<", b"<pdfuaid:part>2<"),
        (b"/S/H1", b"/S/H2"),
        (b"https://example.org/", b"https://example.com/"),
    ],
)
def test_a_change_would_be_noticed(plain: bytes, was: bytes, is_now: bytes) -> None:
    assert was in plain
    assert not same_document(plain, packed(plain.replace(was, is_now, 1)))


def test_popplers_tools_find_no_error_in_it(plain: bytes, tmp_path: Path) -> None:
    file = tmp_path / "packed.pdf"
    file.write_bytes(packed(plain))
    told = subprocess.run(["pdfinfo", file], capture_output=True, check=True)
    assert told.stderr == b""


def test_it_is_smaller_and_the_same_each_time(plain: bytes) -> None:
    assert len(packed(plain)) < 0.6 * len(plain)
    assert packed(plain) == packed(plain)


def test_both_editions_are_under_two_megabytes(edition: Pdf) -> None:
    assert edition.path.stat().st_size < 2_000_000
