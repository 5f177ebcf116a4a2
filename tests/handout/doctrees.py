"""Small doctrees, and their translation."""

from __future__ import annotations

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document

from exercises.sheet import (
    exercise,
    exercise_answer,
    exercise_blank,
    exercise_branch,
    exercise_card,
    exercise_direction,
    exercise_draft,
    exercise_entries,
    exercise_entry,
    exercise_grid,
    exercise_lines,
    exercise_option,
    exercise_options,
    exercise_passage,
    exercise_reason,
    exercise_scene,
    exercise_source,
    exercise_stem,
    exercise_word,
    exercise_words,
)
from publishing.handout.pages import Page
from publishing.handout.translator import TypstTranslator


def translate(*content: nodes.Node) -> TypstTranslator:
    """Translate nodes as the content of the page ``book/c01``."""
    document = new_document("book/c01.md", get_default_settings())
    document += nodes.section("", nodes.title("", "第一章　题目"), *content, ids=["id1"])
    return translated(document)


def translated(document: nodes.document) -> TypstTranslator:
    """Translate a whole document as the page ``book/c01``."""
    translator = TypstTranslator(document, Page("book/c01", "book/c01.md", "chapter", 2))
    document.walkabout(translator)
    return translator


def entry(text: str, *children: nodes.Node, label: str = "", room: str = "none") -> exercise_entry:
    """Return an entry of a list, a grid or a tree."""
    return exercise_entry("", text, *children, label=label, room=room)


def exercise_of(stem: str, *parts: nodes.Element) -> exercise:
    """Return an exercise with these parts."""
    return exercise(
        "", exercise_stem("", stem), exercise_direction("", "作答方式"), *parts,
        exercise_answer(
            "", exercise_reason("", "理由", label="A", right=True), exercise_source(), key="要点"
        ),
        item="one", kind="all", label="各种题", number="1-1", ids=["ex-one"],
    )  # fmt: skip


def every_form() -> exercise:
    """Return an exercise with all node classes of the vocabulary."""
    blank = exercise_blank("", number=1, width=4)
    tree = exercise_branch(
        "",
        entry("巡视工作"),
        exercise_branch(
            "", entry("方针"), exercise_branch("", entry("", exercise_blank("", number=2, width=3)))
        ),
        exercise_branch("", entry("机制：", exercise_blank("", number=3, width=4))),
    )
    return exercise_of(
        "题干",
        exercise_scene("", "某地的情境"),
        exercise_entries("", entry("小题", label="（1）"), style="plain"),
        exercise_options("", exercise_option("", "选项", label="A"), marker="one"),
        exercise_options("", exercise_option("", "选项", label="A"), marker="any"),
        exercise_passage("", "", nodes.Text("讲话"), blank, nodes.Text("原文")),
        exercise_passage("", "划词的原文", leading="wide"),
        exercise_draft("", exercise_passage("", "拟的一稿", leading="wide"), title="拟稿的题目"),
        exercise_words("", exercise_word("", "词甲"), exercise_word("", "词乙")),
        *(
            exercise_entries(
                "", entry("一项", label="1", room=room), entry("又一项"), style="plain"
            )
            for room in ("none", "box", "brackets", "rule")
        ),
        exercise_entries(
            "",
            exercise_entries("", entry("左一", label="1", room="rule"), style="plain"),
            exercise_entries("", entry("右一", label="A"), entry("右二", label="B"), style="plain"),
            style="two-columns",
        ),
        exercise_grid(
            "", entry("第一行", label="1"), entry("第二行"), corner="卡片", heads=["甲类", "乙类"]
        ),
        exercise_lines("", count=6),
        tree,
        exercise_card("", front="正面", back=["背面"]),
    )
