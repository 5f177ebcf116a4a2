"""The testing scheme: the papers and their dates, weights, and rules on resits."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from exercises.grounded import Text
from publishing.outline.data import Entry
from publishing.outline.sayings import as_list


class Weight(Entry):
    """A component of the grade."""

    name: Text = Field(description="考核内容，如 结业测试")
    percent: int = Field(ge=1, le=100, description="占百分之几")
    how: Text = Field(description="怎样评定")
    blueprint: str = Field(default="", description="用哪份命题蓝图；不用试卷就不写")


class When(Entry):
    """A paper and the time of the test."""

    when: Text = Field(description="什么时候")
    what: Text = Field(description="考什么")
    blueprint: str = Field(default="", description="用哪份命题蓝图；不用试卷就不写")
    purpose: Text = Field(description="为了什么")


class BeforeAfter(Entry):
    """The two matched papers that measure the effect of the course."""

    items: int = Field(ge=2, le=40, description="每份几道题")
    points: int = Field(default=5, ge=1, description="每题几分")
    minutes: int = Field(ge=1, description="几分钟")
    seed: str = Field(min_length=1, description="种子：同一个种子总是同样的两份卷")
    chapters: tuple[str, ...] = Field(default=(), description="从哪几章出题；不写就是全部")


class Scheme(Entry):
    """All of ``scheme.yml``."""

    title: Text = Field(description="名称")
    weights: tuple[Weight, ...] = Field(min_length=1)
    papers: tuple[When, ...] = Field(min_length=1, description="各份试卷的安排，依次")
    rules: Annotated[tuple[Text, ...], BeforeValidator(as_list)] = Field(
        default=(), description="补考、缺考、复核等规定，一条一句"
    )
    final_seed: str = Field(default="1", min_length=1, description="结业测试试卷的种子")
    before_after: BeforeAfter | None = Field(default=None, description="训前、训后对照的两份卷")

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        total = sum(weight.percent for weight in self.weights)
        if total != 100:  # ruff: ignore[magic-value-comparison] (per cent)
            raise ValueError(f"各项的 percent 合计 {total}；请改为合计 100")
        return self
