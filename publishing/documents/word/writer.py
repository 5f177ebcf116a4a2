"""Write blocks as paragraphs, lists and tables of Word, formatted only by styles."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.oxml.ns import qn
from docx.shared import Mm

from exercises.inline import runs
from publishing.documents.model import (
    Block,
    Document,
    Framed,
    Heading,
    Items,
    Lines,
    NewPage,
    Paragraph,
    Style,
    Table,
    Tree,
)
from publishing.documents.reproducible import describe, fixed
from publishing.documents.word.numbering import Lists, belong, style_of
from publishing.documents.word.styles import blank
from publishing.documents.word.xml import child, element

_STYLES: Final[dict[Style, str]] = {
    "body": "Normal",
    "lead": "提要",
    "small": "小字",
    "quote": "引文",
    "scene": "情境",
    "passage": "文段",
    "entry": "选项",
    "display": "大字居中",
}
_PAGE: Final = (210, 297)
_MARGIN: Final = 22
#: Box drawing for a tree: prefix of the last branch and of the others, and of the lines below each.
_TWIGS: Final = ("└─ ", "├─ ")
_STEMS: Final = ("　　", "│　")


def docx_of(document: Document, author: str) -> bytes:
    """Write a document for Word.

    Parameters
    ----------
    document
        The document.
    author
        Author named in the file's properties.

    Returns
    -------
    bytes
        The ``.docx`` file; the same document always gives the same bytes.
    """
    file = docx.Document(BytesIO(blank()))
    writer = _Writer(file, document)
    writer.add(document.title, "Title")
    for block in document.blocks:
        writer.write(block)
    writer.foot()
    describe(file.core_properties, document.title, author)
    target = BytesIO()
    file.save(target)
    return fixed(target.getvalue())


class _Writer:
    """Appends blocks to a file."""

    def __init__(self, file: Any, document: Document) -> None:
        self.file, self.document = file, document
        self.lists = Lists(file)
        self.ids = {style.name: style.style_id for style in file.styles}
        section = file.sections[0]
        width, height = reversed(_PAGE) if document.landscape else _PAGE
        section.page_width, section.page_height = Mm(width), Mm(height)
        if document.landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
        for side in ("left", "right", "top", "bottom"):
            setattr(section, f"{side}_margin", Mm(_MARGIN))
        self.room = width - 2 * _MARGIN

    def write(self, block: Block) -> None:  # ruff: ignore[complex-structure] (a case a block)
        match block:
            case Heading(text, level):
                self.add(text, f"Heading {level}")
            case Paragraph(text, style):
                self.add(text, _STYLES[style])
            case Items(entries, numbering, restart):
                number = self.lists.number(numbering, restart=restart)
                for entry in entries:
                    belong(self.add(entry, style_of(numbering)), number)
            case Table():
                self.table(block)
            case Tree():
                self.framed([("表文", line) for line in _drawn(block)], block.text)
            case Lines(count):
                for _ in range(count):
                    _underline(self.add("", "书写线"))
            case Framed(title, texts):
                self.framed([("框题", title), *(("文段", text) for text in texts)], title)
            case NewPage():
                self.file.add_page_break()

    def add(self, text: str, style: str) -> Any:
        return self.fill(self.file.add_paragraph(), text, style)

    def fill(self, paragraph: Any, text: str, style: str) -> Any:
        """Set the style and text of a paragraph; emphasis uses a character style."""
        # Setting styles by id: python-docx searches all styles for each name.
        paragraph._p.get_or_add_pPr().style = self.ids[style]  # ruff: ignore[private-member-access]
        for run in runs(text):
            added = paragraph.add_run(run.text)
            if run.strong:
                added._r.get_or_add_rPr().style = self.ids["Strong"]  # ruff: ignore[private-member-access]
        return paragraph

    def table(self, block: Table) -> None:
        made = self._made(len(block.rows) + 1, block.widths, block.told)
        header = element("tblHeader")
        made.rows[0]._tr.get_or_add_trPr().append(header)  # ruff: ignore[private-member-access] (no other way)
        rows = list(made.rows)
        for place, (row, texts) in enumerate(zip(rows, (block.heads, *block.rows), strict=True)):
            for cell, text in zip(row.cells, texts, strict=True):
                lines = [("表文" if place else "表头", line) for line in text.split("\n")]
                self.fill_cell(cell, lines)
                if block.room:
                    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
            row._tr.get_or_add_trPr().append(element("cantSplit"))  # ruff: ignore[private-member-access]
            if block.room and place:
                row.height = Mm(block.room)
        self.add("", "小字")

    def framed(self, lines: Sequence[tuple[str, str]], description: str) -> None:
        self.fill_cell(self._made(1, (1,), description).rows[0].cells[0], lines)
        self.add("", "小字")

    def fill_cell(self, cell: Any, lines: Sequence[tuple[str, str]]) -> None:
        for number, (style, text) in enumerate(lines):
            self.fill(cell.paragraphs[0] if number == 0 else cell.add_paragraph(), text, style)

    def _made(self, rows: int, widths: Sequence[float], description: str) -> Any:
        made = self.file.add_table(rows, len(widths), style="Table Grid")
        made.autofit = False
        total = sum(widths)
        shares = [Mm(self.room * width / total) for width in widths]
        for column, share in zip(made.columns, shares, strict=True):
            column.width = share
        for row in made.rows:
            for cell, share in zip(row.cells, shares, strict=True):
                cell.width = share
        properties = made._tbl.tblPr  # ruff: ignore[private-member-access]
        child(properties, "tblCaption", val=description)
        child(properties, "tblDescription", val=description)
        return made

    def foot(self) -> None:
        footer = self.file.sections[0].footer
        paragraph = self.fill(footer.paragraphs[0], f"{self.document.foot}　第 ", "小字")
        _field(paragraph, "PAGE")
        paragraph.add_run(" 页　共 ")
        _field(paragraph, "NUMPAGES")
        paragraph.add_run(" 页")


def _drawn(tree: Tree) -> list[str]:
    """Draw a tree with box-drawing characters."""
    lines = [tree.text]
    for place, branch in enumerate(tree.branches, start=1):
        others = place < len(tree.branches)
        first, *rest = _drawn(branch)
        lines.append(_TWIGS[others] + first)
        lines += [_STEMS[others] + line for line in rest]
    return lines


def _underline(paragraph: Any) -> None:
    properties = paragraph._p.get_or_add_pPr()  # ruff: ignore[private-member-access]
    border = element("pBdr")
    child(border, "bottom", val="single", sz="4", space="1", color="808080")
    child(border, "between", val="single", sz="4", space="1", color="808080")
    properties.insert_element_before(border, "w:spacing", "w:ind", "w:jc", "w:rPr")


def _field(paragraph: Any, code: str) -> None:
    """Add a field that Word computes, such as a page number."""
    run = paragraph.add_run()._r  # ruff: ignore[private-member-access]
    child(run, "fldChar", fldCharType="begin")
    instruction = child(run, "instrText")
    instruction.text = code
    instruction.set(qn("xml:space"), "preserve")
    child(run, "fldChar", fldCharType="separate")
    child(run, "t").text = "1"
    child(run, "fldChar", fldCharType="end")
