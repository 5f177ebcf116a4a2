"""The schema of ``course.yml``: all settings in which one course differs from another."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, ClassVar, Final, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from course.checked import Checked, read_checked
from course.counting import Counting
from course.faults import FaultyError
from course.patterns import checked_pattern
from course.record_store import RecordStore
from course.separators import typed_comma
from course.written import Written

_SHA256: Final = r"^[0-9a-f]{64}$"
_PARAGRAPH: Final = r"^p\d{2,}$"


class SettingsError(FaultyError):
    """``course.yml`` has faults."""

    subject: ClassVar[str] = "课程设置"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _inside(path: str) -> str:
    if Path(path).is_absolute() or ".." in Path(path).parts:
        raise ValueError("应写课程文件夹里的路径，如 book/source.txt")
    return path


def _one_name(text: str) -> str:
    # A name may well contain the mark of a list: 法律、法规.
    if "，" in text:
        raise ValueError(typed_comma(text))
    return text


def _pattern_of_one(text: str) -> str:
    # In a group or a class, a comma may be what follows or must not follow.
    return checked_pattern(text if set(text) & set("([") else _one_name(text))


class HeaderLines(_Part):
    """Which of the file's first lines are a header, and what they contain; lines from 1."""

    lines: int = Field(default=0, ge=0, description="文件开头有几行不是正文")
    title: int | None = Field(default=None, ge=1, description="其中哪一行是题目")
    date: int | None = Field(default=None, ge=1, description="哪一行有发布日期（写作 2000-12-31）")
    publisher: int | None = Field(default=None, ge=1, description="哪一行是发布者")

    @model_validator(mode="after")
    def _within(self) -> Self:
        for name in ("title", "date", "publisher"):
            line = getattr(self, name)
            if line is not None and line > self.lines:
                raise ValueError(f"{name} 是第 {line} 行，但 lines 只有 {self.lines} 行；请改正")
        return self


class Source(_Part):
    """The text of the course."""

    file: Annotated[str, AfterValidator(_inside)] = Field(description="正文文件（UTF-8）")
    sha256: Annotated[str, Written(_SHA256, "64 个小写的十六进制数字")] = Field(
        description="文件的 SHA-256：原文一字不改，靠它证明"
    )
    called: str = Field(default="原文", min_length=1, description="课程怎样称呼这篇文字，如 讲话")
    title: str = Field(default="", description="题目；写在文件里的，用 header 指出那一行")
    publisher: str = Field(default="", description="作者或发布者；也可用 header 指出")
    header: HeaderLines = HeaderLines()
    headings: tuple[Annotated[int, Field(ge=1)], ...] = Field(
        default=(), description="哪几行是小标题：不算段落，只在原文全文里照样显示"
    )
    wrapped: bool = Field(
        default=False, description="true：一段写成几行，段与段之间空行；不写就是一行一段"
    )
    outside: tuple[Annotated[str, Written(_PARAGRAPH, "段号，如 p20")], ...] = Field(
        default=(), description="不排入各章的段落，如 p20；只在原文全文里出现"
    )

    @model_validator(mode="after")
    def _has_a_title(self) -> Self:
        if bool(self.title) == (self.header.title is not None):
            raise ValueError("题目请写一处：source.title，或 source.header.title（文件的第几行）")
        return self

    @model_validator(mode="after")
    def _headings_after_the_header(self) -> Self:
        for line in self.headings:
            if line <= self.header.lines:
                raise ValueError(
                    f"headings 里的第 {line} 行"
                    f"在文件开头不是正文的 {self.header.lines} 行里；请删去"
                )
        return self


