"""All decks of a course."""

from __future__ import annotations

from typing import Final

from teaching.material import Material
from teaching.products import Product, Products, file_name
from teaching.slides.deck import chapter_deck, whole_deck
from teaching.slides.drawing import drawing_of
from teaching.slides.writing import pptx_of

_TOLD: Final = (
    "原文、结构、精读、易混易误、提问和答案；备注里有讲法。用 PowerPoint 或 WPS 打开，可以改"
)


def decks(material: Material) -> Products:
    """Make all decks.

    Parameters
    ----------
    material
        The data they are made from.
    """
    settings = material.course.settings
    whole = pptx_of(
        settings.title, whole_deck(material), foot=settings.short_title, author=settings.author
    )
    purpose = "各章的结构、小结和一道提问，一两小时讲完全书用"
    chapters = {page.id: chapter_deck(page, material) for page in material.chapters if page.reads}
    drawing = drawing_of(slide for slides in chapters.values() for slide in slides)
    yield Product("上课", "课件：全书", purpose, {"课件/全书.pptx": whole}, drawing)
    for page in material.chapters:
        if page.reads:
            name = file_name(page.title)
            deck = pptx_of(page.title, chapters[page.id], foot=page.title, author=settings.author)
            yield Product("上课", f"课件：{page.title}", _TOLD, {f"课件/{name}.pptx": deck})
