"""Suggestions in faults about unknown fields."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field, ValidationError

from course.faults import describe, fields_at


class Passed(BaseModel, extra="forbid"):
    at: str
    reason: str


class Row(BaseModel, extra="forbid"):
    sort: Literal["row"]
    words: str


class Whole(BaseModel, extra="forbid"):
    sort: Literal["whole"]
    text: str


class Data(BaseModel, extra="forbid"):
    passed_over: tuple[Passed, ...] = ()
    rows: tuple[Annotated[Row | Whole, Field(discriminator="sort")], ...] = ()


def told(raw):
    try:
        Data.model_validate(raw)
    except ValidationError as error:
        return [describe(one, fields_at(Data, one["loc"][:-1])) for one in error.errors()]
    return []


def test_a_field_that_belongs_elsewhere_is_not_the_nearest():
    assert told({"passed_over": [{"at": "p01", "reason": "…", "words": "要"}]}) == [
        "没有名为“words”的字段；可用的是 at、reason"
    ]


def test_in_a_list_of_several_sorts_all_their_fields_are_offered():
    assert told({"rows": [{"sort": "row", "words": "要", "txt": ""}]}) == [
        "没有名为“txt”的字段；最接近的是 text"
    ]


def test_at_the_top_the_parts_fields_are_not_offered():
    assert told({"resaon": ""}) == ["没有名为“resaon”的字段；可用的是 passed_over、rows"]