class Items(_Part):
    """Minima for the item bank, and maxima for some types of items."""

    chapters: dict[str, Annotated[int, Field(ge=0)]] = Field(
        default_factory=dict, description="各章至少几题，如 某章编号: 8"
    )
    total: int = Field(default=0, ge=0, description="全书（tour 的例题不计）至少几题")
    each_kind: int = Field(default=0, ge=0, description="每种题型至少几题")
    each_objective: int = Field(default=1, ge=0, description="每个学习目标至少几题")
    coverage: float = Field(default=0, ge=0, le=1, description="句子里至少有多少是某题的出处，0–1")
    thinking: int = Field(
        default=0,
        ge=0,
        description="权衡、理由、要求的分别、文稿的毛病、原文没有规定的题"
        "（task 写 weigh、reason、force、draft、silence）至少共几题",
    )
    most_place: int | None = Field(
        default=None, ge=0, description="问在原文何处的题（task: place）至多几题"
    )
    most_speaker: int | None = Field(
        default=None, ge=0, description="问谁说的的题（task: speaker）至多几题"
    )
    most_two_by_two: int | None = Field(
        default=None, ge=0, description="四个选项由两件事各两种说法拼成的题至多几题"
    )
    tour: str | None = Field(default=None, description="只演示题型、不计入各项最低数的一章")


class Names(_Part):
    """What the index of people and documents contains."""

    sorts: tuple[Annotated[str, Field(min_length=1), AfterValidator(_one_name)], ...] = Field(
        default=("人物", "文件", "会议"), min_length=1, description="人物与文件索引分哪几类，依次"
    )
    people: tuple[Annotated[str, AfterValidator(_pattern_of_one)], ...] = Field(
        default=(), description="人物在原文里的写法（正则表达式）；凡合乎的都要收进索引"
    )


class Saved(_Part):
    """Settings for what browsers save."""

    earlier_prefix: str | None = Field(
        default=None,
        min_length=1,
        description="以前的版本在浏览器里存记录用的名称开头；写了，旧记录就转存过来",
    )


class Completion(_Part):
    """When a learning platform counts the course as completed and as passed."""

    answered: int = Field(
        default=80, ge=1, le=100, description="提交过全书练习的百分之几，就算学完"
    )
    paper: str | None = Field(
        default=None,
        min_length=1,
        description="合格看哪份试卷（exercises/blueprints/ 里的文件名，不带 .yml）的成绩；"
        "不写，看全书练习的得分。及格线是 pass_mark",
    )


class Settings(_Part):
    """All of ``course.yml``."""

    id: Annotated[
        str,
        Written(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "小写英文字母、数字和 -，以字母开头"),
    ] = Field(
        description="课程编号：小写字母、数字和 -；定了就不再改（浏览器里保存的作答靠它认课程）",
    )
    title: str = Field(min_length=1, description="课程名称")
    short_title: str = Field(min_length=1, description="简称，手机桌面上用")
    version: str = Field(default="1", min_length=1, description="课程的版本，印在试卷上")
    author: str = Field(min_length=1, description="编者")
    language: Annotated[
        str, Written("^zh-CN$", " zh-CN：题目、页面和讲义里的说明文字只有简体中文的")
    ] = Field(default="zh-CN", description="语言，只能是 zh-CN：说明文字都是简体中文")
    source: Source
    counting: Counting = Counting()
    items: Items = Items()
    names: Names = Names()
    saved: Saved = Saved()
    pass_mark: int = Field(default=60, ge=0, le=100, description="及格线，百分数")
    completion: Completion = Field(
        default=Completion(), description="放进学习平台时，怎样算学完、怎样算合格"
    )
    record_store: RecordStore | None = Field(
        default=None,
        description="网站上的读者可以自己开启，把作答报给这个学习记录库；不写就什么也不发",
    )


def read_settings(file: Path, shown: Path) -> Checked[Settings]:
    """Read and validate a ``course.yml``.

    Parameters
    ----------
    file
        The file.
    shown
        Its path in messages.

    Returns
    -------
    Checked
        The settings, and the data with line numbers.

    Raises
    ------
    SettingsError
        If anything is wrong; the error lists all faults, not only the first.
    """
    return read_checked(file, Settings, SettingsError, shown=shown)


def settings_schema() -> dict[str, Any]:
    """Return the JSON Schema of ``course.yml``, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Settings.model_json_schema(),
    }
