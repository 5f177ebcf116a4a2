"""All products of the box, in the order of its index page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from publishing.documents.model import Document
from publishing.documents.page import page_of
from publishing.documents.typesetting import pdf_of
from publishing.documents.word import docx_of
from teaching.documents.lesson_plan import plan_document
from teaching.documents.notes import group_sheets, notes_document
from teaching.documents.scheme import scheme_document
from teaching.documents.worksheets import TITLE as WORKSHEET
from teaching.documents.worksheets import worksheet
from teaching.handout_pages import handout_pages
from teaching.material import Material
from teaching.products import Group, Product, Products, file_name
from teaching.slides.decks import decks
from teaching.testing import test_papers

#: Files of the handout's builder: name, title, purpose.
_HANDOUTS: Final = (
    ("handout.pdf", "学员版讲义", "发给学员：原文、练习、记忆卡；A4 双面，长边翻转"),
    ("handout-teacher.pdf", "教师版讲义", "教师自用：与学员版页码相同，书末另附答案、理由和出处"),
    ("handout-reading.pdf", "精读本", "发给学员预习：原文和旁注，没有练习"),
    ("handout-booklet.pdf", "精读本（小册子）", "两页拼一面，对折装订"),
)
#: Link from a page in one of the box's folders to the index.
_BACK: Final = ("../index.html", "‹ 教学资料")


def products(material: Material) -> Products:
    """Make all products.

    Parameters
    ----------
    material
        The data they are made from.
    """
    yield from _plans(material)
    yield from _notes(material)
    yield from _handouts(material.course.built / "handout")
    yield from decks(material)
    yield from _sheets(material)
    yield from _tests(material)


def _plans(material: Material) -> Products:
    pages = handout_pages(material.course.built / "handout" / "handout.pdf")
    for plan in material.plans.values():
        document = plan_document(plan, material, pages)
        name = f"教案/{file_name(plan.title)}"
        made = _product(material, "备课", name, document, _aims_of(plan.minutes))
        yield _with_page(made, name, document)


def _aims_of(minutes: int) -> str:
    return f"共 {minutes} 分钟：各环节的时间、教师和学员做什么、用什么；可以照着改成自己的教案"


def _notes(material: Material) -> Products:
    for page in material.chapters:
        if notes := material.notes.get(page.id):
            purpose = "重点、难点和讲法、学员常错、课堂提问、小组案例、板书"
            document = notes_document(page, notes, material)
            name = f"备课说明/{file_name(page.title)}"
            yield _with_page(_product(material, "备课", name, document, purpose), name, document)


def _handouts(folder: Path) -> Products:
    for name, title, purpose in _HANDOUTS:
        if (folder / name).exists():
            yield Product(
                "备课", title, purpose, {f"讲义/{title}.pdf": (folder / name).read_bytes()}
            )


def _sheets(material: Material) -> Products:
    for page in material.chapters:
        if notes := material.notes.get(page.id):
            document = group_sheets(page, notes, material)
            case = notes.case
            purpose = f"一组一页，共 {len(case.groups)} 页；共 {case.minutes} 分钟；{page.title}"
            yield _product(
                material, "上课", f"小组任务单/{file_name(page.title)}", document, purpose
            )
    if material.demands:
        document = worksheet(material, material.demands)
        purpose = "原文对每个岗位的要求，逐条对照填写；每个岗位另起一页，可以只印要用的"
        yield _product(material, "上课", WORKSHEET, document, purpose)
    foot = material.course.settings.title
    for form in material.forms.values():
        yield _product(
            material, "上课", f"表/{file_name(form.title)}", form.document(foot), form.told
        )


def _tests(material: Material) -> Products:
    if material.scheme is None:
        return
    document = scheme_document(material.scheme, material)
    purpose = "及格线、总评的构成、各份试卷的安排、补考和复核"
    yield _product(material, "测试", file_name(material.scheme.title), document, purpose)
    yield from test_papers(material, material.scheme)


def _with_page(product: Product, name: str, document: Document) -> Product:
    """Add a web page, for reading on a phone."""
    return replace(product, files={f"{name}.html": page_of(document, _BACK), **product.files})


def _product(
    material: Material, group: Group, name: str, document: Document, purpose: str
) -> Product:
    """Make a document in both formats, PDF and Word."""
    author = material.course.settings.author
    files = {f"{name}.pdf": pdf_of(document), f"{name}.docx": docx_of(document, author)}
    return Product(group, document.title, purpose, files)
