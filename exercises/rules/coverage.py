"""Rules on what the items cover: the sentences of the speech, and the sections of the pages."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.bank import Bank
from exercises.page_checks import read_page
from exercises.rules.rule import Finding, Place, at_bank, listed, rule, share
from exercises.rules.scope import Scope
from exercises.rules.sections import sections
from speech import Sentence


def untouched(bank: Bank) -> list[Sentence]:
    """Return the sentences of the speech that no item cites as source, in order."""
    cited = {sentence.id for item in bank for sentence in item.sentences}
    return [sentence for sentence in bank.speech.sentences if sentence.id not in cited]


@rule(
    "sentence-coverage",
    "全部句子（标题句和出处也计）里是某题出处的，不少于 course.yml 里 items.coverage 所定",
    mend="请就这些句子补题，或改 course.yml 的 items.coverage",
)
def sentence_coverage(scope: Scope) -> Iterator[Finding]:
    """Report a bank that covers too little of the speech."""
    least = scope.wanted.coverage
    left = untouched(scope.bank)
    every = len(scope.bank.speech.sentences)
    asked = every - len(left)
    if asked / every < least:
        portion = share(asked, every, "句")
        names = listed(sentence.id for sentence in left)
        yield Finding(at_bank(scope), f"有题的只有 {portion}，没有题的：{names}")


@rule(
    "section-item",
    "每节原文（章内含 {{speech}} 的一节，到下一个标题为止）至少有 {least} 题",
    mend='请在这一节末尾的代码格里写 show("题目编号")',
    least=1,
)
def section_item(scope: Scope, *, least: int) -> Iterator[Finding]:
    """Report sections that contain parts of the speech but no items."""
    for page in dict.fromkeys(chapter.page for chapter in scope.bank.chapters):
        source = scope.course.root / f"{page}.md"
        if not source.exists() or not (read := read_page(scope.course, source, [])):
            continue
        for section in sections(read.text):
            if section.reads_speech and len(section.items) < least:
                what = f"“{section.title}”一节有原文而没有题"
                yield Finding(Place(source.relative_to(scope.course.root), section.line), what)
