"""The slides of a chapter, and of the whole course, made from the chapters' data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import ascii_uppercase

from exercises.item import Item
from publishing.outline.close_readings import STEPS, CloseReading
from publishing.outline.pairs import Pair
from speech import Sentence
from teaching.chapter_contents import ChapterPage, Section
from teaching.documents.wording import cited, labels
from teaching.material import Material
from teaching.notes import Notes
from teaching.slides.model import Layout, Para, Slide, TableSlide, TextSlide


def chapter_deck(page: ChapterPage, material: Material) -> list[Slide]:
    """Return the slides of a chapter."""
    notes = material.notes.get(page.id)
    slides: list[Slide] = [
        TextSlide("封面", page.title, (Para(material.course.settings.title),)),
        _points("学习目标", (objective.text for objective in page.chapter.objectives)),
        _structure(page, notes),
    ]
    for section in page.reads:
        slides += _section(section, notes, material)
    read = set(page.sentences)
    slides += [slide for pair in material.pairs if pair.last in read for slide in _pair(pair)]
    slides.append(_points("小结", page.summary))
    return slides + (list(_discussion(notes)) if notes else [])


def whole_deck(material: Material) -> list[Slide]:
    """Return the slides of the whole course: structure, summary and a question for each chapter."""
    settings = material.course.settings
    read = [page for page in material.chapters if page.reads]
    slides: list[Slide] = [
        TextSlide("封面", settings.title, (Para(material.speech.title),)),
        _points("这门课程读什么", (page.title for page in read)),
    ]
    for page in read:
        notes = material.notes.get(page.id)
        slides += [
            TextSlide("分节", page.title, ()),
            _structure(page, notes),
            _points("小结", page.summary),
        ]
        asked = (item for section in page.reads for item in section.items)
        slides += _first_question(asked, material)
    return slides


def _points(title: str, texts: Iterable[str]) -> TextSlide:
    return TextSlide("要点", title, tuple(map(Para, texts)))


def _structure(page: ChapterPage, notes: Notes | None) -> TextSlide:
    # A single root is the chapter itself, which the title names already.
    roots = page.structure
    trees = roots[0].branches if len(roots) == 1 and roots[0].branches else roots
    paras = tuple(Para(text, min(depth, 1)) for tree in trees for depth, text in tree.lines())
    said = tuple(map(cited, notes.matters)) if notes else ()
    return TextSlide("要点", "本章结构", paras, ("重点：", *said) if said else ())


def _section(section: Section, notes: Notes | None, material: Material) -> Iterator[Slide]:
    """Yield the slides of a section: its text, its close readings, and a question."""
    paras = tuple(Para(f"{s.text}（{s.label}）") for s in section.sentences)
    yield TextSlide("引文", section.title, paras, tuple(_hard(notes, section.sentences)))
    for name in section.readings:
        yield from _reading(material.readings[name], material)
    yield from _first_question(section.items, material)


def _hard(notes: Notes | None, sentences: Iterable[Sentence]) -> Iterator[str]:
    here = set(sentences)
    for hard in notes.hard if notes else ():
        if here.intersection(hard.at):
            yield f"难点：{cited(hard)}"
            yield f"讲法：{hard.how}"


def _reading(reading: CloseReading, material: Material) -> Iterator[Slide]:
    passage = material.speech.find(reading.passage)
    title = f"精读示范：{reading.title}"
    paras = tuple(Para(f"{s.text}（{s.label}）") for s in passage)
    yield TextSlide("引文", title, paras, ("先请学员自己读，照五步各说一句，再放下一页。",))
    rows = tuple(
        (name, "\n".join(cited(said) for said in reading.step(step)))
        for step, name in STEPS.items()
    )
    alt = f"{reading.title}：五步各读出什么"
    yield TableSlide(title, ("步骤", "读出什么"), rows, (1.2, 6.8), alt)


def _first_question(items: Iterable[str], material: Material) -> Iterator[Slide]:
    for name in items:
        item = material.bank.item(name)
        if _is_plain(item):
            yield from _question(item, material)
            return


def _is_plain(item: Item) -> bool:
    """Return whether an item is one list of options under a stem, so that it can be asked aloud."""
    return item.asked() == [item.stem] and len(item.choices()) == 1


def _question(item: Item, material: Material) -> Iterator[Slide]:
    [options] = item.choices()
    number = material.number(item.id)
    lettered = list(zip(ascii_uppercase, options, strict=False))
    reasons = item.reasons()[: len(options)]
    asked = (
        Para(item.stem),
        *(Para(f"{letter}. {option.text}", 1) for letter, option in lettered),
    )
    yield TextSlide(
        "提问", f"{number}　{item.own_label}", asked, ("先举手表决，再请少数一方先说理由。",)
    )
    right = tuple(
        Para(f"**{letter}. {option.text}**") for letter, option in lettered if option.right
    )
    why = tuple(Para(reason.text) for reason in reasons if reason.right)
    places = Para(f"出处：{labels(item.sentences)}")
    wrong = tuple(f"{reason.label}：{reason.text}" for reason in reasons if not reason.right)
    yield TextSlide(
        "答案", f"{number}　答案", (*right, *why, places), ("其余各项为什么不对：", *wrong)
    )


def _pair(pair: Pair) -> Iterator[Slide]:
    title = f"易混易误：{pair.title}"
    rows = tuple(
        (
            row.what,
            *(
                "\n".join(
                    (f"{saying.text}（{saying.at.label}）" if saying.quotes else "")
                    + (saying.note or "")
                    for saying in cell
                )
                for cell in row.cells
            ),
        )
        for row in pair.rows
    )
    widths = (1.3, *(7 / len(pair.sides),) * len(pair.sides))
    notes = ("分别在哪里：", *map(cited, pair.difference))
    yield TableSlide(title, ("比什么", *pair.sides), rows, widths, f"{pair.title}，并排比较", notes)
    yield _points(f"{title}　分别在哪里", map(cited, pair.difference))


def _discussion(notes: Notes) -> Iterator[Slide]:
    for number, question in enumerate(notes.questions, start=1):
        good = tuple(map(cited, question.good))
        said = ("回答要点：", *good)
        yield TextSlide("提问", f"讨论{number}", (Para(question.ask),), said)
        yield TextSlide("答案", f"讨论{number}　可以这样回答", tuple(map(Para, good)))
    case = notes.case
    yield _case("提问", f"小组案例：{case.title}", (case.scene,))
    tasks = tuple(f"**{group.name}**　{group.task}" for group in case.groups)
    title = f"小组案例：{case.title}　分组（{case.minutes} 分钟）"
    yield _case("提问", title, (*tasks, f"**汇报**　{case.report}"))
    yield _case("答案", f"小组案例：{case.title}　要点", tuple(map(cited, case.good)))


def _case(layout: Layout, title: str, texts: tuple[str, ...]) -> TextSlide:
    return TextSlide(layout, title, tuple(map(Para, texts)))
