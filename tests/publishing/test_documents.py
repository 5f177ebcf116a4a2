"""Documents are written as PDF and for Word, with the same content."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from publishing.documents.model import (
    Document,
    Framed,
    Heading,
    Items,
    Lines,
    NewPage,
    Paragraph,
    Table,
    Tree,
)
from publishing.documents.page import page_of
from publishing.documents.typesetting import pdf_of
from publishing.documents.word import docx_of
from publishing.documents.word.numbering import number_of
from publishing.documents.word.styles import LOOKS

DOCUMENT = Document(
    "一份文件",
    (
        Heading("第一节"),
        Paragraph("正文里有**加重**的词。"),
        Paragraph("一种情形", "scene"),
        Items(("点一", "点二")),
        Items(("组一",), "groups"),
        Items(("题一",), "questions"),
        Items(("选甲", "选乙"), "letters"),
        Items(("题二",), "questions"),
        Items(("选丙", "选丁"), "letters"),
        Items(("题三",), "questions", restart=True),
        Table(("表头甲", "表头乙"), (("格一", "格二\n又一段"), ("格三", "")), (1, 3), "一张表", 12),
        Tree("根", (Tree("枝一", (Tree("叶"),)), Tree("枝二"))),
        Lines(2),
        Framed("框题", ("框里的话",)),
        NewPage(),
        Heading("第二节", 2),
    ),
    foot="页脚",
    landscape=True,
)
TEXTS = [
    "一份文件",
    "第一节",
    "正文里有加重的词。",
    "一种情形",
    "点一",
    "点二",
    "组一",
    "题一",
    "选甲",
    "选乙",
    "题二",
    "选丙",
    "选丁",
    "题三",
    "表头甲",
    "表头乙",
    "格一",
    "格二",
    "又一段",
    "格三",
    "根",
    "枝一",
    "叶",
    "枝二",
    "框题",
    "框里的话",
    "第二节",
]


@pytest.fixture(scope="module")
def word() -> bytes:
    return docx_of(DOCUMENT, "某人")


@pytest.fixture(scope="module")
def read(word):
    return docx.Document(BytesIO(word))


def in_order(texts, whole: str) -> bool:
    return re.search(".*?".join(map(re.escape, texts)), whole, re.DOTALL) is not None


def word_text(read) -> str:
    return "".join(text.text or "" for text in read.element.body.iter(qn("w:t")))


def test_both_say_all_of_it_in_order(read):
    pdf = PdfReader(BytesIO(pdf_of(DOCUMENT)))
    printed = re.sub(r"\s", "", "".join(page.extract_text() for page in pdf.pages))
    assert in_order(TEXTS, printed)
    assert in_order(["一、组一", "1.题一", "2.题二", "1.题三"], printed)
    assert in_order(TEXTS, word_text(read))


def test_nothing_is_formatted_but_by_styles(read):
    names = {style.style_id: style.name for style in read.styles}
    body = read.element.body
    for properties in body.iter(qn("w:rPr")):
        assert [child.tag for child in properties] == [qn("w:rStyle")]
    for properties in body.iter(qn("w:pPr")):
        tags = {child.tag for child in properties}
        assert tags <= {qn("w:pStyle"), qn("w:numPr"), qn("w:pBdr")}
    used = {names[style.get(qn("w:val"))] for style in body.iter(qn("w:pStyle"))}
    assert used <= LOOKS.keys()


def test_word_numbers_what_is_numbered(read):
    lists = {
        paragraph.text: number_of(paragraph)
        for paragraph in read.paragraphs
        if number_of(paragraph) is not None
    }
    assert lists["题一"] == lists["题二"] != lists["题三"]
    assert lists["选甲"] == lists["选乙"] != lists["选丙"] == lists["选丁"]
    assert not re.search(r"(^|\s)[A-D1-9]\.", word_text(read))
    numbering = read.part.numbering_part.element
    for num in numbering.findall(qn("w:num")):
        [abstract] = [
            one
            for one in numbering.findall(qn("w:abstractNum"))
            if one.get(qn("w:abstractNumId")) == num[0].get(qn("w:val"))
        ]
        assert abstract is not None
    # Word ignores a list whose abstract numbering does not come before it.
    tags = [child.tag for child in numbering]
    assert tags == sorted(tags, key=[qn("w:abstractNum"), qn("w:num")].index)


def test_tables_have_header_rows_and_words_for_those_who_do_not_see_them(read):
    table = read.tables[0]
    assert (
        table._tbl.findall(f".//{qn('w:tblHeader')}")[0].getparent().getparent()
        is table.rows[0]._tr
    )
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "一张表"
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_language_and_faces_are_chinese(word, read):
    lang = read.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert lang.get(qn("w:eastAsia")) == "zh-CN"
    for name in LOOKS:
        fonts = read.styles[name].element.rPr.find(qn("w:rFonts"))
        assert fonts.get(qn("w:eastAsia")) in {"宋体", "黑体", "楷体"}
        assert not [key for key in fonts if key.endswith("Theme")]
    with ZipFile(BytesIO(word)) as parts:
        faces = parts.read("word/fontTable.xml").decode()
    assert 'w:altName w:val="SimSun' in faces


def test_the_same_document_gives_the_same_bytes(word):
    assert docx_of(DOCUMENT, "某人") == word
    with ZipFile(BytesIO(word)) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert pdf_of(DOCUMENT) == pdf_of(DOCUMENT)


def test_rows_of_another_length_are_refused():
    with pytest.raises(ValueError, match="一张表"):
        Table(("甲", "乙"), (("只一格",),), (1, 1), "一张表")


def test_a_page_says_the_same_and_counts_on():
    page = page_of(DOCUMENT, ("../a.html", "回去")).decode()
    body = page.partition("<main>")[2].partition("</main>")[0]
    said = [text for text in re.split(r"<(?!/?strong)[^>]*>|\n", body) if text]
    assert [re.sub(r"<[^>]*>", "", text) for text in said] == TEXTS
    assert re.findall(r"<ol[^>]*>", body)[1:4:2] == ['<ol type="1">', '<ol type="1" start="2">']
    assert body.count('data-head="表头乙"') == 2
    assert "<strong>加重</strong>" in body
    assert '<a href="../a.html">回去</a>' in page
    assert page_of(Document("<b>", (Paragraph("1 < 2"),))).count(b"&lt;") == 3
