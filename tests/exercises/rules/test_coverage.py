"""Coverage of the speech's sentences and of the pages' sections."""

import pytest

from exercises.rules.sections import sections
from tests.exercises.banks import SINGLE, single
from tests.exercises.rules.checking import broken
from tests.this_course import load_speech

PAGE = """\
---
file_format: mystnb
---

# 第七章　收官之年的部署

```{code-cell} python
from exercises import show
```

## 讲话原文

### 所处的节点

```{speech} p13.s01-s02
```

```{code-cell} python
show("c07-stage")
```

### 完成任务的要求

```{speech} p13.s03
```

```{code-cell} python
show("c07-one", "c07-two")
```

## 小结

完。
"""


def page(folder, text=PAGE):
    (folder / "book").mkdir()
    (folder / "book" / "c07.md").write_text(text, encoding="utf-8")


def test_a_section_whose_text_no_item_asks_about_is_named(tmp_path):
    page(tmp_path, PAGE.replace('show("c07-stage")', ""))
    (fault,) = broken(tmp_path, "section-item", SINGLE)
    assert f"{fault.file}:{fault.line}" == "book/c07.md:13"
    assert "“所处的节点”一节有原文而没有题" in fault.message
    assert "show(" in fault.message


def test_an_item_of_the_next_section_does_not_count(tmp_path):
    moved = PAGE.replace('show("c07-stage")', "").replace('show("c07-one"', 'show("c07-stage"')
    page(tmp_path, moved)
    assert broken(tmp_path, "section-item", SINGLE)


def test_sections_with_an_item_each_pass_and_those_without_speech_need_none(tmp_path):
    page(tmp_path)
    assert not broken(tmp_path, "section-item", SINGLE)


def test_a_page_is_cut_at_its_headings():
    found = {section.title: (section.reads_speech, section.items) for section in sections(PAGE)}
    assert found == {
        "讲话原文": (False, []),
        "所处的节点": (True, ["c07-stage"]),
        "完成任务的要求": (True, ["c07-one", "c07-two"]),
        "小结": (False, []),
    }


@pytest.mark.parametrize("hidden", ["# show('c07-stage')", "print('show(\"c07-stage\")')"])
def test_only_a_call_of_show_shows_an_item(hidden):
    (_, first, *_) = sections(PAGE.replace('show("c07-stage")', hidden))
    assert first.items == []


LEAST = {"coverage": 0.85}


def sources(leave_out):
    """Yield an item per paragraph that cites it without some of its last sentences."""
    for paragraph in load_speech().paragraphs:
        last = len(paragraph.sentences) - leave_out.get(paragraph.id, 0)
        cited = f"{paragraph.id}.s01-s{last:02}"
        yield single(f"of-{paragraph.id}").replace(
            "source: [p13.s02]", f"source: [{cited}]\n  quotes: [p13.s02]"
        )


def test_sentences_that_no_item_touches_are_named(tmp_path):
    # 26 of 167 sentences uncovered: 84.4 % covered.
    (fault,) = broken(tmp_path, "sentence-coverage", *sources({"p05": 20, "p10": 6}), least=LEAST)
    assert "有题的只有 141 / 167 句（84%）" in fault.message
    assert "p05.s14、" in fault.message


def test_eighty_five_of_a_hundred_sentences_pass(tmp_path):
    # 25 of 167 sentences uncovered: 85.03 % covered.
    assert not broken(tmp_path, "sentence-coverage", *sources({"p05": 20, "p10": 5}), least=LEAST)
