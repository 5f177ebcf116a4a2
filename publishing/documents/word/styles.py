"""The styles of Word files; all formatting is in these."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any, Final

import docx
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from publishing.documents.word.xml import child, element

#: Fonts by purpose: for Latin letters, for Chinese characters.
SERIF: Final = ("Times New Roman", "宋体")
SANS: Final = ("Arial", "黑体")
KAI: Final = ("Times New Roman", "楷体")
#: Other names of these fonts, and substitutes, for systems that lack them.
_OTHER_NAMES: Final = {
    "宋体": "SimSun,Songti SC,Noto Serif CJK SC",
    "黑体": "SimHei,Heiti SC,Noto Sans CJK SC",
    "楷体": "KaiTi,Kaiti SC,LXGW WenKai",
}
_BLACK: Final = RGBColor(0, 0, 0)


@dataclass(frozen=True)
class Look:
    """The look of a style.

    Parameters
    ----------
    faces
        Its Latin and its Chinese font.
    size
        Font size in points.
    bold
        Whether it is bold.
    before, after
        Space around a paragraph, in points.
    indent
        Left indentation in mm.
    """

    faces: tuple[str, str] = SERIF
    size: float = 10.5
    bold: bool = False
    before: float = 0
    after: float = 4
    indent: float = 0


#: Looks by the name of the style; English names are Word's built-in styles, which Word translates.
LOOKS: Final = {
    "Normal": Look(),
    "Title": Look(SANS, 18, bold=True, after=10),
    "Heading 1": Look(SANS, 14, bold=True, before=14, after=6),
    "Heading 2": Look(SANS, 12, bold=True, before=10, after=4),
    "Heading 3": Look(SANS, 10.5, bold=True, before=8, after=3),
    "提要": Look(SANS, 10),
    "小字": Look(size=9),
    "引文": Look(KAI, indent=6),
    "文段": Look(KAI, 11, before=4, after=6, indent=8),
    "情境": Look(SANS, 10, before=4, indent=4),
    "列项": Look(after=2),
    "题组": Look(SANS, 12, bold=True, before=12, after=4),
    "试题": Look(before=8, after=3),
    "选项": Look(after=2, indent=8),
    "表头": Look(SANS, 9.5, bold=True, before=2, after=2),
    "表文": Look(size=9.5, before=1, after=2),
    "框题": Look(SANS, 9, bold=True, after=2),
    "书写线": Look(size=16, after=0),
    "大字居中": Look(KAI, 18, before=14, after=14),
}
#: Styles whose paragraphs are kept on the same page as the next paragraph.
_KEPT_WITH_NEXT: Final = ("Heading 1", "Heading 2", "Heading 3", "题组", "试题", "框题")
_CENTRED: Final = ("大字居中",)


@cache
def blank() -> bytes:
    """Make the empty file from which all others are made.

    Returns
    -------
    bytes
        A ``.docx`` file with styles, fonts and language.
    """
    file = docx.Document()
    set_styles(file)
    target = BytesIO()
    file.save(target)
    return target.getvalue()


def set_styles(file: WordFile) -> None:
    """Set the styles, fonts and language of a new file.

    Parameters
    ----------
    file
        A file made from python-docx's default template.
    """
    names = {style.name for style in file.styles}
    for name, look in LOOKS.items():
        known = name in names
        style: Any = (
            file.styles[name] if known else file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        )
        if not known:
            style.base_style, style.quick_style = file.styles["Normal"], True
        _shape(style, look)
        if name in _CENTRED:
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        style.paragraph_format.keep_with_next = name in _KEPT_WITH_NEXT or None
    _set_language(file)
    _name_faces(file)


def _shape(style: Any, look: Look) -> None:
    style.font.size, style.font.bold = Pt(look.size), look.bold
    style.font.color.rgb = _BLACK
    set_faces(style.element.get_or_add_rPr(), look.faces)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.left_indent, form.line_spacing = Mm(look.indent), 1.3
    # The template's Title has a bottom border in a theme colour.
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)


def set_faces(properties: Any, faces: tuple[str, str]) -> None:
    """Set the fonts of a style; theme fonts are removed because they would take precedence."""
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    latin, chinese = faces
    for kind, face in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", chinese)):
        fonts.set(qn(f"w:{kind}"), face)
    # Punctuation common to both scripts, such as “”, is set in the Chinese font.
    fonts.set(qn("w:hint"), "eastAsia")


def _set_language(file: WordFile) -> None:
    """Declare the language; otherwise Chinese characters may get Japanese glyphs."""
    defaults = file.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in run.findall(qn("w:lang")):
        run.remove(old)
    run.append(element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"))
    set_faces(run, SERIF)
    settings = file.settings.element
    for old in settings.findall(qn("w:themeFontLang")):
        old.set(qn("w:eastAsia"), "zh-CN")


def _name_faces(file: WordFile) -> None:
    """Add the Chinese fonts, with alternative names, to the font table."""
    part = next(
        part for part in file.part.package.iter_parts() if part.partname == "/word/fontTable.xml"
    )
    from lxml import etree

    table = etree.fromstring(part.blob)
    for face, others in _OTHER_NAMES.items():
        font = child(table, "font", name=face)
        child(font, "altName", val=others)
        child(font, "charset", val="86")
    part._blob = etree.tostring(  # ruff: ignore[private-member-access] (no other way)
        table, xml_declaration=True, encoding="UTF-8", standalone=True
    )
