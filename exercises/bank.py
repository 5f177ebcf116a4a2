"""The item bank: all items, read from one YAML file per chapter."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from course import Course, Fault, FaultyError, check, once_a_course, read_raw
from course.ignored_names import misnamed_files
from course.located import LocatedList, LocatedMap, field_of, line_of
from course.slips import slip_in
from course.written import Written
from exercises.grounded import Text
from exercises.item import Item
from exercises.kinds.registry import kinds
from exercises.misquotations import misquotations
from speech import Speech, load_speech


class BankError(FaultyError):
    """The bank cannot be used."""

    subject: ClassVar[str] = "题库"


class UnknownItemError(KeyError):
    """No item of the bank has this id.

    Parameters
    ----------
    item_id
        The id that was asked for.
    known
        All ids; the message names the closest one.
    """

    def __init__(self, item_id: str, known: list[str]) -> None:
        near = difflib.get_close_matches(item_id, known, n=1, cutoff=0)
        nearest = near[0] if near else "（题库是空的）"
        super().__init__(f"题库里没有 {item_id}；最接近的是 {nearest}")

    def __str__(self) -> str:
        return str(self.args[0])


class Objective(BaseModel):
    """A learning objective of a chapter."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Written(r"^[a-z0-9]+-o\d+$", "章号、-o 和数字，如 c21-o1")] = Field(
        description="学习目标编号，如 c21-o1"
    )
    text: Text = Field(description="以可观察的动词开头，如“能说出……”")


