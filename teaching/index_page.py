"""The index page of the box, which explains each file; it works offline and without a server."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final
from urllib.parse import quote

from teaching.pictures import Picture
from teaching.products import GROUPS, Product

_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 1rem/1.7 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; color: #1f2933; background: #fff; }
h1 { font-size: 1.6rem; line-height: 1.3; }
h2 { font-size: 1.2rem; margin-top: 2.5rem; padding-bottom: .3rem;
  border-bottom: 2px solid #1f4e79; }
ul { list-style: none; padding: 0; }
li { padding: .7rem 0; border-bottom: 1px solid #d5dbe1; }
li p { margin: .1rem 0; }
.files a { display: inline-block; min-height: 44px; line-height: 44px; margin-right: 1.2rem;
  overflow-wrap: anywhere; }
.told { color: #4a5560; }
a { color: #1f4e79; }
.pictures { display: grid; gap: 1rem;
  grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); }
.pictures li { padding: 0; border: 0; }
.pictures a { display: block; text-align: center; text-decoration: none; min-height: 44px; }
.pictures img { display: block; width: 100%; height: auto; margin-bottom: .3rem; }
nav a { display: inline-block; min-height: 44px; line-height: 44px; margin-right: 1.5rem; }
@media (prefers-color-scheme: dark) {
  body { color: #e4e8ec; background: #14181c; }
  a { color: #9cc7f0; } .told { color: #b3bcc5; } li { border-color: #343c44; }
  h2 { border-color: #9cc7f0; }
}
@media print { .pictures { grid-template-columns: repeat(4, 1fr); }
  nav { display: none; } a { color: inherit; text-decoration: none; } }
"""
_NAMES: Final = {
    "html": "网页",
    "pdf": "PDF",
    "docx": "Word",
    "pptx": "PPT",
    "xlsx": "Excel",
    "txt": "文本",
}
#: Descriptions of the trainer's tasks.
_TOLD: Final = {
    "备课": "按教案安排时间，按备课说明准备讲什么、问什么。",
    "上课": "课件用来投影，任务单和表打印发放。",
    "测试": "什么时候考、考什么，写在考核方案里。试卷和答题卡一起发。",
    "阅卷": "评分标准不发给学员。全班的作答录成一张表，一条命令算出成绩，见 README 的“阅卷”。",
}


def index_page(
    title: str,
    version: str,
    products: Sequence[Product],
    pictures: Sequence[Picture],
    archive: str,
) -> str:
    """Render the page.

    Parameters
    ----------
    title, version
        The course's title and version.
    products
        The products in the box.
    pictures
        Pictures of the products.
    archive
        Name of the zip file with the whole box.
    """
    groups = [group for group in GROUPS if any(one.group == group for one in products)]
    links = "".join(f'<a href="#{quote(group)}">{group}</a>' for group in groups)
    parts = "".join(
        f'<h2 id="{group}">{group}</h2><p class="told">{_TOLD[group]}</p><ul>'
        + "".join(_entry(one) for one in products if one.group == group)
        + "</ul>"
        for group in groups
    )
    heading = f"教学资料：{escape(title)}"
    return (
        '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{heading}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>{heading}</h1>"
        f"<p>课程版本 {escape(version)}。"
        "这里的文件都由课程的数据生成；改了数据，请再运行 <code>make teacher</code>。"
        f'整个文件夹另打成一个包：<a href="../{quote(archive)}">{escape(archive)}</a>。</p>'
        "<p>Word 文件的字号、字体由样式控制，改一个样式，全文一起改；"
        "题号、选项由 Word 自己编号。</p>"
        f'<nav aria-label="按事情找">{links}</nav>{_gallery(pictures)}{parts}'
        "</main></body></html>\n"
    )


def _gallery(pictures: Sequence[Picture]) -> str:
    """Render the pictures, each linked to the file that it shows."""
    shown = "".join(
        f'<li><a href="{quote(one.shown)}"><img src="{quote(one.file)}" alt="" '
        f'width="{one.width}" height="{one.height}">{escape(one.name)}</a></li>'
        for one in pictures
    )
    return f'<ul class="pictures" aria-label="样子">{shown}</ul>' if shown else ""


def _entry(product: Product) -> str:
    files = "".join(
        f'<a href="{quote(name)}">{escape(_called(name, product))}</a>' for name in product.files
    )
    return (
        f"<li><p><strong>{escape(product.title)}</strong></p>"
        f'<p class="told">{escape(product.told)}</p><p class="files">{files}</p></li>'
    )


def _called(name: str, product: Product) -> str:
    """Return a file's label: its format, with its name if several files have this format."""
    stem, _, suffix = name.rpartition("/")[2].rpartition(".")
    form = _NAMES.get(suffix, suffix)
    same = [other for other in product.files if other.endswith(f".{suffix}")]
    return f"{stem}（{form}）" if len(same) > 1 else form
