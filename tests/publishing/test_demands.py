"""Demands by role: no demand of the text is missing, and the text names each role."""

import json
import re

import pytest
from pydantic import ValidationError

from course import read_checked
from publishing.outline.data import OutlineError
from publishing.outline.demands import FILE, Demands
from tests.publishing.books import SOUND, TOC
from tests.this_course import COURSE, load_speech


def this_course():
    file = COURSE.outline / FILE
    return read_checked(file, Demands, OutlineError, shown=file, context=load_speech())


RAW = dict(this_course().raw)


def refused(**changes):
    with pytest.raises(ValidationError) as caught:
        Demands.model_validate(RAW | changes, context=load_speech())
    return str(caught.value)


def demanded(**changes):
    """Return the demands with the first one of p18.s08 changed."""
    return [
        {**demand, **changes} if demand["at"] == "p18.s08" else demand for demand in RAW["demands"]
    ]


@pytest.mark.parametrize("place", ["p02.s09", "p14.s03", "p16.s09", "p18.s08", "p19.s03"])
def test_a_sentence_that_is_left_out_is_named(place):
    rest = [demand for demand in RAW["demands"] if demand["at"] != place]
    assert f"{place} 有表示要求的词" in refused(demands=rest)


def test_words_that_only_hold_a_word_of_demand_demand_nothing():
    assert "p02.s04 有表示要求的词“要”" in refused(no_force=[])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"force": "可以"}, "p18.s08 里没有“可以”"),
        ({"what": "管好自己的人"}, "p18.s08 里没有“管好自己的人”"),
        ({"who": "disciplin"}, "p18.s08 的 who 里没有岗位 disciplin；roles 里有"),
        ({"who": ["cadre", "discipline", "organisation"]}, "p18.s08 里没有“巡视干部”的称呼"),
        ({"from": "p18.s03"}, "p18.s03 里没有“纪检监察机关”的称呼"),
    ],
)
def test_a_demand_says_what_its_sentence_says(changes, message):
    assert message in refused(demands=demanded(**changes))


@pytest.mark.parametrize(
    ("passed", "message"),
    [
        ({"at": "p18.s08", "reason": "已经列入了"}, "passed_over 里的 p18.s08 已经列入"),
        ({"at": "p02.s03", "reason": "没有要求"}, "passed_over 里的 p02.s03 没有表示要求的词"),
    ],
)
def test_what_is_passed_over_for_nothing_is_refused(passed, message):
    assert message in refused(passed_over=[*RAW["passed_over"], passed])


def test_demands_stand_in_the_order_of_the_text():
    assert "请照原文的次序排" in refused(demands=[*reversed(RAW["demands"])])


def test_a_role_without_demands_is_refused():
    roles = {**RAW["roles"], "guests": {"name": "来宾", "words": ["来宾"]}}
    assert "没有一项要求是对 guests 的" in refused(roles=roles)


@pytest.fixture
def built(book):
    """Return a small book with the whole text, the table of demands and the duties page."""
    book.write("book/outline/demands.yml", (COURSE.outline / FILE).read_text(encoding="utf-8"))
    rest = [n for n in range(1, 20) if n != 13]
    more = "".join(f"```{{speech}} p{n:02}\n```\n\n" for n in rest)
    book.write("_toc.yml", TOC + "  - file: book/duties\n")
    book.write("book/duties.md", "# 我的岗位\n\n```{duties}\n```\n")
    book.chapter(f"{SOUND}\n{more}\n```{{demands}}\n```\n")
    return book


def test_the_table_and_the_data_have_every_demand(built):
    done = built.build()
    assert done.code == 0, done.output
    count = len(RAW["demands"])
    table = re.search(r"course-table-compare.*?</table>", done.page, re.DOTALL)[0]
    assert table.count('scope="row"') == count
    # All demands are read on one page, so there is one row group header.
    assert table.count('scope="rowgroup"') == 1
    script = built.folder / "_build" / "html" / "_static" / "duties-data.js"
    text = script.read_text(encoding="utf-8")
    data = json.loads(text.removeprefix("window.dutiesData=").rstrip(";\n"))
    assert len(data["demands"]) == count
    assert {demand["at"] for demand in data["demands"]} == data["sentences"].keys()
    assert data["sentences"]["p13-s03"]["page"] == "book/c07"
    assert [item["id"] for item in data["sentences"]["p13-s03"]["items"]] in ([], ["c07-stage"])


def test_the_handout_has_the_table_and_a_form(built):
    assert built.build("handout").code == 0
    markup = (built.folder / "_build" / "handout" / "pages.typ").read_text(encoding="utf-8")
    assert "本单位现状" in markup
    assert f"谁做什么（{len(RAW['demands'])} 项）" in markup


def test_a_page_of_posts_without_demands_stops_the_build(book):
    book.write("_toc.yml", TOC + "  - file: book/duties\n")
    book.write("book/duties.md", "# 我的岗位\n\n```{duties}\n```\n")
    done = book.build()
    assert done.code != 0
    assert "book/outline/demands.yml:1：缺少这个文件" in done.error
    assert "Traceback" not in done.output
