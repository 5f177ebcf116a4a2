"""The slide master: its typefaces, and a named layout for each type of slide."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any, Final, TypeAlias

import pptx
from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from teaching.slides.measures import (
    ASKED,
    BODY,
    COVER,
    FOOT,
    HEIGHT,
    LARGE_ASKED,
    LARGE_BODY,
    LARGE_QUOTE,
    NUMBER,
    QUOTE,
    SECTION,
    SUBTITLE,
    TITLE,
    WIDTH,
    Box,
)
from teaching.slides.model import LARGE

#: Chinese typefaces: of titles and text, and of quotations. Programs without them substitute a
#: typeface of the same family (``pitchFamily``) and script (``charset``).
FACE: Final = "微软雅黑"
QUOTED: Final = "楷体"
_LATIN: Final = "Arial"
#: Sans-serif and script families; simplified Chinese.
_FAMILY: Final = 'pitchFamily="34" charset="-122"'
_QUOTED_FAMILY: Final = 'pitchFamily="49" charset="-122"'
_INK: Final = "1F2933"
_ACCENT: Final = "1F4E79"
_SOFT: Final = "5B6770"
_NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_EMU: Final = 12700

#: A placeholder: type, index, prompt, box, text style.
Place: TypeAlias = tuple[str, int, str, Box, str]
_HEADED: Final[Place] = ("title", 0, "标题", TITLE, "title")
#: The placeholders of each layout.
_LAYOUTS: Final[dict[str, tuple[Place, ...]]] = {
    "封面": (
        ("ctrTitle", 0, "题目", COVER, "title"),
        ("subTitle", 1, "说明", SUBTITLE, "soft"),
    ),
    "分节": (("title", 0, "章名", SECTION, "title"),),
    "要点": (_HEADED, ("body", 1, "要点", BODY, "bullet")),
    "引文": (_HEADED, ("body", 1, "原文", QUOTE, "quote")),
    "表格": (_HEADED,),
    "提问": (_HEADED, ("body", 1, "题目", ASKED, "plain")),
    "答案": (_HEADED, ("body", 1, "答案", ASKED, "plain")),
    f"要点{LARGE}": (
        _HEADED,
        ("body", 1, "要点", LARGE_BODY, "bullet"),
    ),
    f"引文{LARGE}": (
        _HEADED,
        ("body", 1, "原文", LARGE_QUOTE, "quote"),
    ),
    f"提问{LARGE}": (
        _HEADED,
        ("body", 1, "题目", LARGE_ASKED, "plain"),
    ),
    f"答案{LARGE}": (
        _HEADED,
        ("body", 1, "答案", LARGE_ASKED, "plain"),
    ),
}


@cache
def blank() -> bytes:
    """Create the deck without slides that all decks are based on.

    Returns
    -------
    bytes
        A ``.pptx`` file in 16:9 with the master and its layouts.
    """
    deck: Any = pptx.Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    master = deck.slide_master
    layouts = list(master.slide_layouts)
    for surplus in layouts[len(_LAYOUTS) :]:
        master.slide_layouts.remove(surplus)
    _fill_tree(master, [("title", 0, "标题", TITLE, "title"), ("body", 1, "正文", BODY, "bullet")])
    _set_text_styles(master)
    for layout, (name, places) in zip(layouts, _LAYOUTS.items(), strict=False):
        element = layout._element  # ruff: ignore[private-member-access] (no other way)
        element.attrib.pop("type", None)
        element.find(qn("p:cSld")).set("name", name)
        _fill_tree(layout, places, bar=name.startswith("引文"))
    _set_faces(master)
    target = BytesIO()
    deck.save(target)
    return target.getvalue()


def _fill_tree(slide: Any, places: Any, *, bar: bool = False) -> None:
    """Replace all shapes of a master or a layout by its placeholders."""
    tree = slide.shapes._spTree  # ruff: ignore[private-member-access]
    for shape in list(tree)[2:]:
        tree.remove(shape)
    if bar:
        tree.append(_bar())
    for number, place in enumerate(places, start=2):
        tree.append(_placeholder(number, place))
    foot = "<a:r><a:rPr lang='zh-CN'/><a:t>课程</a:t></a:r>"
    tree.append(_small(20, ("ftr", 11, "", FOOT, "l"), foot))
    field = (
        "<a:fld id='{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}' type='slidenum'>"
        "<a:rPr lang='zh-CN'/><a:t>‹#›</a:t></a:fld>"
    )
    tree.append(_small(21, ("sldNum", 12, "", NUMBER, "r"), field))


def _xfrm(box: Box) -> str:
    left, top, width, height = (
        round(side * _EMU) for side in (box.left, box.top, box.width, box.height)
    )
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _placeholder(number: int, place: Place) -> Any:
    kind, index, prompt, box, look = place
    given = f'type="{kind}"' + (f' idx="{index}"' if index else "")
    anchor = "b" if box is COVER else "ctr" if box is SECTION else "t"
    return parse_xml(
        f"<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id='{number}' name='{prompt}'/>"
        f"<p:cNvSpPr><a:spLocks noGrp='1'/></p:cNvSpPr><p:nvPr><p:ph {given}/></p:nvPr></p:nvSpPr>"
        f"<p:spPr>{_xfrm(box)}<a:prstGeom prst='rect'><a:avLst/></a:prstGeom></p:spPr>"
        f"<p:txBody><a:bodyPr lIns='0' tIns='0' rIns='0' bIns='0' anchor='{anchor}' wrap='square'>"
        f"<a:noAutofit/></a:bodyPr><a:lstStyle>{_levels(box, look)}</a:lstStyle>"
        f"<a:p><a:r><a:rPr lang='zh-CN'/><a:t>{prompt}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _levels(box: Box, look: str) -> str:
    return "".join(_level(number, box, look) for number in (1, 2))


def _level(number: int, box: Box, look: str) -> str:
    """Return the paragraph style of a level, with an exact line pitch (see the measures)."""
    indent = box.indent[number - 1] if look == "bullet" or number > 1 else 0
    bullet = {"bullet": "<a:buFont typeface='Arial'/><a:buChar char='•'/>"}.get(look, "<a:buNone/>")
    hanging = -min(indent, 20) if look == "bullet" else 0
    size = box.size - (1 if number > 1 and look == "bullet" else 0)
    colour = {"title": _ACCENT, "soft": _SOFT}.get(look, _INK)
    face, family = (QUOTED, _QUOTED_FAMILY) if look == "quote" else (FACE, _FAMILY)
    bold = 1 if look == "title" else 0
    indents = f"marL='{round(indent * _EMU)}' indent='{round(hanging * _EMU)}'"
    return (
        f"<a:lvl{number}pPr {indents} algn='l'>"
        f"<a:lnSpc><a:spcPts val='{round(box.pitch * 100)}'/></a:lnSpc>"
        f"<a:spcBef><a:spcPts val='0'/></a:spcBef>"
        f"<a:spcAft><a:spcPts val='{round(box.gap * 100)}'/></a:spcAft>{bullet}"
        f"<a:defRPr sz='{round(size * 100)}' b='{bold}' lang='zh-CN' altLang='en-US'>"
        f"<a:solidFill><a:srgbClr val='{colour}'/></a:solidFill>"
        f"<a:latin typeface='{_LATIN}'/><a:ea typeface='{face}' {family}/></a:defRPr>"
        f"</a:lvl{number}pPr>"
    )


def _small(number: int, place: Place, inner: str) -> Any:
    kind, index, _, box, side = place
    face = f"<a:latin typeface='{_LATIN}'/><a:ea typeface='{FACE}' {_FAMILY}/>"
    return parse_xml(
        f"<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id='{number}' name='{kind}'/>"
        f"<p:cNvSpPr><a:spLocks noGrp='1'/></p:cNvSpPr>"
        f"<p:nvPr><p:ph type='{kind}' idx='{index}'/></p:nvPr></p:nvSpPr>"
        f"<p:spPr>{_xfrm(box)}<a:prstGeom prst='rect'><a:avLst/></a:prstGeom></p:spPr>"
        f"<p:txBody><a:bodyPr lIns='0' tIns='0' rIns='0' bIns='0' anchor='ctr'/>"
        f"<a:lstStyle><a:lvl1pPr algn='{side}'><a:defRPr sz='{round(box.size * 100)}'>"
        f"<a:solidFill><a:srgbClr val='{_SOFT}'/></a:solidFill>"
        f"{face}</a:defRPr></a:lvl1pPr></a:lstStyle>"
        f"<a:p>{inner}</a:p></p:txBody></p:sp>"
    )


def _bar() -> Any:
    """Create the bar beside a quotation, marked as decorative for screen readers."""
    box = Box(QUOTE.left - 16, QUOTE.top, 4, QUOTE.height, 0, 0)
    decorative = (
        "<a:extLst><a:ext uri='{C183D7F6-B498-43B3-948B-1728B52AA6E4}'>"
        "<adec:decorative val='1' "
        "xmlns:adec='http://schemas.microsoft.com/office/drawing/2017/decorative'/>"
        "</a:ext></a:extLst>"
    )
    return parse_xml(
        f"<p:sp {_NAMESPACES}><p:nvSpPr>"
        f"<p:cNvPr id='19' name='竖线' descr=''>{decorative}</p:cNvPr>"
        f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{_xfrm(box)}"
        f"<a:prstGeom prst='rect'><a:avLst/></a:prstGeom>"
        f"<a:solidFill><a:srgbClr val='{_ACCENT}'/></a:solidFill>"
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _set_text_styles(master: Any) -> None:
    """Set the master's default text styles to those of the layouts, for text added by hand."""
    element = master._element  # ruff: ignore[private-member-access]
    styles = element.find(qn("p:txStyles"))
    made = parse_xml(
        f"<p:txStyles {_NAMESPACES}><p:titleStyle>{_level(1, TITLE, 'title')}</p:titleStyle>"
        f"<p:bodyStyle>{_levels(BODY, 'bullet')}</p:bodyStyle>"
        f"<p:otherStyle>{_level(1, BODY, 'plain')}</p:otherStyle></p:txStyles>"
    )
    element.replace(styles, made)


def _set_faces(master: Any) -> None:
    """Set the theme's Chinese typefaces, which tables and new text boxes use."""
    part = next(
        relation.target_part
        for relation in master.part.rels.values()
        if relation.reltype.endswith("/theme")
    )
    theme = etree.fromstring(part.blob)
    for fonts in theme.iter(qn("a:majorFont"), qn("a:minorFont")):
        fonts.find(qn("a:latin")).set("typeface", _LATIN)
        fonts.find(qn("a:ea")).set("typeface", FACE)
        for font in fonts.findall(qn("a:font")):
            if font.get("script") == "Hans":
                font.set("typeface", FACE)
    part._blob = etree.tostring(  # ruff: ignore[private-member-access] (no other way)
        theme, xml_declaration=True, encoding="UTF-8", standalone=True
    )
