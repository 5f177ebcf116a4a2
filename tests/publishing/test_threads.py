"""A thread shows every sentence that contains its words; exceptions are explained."""

import pytest
from pydantic import ValidationError

from publishing.outline.mirror import Pair, Task
from publishing.outline.points import Part
from publishing.outline.threads import Thread, Threads
from tests.publishing.books import SOUND
from tests.this_course import load_speech


def shown(**data):
    return [
        sentence.id for sentence in Thread.model_validate(data, context=load_speech()).sentences
    ]


def refused(schema, **data):
    with pytest.raises(ValidationError) as caught:
        schema.model_validate(data, context=load_speech())
    return str(caught.value)


def test_every_sentence_of_the_course_with_a_word_is_shown():
    wanted = [s.id for s in load_speech().sentences if "上下联动" in s.text and s.paragraph < 20]
    assert len(wanted) > 10
    assert shown(words=["上下联动"]) == wanted


def test_a_sentence_may_be_left_out_or_added_with_a_reason():
    exceptions = {"left_out": {"p02.s01": "只提到名称"}, "added": {"p09.s05": "接着上一句说"}}
    ids = shown(words=["上下联动"], **exceptions)
    assert "p02.s01" not in ids
    assert ids.index("p09.s05") == ids.index("p09.s04") + 1


@pytest.mark.parametrize(
    ("exceptions", "message"),
    [
        ({"left_out": {"p02.s01": "无"}}, "p02.s01 没有写明理由"),
        ({"left_out": {"p02.s03": "没有用到这个词"}}, "p02.s03 本来就不含 words 里的词"),
        ({"added": {"p02.s01": "也说到了这个词"}}, "p02.s01 含有 words 里的词，不必另加"),
        ({"added": {"p02": "这一段都相关"}}, "p02 不止一句"),
    ],
)
def test_an_exception_that_is_none_is_refused(exceptions, message):
    assert message in refused(Thread, words=["上下联动"], **exceptions)


@pytest.mark.parametrize(
    ("sides", "message"),
    [
        (["p03.s01"], "线索 linkage 的 p01.s01 在各栏以前"),
        (["p12.s01", "p01.s01"], "p01.s01 排在 p12.s01 后面"),
        (["p01.s01", "p01.s01"], "p01.s01 排在 p01.s01 后面"),
    ],
)
def test_sides_that_would_leave_out_a_sentence_are_refused(sides, message):
    data = {"threads": {"linkage": {"words": ["上下联动"]}}}
    assert message in refused(Threads, sides=[{"from": side} for side in sides], **data)


def test_a_pair_of_sentences_is_shown_by_words_of_both():
    both = {"first": "p09.s07", "second": "p17.s03"}
    assert Pair.model_validate(both | {"words": ["整合监督力量和资源"]}, context=load_speech())
    assert "“综合监督平台”不在 p17.s03 里" in refused(Pair, **both, words=["综合监督平台"])


def test_a_pair_without_common_words_says_that_it_is_our_reading():
    assert "没有写共有的 words" in refused(Pair, first="p10.s16", second="p18.s08")


def test_a_task_without_a_pair_or_a_note_without_source_is_refused():
    assert "请在 note 里说明" in refused(Task, task="p19.s01")
    assert "出处 sources" in refused(Task, task="p19.s01", note="第一部分没有相应的一项。")


def test_the_members_of_a_point_are_counted_as_the_speech_counts():
    data = {"heading": "p12.s01", "lead": "p13.s03", "members": ["p14.s01", "p16.s01"]}
    assert "第 2 项 p16.s01 不是讲话里的第二项" in refused(Part, **data)


FRAME = """\
opening: p01.s01
parts:
  - {heading: p03.s01, lead: p04.s07, members: [p05.s01], close: p11.s01}
  - {heading: p12.s01, lead: p13.s03, members: [p14.s01]}
"""
MAP = "# 课程\n\n```{speech-map} 全篇地图\n```\n"


def in_order():
    """Return all paragraphs of the course in order, and the item of the small bank."""
    cell = SOUND.partition("```\n\n")[2]
    return "\n".join(f"```{{speech}} p{n:02}\n```\n" for n in range(1, 20)) + "\n" + cell


def with_outline(book, **files):
    for name, text in ({"points": FRAME} | files).items():
        book.write(f"book/outline/{name}.yml", text)


def test_the_map_takes_its_titles_from_the_pages_anew_when_they_change(book):
    with_outline(book)
    book.chapter(in_order())
    book.write("book/index.md", MAP)
    index = book.folder / "_build" / "html" / "book" / "index.html"
    assert book.build().code == 0
    shown = index.read_text(encoding="utf-8")
    # The opening and two headings; a sentence on the page of its heading has its own wording.
    assert shown.count('<span class="chapter-name">收官之年的部署</span>') == 3
    for sentence in ("p04.s07", "p05.s01", "p11.s01", "p13.s03", "p14.s01"):
        words = load_speech().find(sentence)[0].text
        link = f'<a class="reference internal" href="c07.html#{sentence.replace(".", "-")}">'
        assert f'{link}<span class="speech-quotation">{words}' in shown
    chapter = book.folder / "book" / "c07.md"
    chapter.write_text(
        chapter.read_text(encoding="utf-8").replace(
            "# 第七章　收官之年的部署", "# 第七章　另一个题目"
        ),
        encoding="utf-8",
    )
    assert book.build().code == 0
    assert '<span class="chapter-name">另一个题目</span>' in index.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("directive", "files", "message"),
    [
        ("```{thread} tema\n```", {"threads": "threads:\n  team: {words: [队伍]}\n"},
         "没有主题线索 tema；book/outline/threads.yml 里有 team"),
        ("```{thread} team\n```", {"threads": "threads:\n  team: {words: []}\n"},
         "book/outline/threads.yml:2: 字段 threads.team.words：至少要 1 项"),
        ("```{thread} team\n```", {}, "book/outline/threads.yml:1：缺少这个文件"),
        ("```{thread} team\n```", {"threads": "threads: [\n"}, "threads.yml:1：YAML 写法有误：这一行的 [ 没有合上"),
        ("```{mirror}\n```", {"mirror": "tasks:\n  - {task: p15.s01, note: 没有, sources: [p15.s01]}\n"},
         "book/outline/mirror.yml 的 task 应依次是 p14.s01"),
    ],
)  # fmt: skip
def test_a_fault_in_the_outline_stops_the_build(book, directive, files, message):
    with_outline(book, **files)
    book.chapter(f"{SOUND}\n{directive}\n")
    built = book.build()
    assert built.code != 0
    assert message in built.error
    assert "Traceback" not in built.error


def test_a_thread_neither_counts_as_reading_nor_takes_the_links(book):
    with_outline(book, threads="threads:\n  stage: {words: [收官]}\n")
    book.chapter(f"```{{thread}} stage\n```\n\n{in_order()}")
    built = book.build()
    assert built.code == 0, built.output
    assert built.page.count('id="p13-s02"') == 1
    assert built.page.index("speech-quotation") < built.page.index('id="p13-s02"')
