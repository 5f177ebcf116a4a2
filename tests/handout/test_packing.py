"""Packing a PDF changes its size and nothing that a reader of it meets."""

from __future__ import annotations

from io import BytesIO

import pytest
import typst
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from publishing.handout.packing import packed
from tests.handout.reading import Pdf

#: More objects than one object stream holds.
SOURCE = """
#set document(title: "题")
#set page(width: 60mm, height: 40mm)
#set heading(numbering: "1.")
#for n in range(200) [= 标题 #n #label("l" + str(n))
第 #n 段，见#link("https://example.org/")[网页]。
]
""".encode()


@pytest.fixture(scope="module")
def plain() -> bytes:
    return typst.compile(SOURCE, pdf_standards="1.7", ignore_system_fonts=True)


def written(reader: PdfReader, number: int) -> bytes:
    output = BytesIO()
    reader.get_object(IndirectObject(number, 0, reader)).write_to_stream(output)
    return output.getvalue()


def test_every_object_is_there_as_it_was(plain: bytes) -> None:
    before, after = PdfReader(BytesIO(plain)), PdfReader(BytesIO(packed(plain)))
    assert int(before.trailer["/Size"]) > 400
    for number in range(1, int(before.trailer["/Size"])):
        assert written(before, number) == written(after, number), number
    for entry in ("/Root", "/Info"):
        assert before.trailer.raw_get(entry).idnum == after.trailer.raw_get(entry).idnum
    assert before.trailer["/ID"] == after.trailer["/ID"]


def test_it_is_smaller_and_the_same_each_time(plain: bytes) -> None:
    assert len(packed(plain)) < 0.6 * len(plain)
    assert packed(plain) == packed(plain)


def test_a_file_of_another_make_is_refused(plain: bytes) -> None:
    with pytest.raises(ValueError, match="one plain table"):
        packed(packed(plain))


def test_both_editions_are_under_two_megabytes(edition: Pdf) -> None:
    assert edition.path.stat().st_size < 2_000_000