class Header(BaseModel):
    """All of a bank file except its items."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    chapter: Annotated[str, Written(r"^[a-z0-9]+$", "小写英文字母和数字，如 c21")]
    number: str = Field(min_length=1)
    page: str = Field(min_length=1)
    title: str = Field(min_length=1)
    objectives: tuple[Objective, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """One bank file.

    Parameters
    ----------
    id
        The chapter's id; the ids of its items begin with it.
    number
        The chapter's part of an exercise number: 3 in 练习 3-1.
    page
        Path, without suffix, of the document that shows its items.
    title
        Short title.
    objectives
        Its learning objectives.
    items
        Its items in file order.
    file
        The bank file, as messages name it.
    lines
        Line numbers (from 1) of its items and objectives, by id.
    """

    id: str
    number: str
    page: str
    title: str
    objectives: tuple[Objective, ...]
    items: tuple[Item, ...]
    file: Path
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Bank:
    """All chapters.

    Parameters
    ----------
    chapters
        Chapters in the order of their file names.
    speech
        The speech that the items are about.
    """

    chapters: tuple[Chapter, ...]
    speech: Speech
    _by_id: dict[str, Item] = field(init=False, repr=False)
    _chapters: dict[str, Chapter] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {item.id: item for item in self})
        chapters = {item.id: chapter for chapter in self.chapters for item in chapter.items}
        object.__setattr__(self, "_chapters", chapters)

    def __iter__(self) -> Iterator[Item]:
        return (item for chapter in self.chapters for item in chapter.items)

    def __len__(self) -> int:
        return len(self._by_id)

    def item(self, item_id: str) -> Item:
        """Look up an item.

        Raises
        ------
        UnknownItemError
            If there is none; the message names the closest id.
        """
        try:
            return self._by_id[item_id]
        except KeyError:
            raise UnknownItemError(item_id, list(self._by_id)) from None

    def chapter_of(self, item_id: str) -> Chapter:
        """Return the chapter whose file contains an item."""
        self.item(item_id)
        return self._chapters[item_id]


def read_bank(course: Course) -> Bank:
    """Read and check every bank file of a course.

    Parameters
    ----------
    course
        The course.

    Returns
    -------
    Bank
        The whole bank.

    Raises
    ------
    BankError
        If anything is wrong; it holds all faults, not only the first.
    """
    speech = load_speech(course)
    faults = list(misnamed_files(course, course.bank))
    chapters = [
        chapter
        for file in sorted(course.bank.glob("*.yml"))
        if (chapter := _read_chapter(file, course.shown(file), speech, faults)) is not None
    ]
    chapters = _without_copies(chapters, faults)
    _check_unique(chapters, faults)
    if faults:
        raise BankError(faults)
    return Bank(tuple(chapters), speech)


#: Like `read_bank`, but cached for each :class:`Course`.
load_bank = once_a_course(read_bank)


def _read_chapter(file: Path, shown: Path, speech: Speech, faults: list[Fault]) -> Chapter | None:
    """Read one file, adding its faults to `faults`."""
    before = len(faults)
    data = read_raw(file, shown, faults)
    if len(faults) > before:
        return None
    raw_items = data.pop("items", None) or []
    header = check(data, Header, faults, shown=shown, context=speech)
    if header is None:
        return None
    if not isinstance(raw_items, LocatedList):
        message = "items 下面应是题目的列表，每题以“- id: ”开头"
        faults.append(Fault(shown, line_of(data, "items"), "", "items", message))
        return None
    items = [
        item
        for place, raw in enumerate(raw_items)
        if (item := _read_item(shown, raw, raw_items.lines[place], speech, faults)) is not None
    ]
    placed = [*raw_items, *(data.get("objectives") or [])]
    chapter = Chapter(
        id=header.chapter,
        number=header.number,
        page=header.page,
        title=header.title,
        objectives=header.objectives,
        items=tuple(items),
        file=shown,
        # Ids are stripped when they are validated.
        lines={
            str(raw.get("id")).strip(): line_of(raw)
            for raw in placed
            if isinstance(raw, LocatedMap)
        },
    )
    faults.extend(_chapter_faults(chapter))
    return chapter


def _read_item(file: Path, raw: Any, line: int, speech: Speech, faults: list[Fault]) -> Item | None:
    """Validate a raw item by the schema of its kind, adding faults to `faults`."""
    if not isinstance(raw, LocatedMap):
        message = slip_in(str(raw)) or "题目应以“- id: ”开头，下面各行与 id 对齐"
        faults.append(Fault(file, line, "", "", message))
        return None
    item_id, kind = str(raw.get("id", "")), raw.get("kind")
    if kind not in kinds():
        known = "、".join(kinds())
        message = f"没有题型“{kind}”；现有题型：{known}" if kind else f"缺少题型；可写：{known}"
        faults.append(Fault(file, line_of(raw, "kind"), item_id, "kind", message))
        return None
    item = check(raw, kinds()[kind], faults, shown=file, item=item_id, context=speech)
    for wrong in misquotations(item, speech) if item is not None else ():
        line = line_of(raw, *wrong.path)
        faults.append(Fault(file, line, item_id, field_of(wrong.path), str(wrong)))
    return item


def _chapter_faults(chapter: Chapter) -> Iterator[Fault]:
    """Find items whose ids or objectives do not belong to their chapter."""
    objectives = [objective.id for objective in chapter.objectives]
    for item in chapter.items:
        line = chapter.lines[item.id]
        if not item.id.startswith(f"{chapter.id}-"):
            message = f"编号应以本章的 {chapter.id}- 开头"
            yield Fault(chapter.file, line, item.id, "id", message)
        if item.objective not in objectives:
            message = f"本章没有学习目标 {item.objective}；现有：{'、'.join(objectives) or '无'}"
            yield Fault(chapter.file, line, item.id, "objective", message)


def _without_copies(chapters: list[Chapter], faults: list[Fault]) -> list[Chapter]:
    """Drop chapters whose file is a copy of another, adding one fault for each.

    The faults of their items would all be repetitions.
    """
    originals: dict[str, Chapter] = {}
    # A file named after its chapter is the original.
    for chapter in sorted(chapters, key=lambda chapter: chapter.file.stem != chapter.id):
        original = originals.setdefault(chapter.id, chapter)
        if original is not chapter:
            message = (
                f"chapter 也是 {chapter.id}，与 {original.file.name} 相同；"
                "副本请删去，新的一章请改 chapter 和各题的编号"
            )
            faults.append(Fault(chapter.file, 1, "", "chapter", message))
    return [chapter for chapter in chapters if originals[chapter.id] is chapter]


def _check_unique(chapters: list[Chapter], faults: list[Fault]) -> None:
    """Add a fault for each id that is used twice in the bank."""
    seen: dict[str, Path] = {}
    for chapter in chapters:
        for item in chapter.items:
            if item.id in seen:
                message = f"编号已在 {seen[item.id]} 用过；请另取一个"
                faults.append(Fault(chapter.file, chapter.lines[item.id], item.id, "id", message))
            seen[item.id] = chapter.file
