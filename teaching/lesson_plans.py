"""A lesson plan: activities of trainer and class with their minutes, which must add up."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from course.written import Written
from exercises.grounded import Text
from publishing.outline.data import Entry
from publishing.outline.sayings import as_list

Texts = Annotated[tuple[Text, ...], BeforeValidator(as_list)]
ChapterId = Annotated[str, Written(r"^[a-z0-9]+$", "章的编号，如 c21")]


class Aim(Entry):
    """What learners can do afterwards."""

    text: Text = Field(description="学完能做什么，以可观察的动词开头")
    objective: str = Field(description="对应的学习目标编号，如 c21-o1")


class Place(Entry):
    """A chapter to read, or a section of it."""

    chapter: ChapterId = Field(description="章的编号")
    section: str = Field(default="", description="节的标题，照抄；不写就是整章")


class Material(Entry):
    """What a stage uses; each is a product of the box or a part of one."""

    read: Annotated[tuple[Place, ...], BeforeValidator(as_list)] = Field(
        default=(), description="读哪几节"
    )
    items: Annotated[tuple[str, ...], BeforeValidator(as_list)] = Field(
        default=(), description="做哪几道题，写题目编号"
    )
    slides: Annotated[tuple[str, ...], BeforeValidator(as_list)] = Field(
        default=(), description="用哪几份课件：章的编号，全书的写 whole"
    )
    groups: Annotated[tuple[ChapterId, ...], BeforeValidator(as_list)] = Field(
        default=(), description="用哪一章的小组案例"
    )
    worksheets: Annotated[tuple[str, ...], BeforeValidator(as_list)] = Field(
        default=(), description="用哪几种岗位的工作单，写岗位编号；全部岗位写 all"
    )
    forms: Annotated[tuple[str, ...], BeforeValidator(as_list)] = Field(
        default=(), description="用哪几张表，写 forms.yml 里的编号"
    )
    papers: Annotated[tuple[Literal["before", "after", "final"], ...], BeforeValidator(as_list)] = (
        Field(default=(), description="用哪份试卷：before 训前，after 训后，final 结业")
    )


class Stage(Material):
    """A stage of a session."""

    title: Text = Field(description="这一环节叫什么")
    minutes: int = Field(ge=1, description="几分钟")
    trainer: Texts = Field(default=(), description="教师做什么，一条一句；休息不写")
    group: Texts = Field(default=(), alias="class", description="学员做什么，一条一句")

    @property
    def is_break(self) -> bool:
        """Whether it is a break, without activities."""
        return not self.trainer and not self.group


class Session(Entry):
    """A half-day, or the whole of a short course."""

    title: Text = Field(description="这一段叫什么，如 上午")
    minutes: int = Field(ge=1, description="共几分钟")
    stages: tuple[Stage, ...] = Field(min_length=1, description="各环节，依次")

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        total = sum(stage.minutes for stage in self.stages)
        if total != self.minutes:
            raise ValueError(
                f"“{self.title}”各环节合计 {total} 分钟，"
                f"minutes 写的是 {self.minutes}；请改其中一处"
            )
        return self


class Plan(Entry):
    """A lesson plan."""

    title: Text = Field(description="教案的名称")
    minutes: int = Field(ge=1, description="共几分钟，不算各段之间的休息")
    suits: Text = Field(alias="for", description="适合谁、多少人")
    aims: tuple[Aim, ...] = Field(min_length=1, description="教学目标")
    before: Texts = Field(default=(), description="课前准备，一条一句")
    sessions: tuple[Session, ...] = Field(min_length=1)
    after: Texts = Field(default=(), description="课后，一条一句")
    short: Texts = Field(default=(), description="时间不够时先减什么")

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        total = sum(session.minutes for session in self.sessions)
        if total != self.minutes:
            raise ValueError(f"各段合计 {total} 分钟，minutes 写的是 {self.minutes}；请改其中一处")
        return self
