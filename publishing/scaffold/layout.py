"""Analyse a plain text: its header lines, its headings, how its paragraphs are separated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from course.counting import Counting
from course.settings import HeaderLines, Source
from publishing.errors import CourseError
from publishing.scaffold.headings import HeadingLine, find_headings, is_heading
from speech import Speech, parse_speech
from speech.source import heading_text

_LONGEST_TITLE: Final = 40
#: Maximum number of places in a notice.
_LISTED: Final = 5
_SENTENCE_END: Final = re.compile(r"[。！？]")
#: Ends of a complete line: a sentence, a line of verse, a quotation.
_LINE_END: Final = re.compile(r"[。！？；：，、…—”’」』）》.!?:;,]\s*$")
_TOP: Final = re.compile(r"\s*#\s+\S")
_DATE: Final = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2})|\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}"
)
_LONGEST_DATE_LINE: Final = 30
_BY: Final = re.compile(r"(?:作者|撰文|文|发布者|发布|来源)\s*[:：/／]\s*(?P<name>\S.{0,28})$")
#: A personal name alone, possibly with a dynasty: 某某, （唐）某某, 某·某某某.
_NAME: Final = re.compile(
    r"(?:[（〔\[(]\S{1,3}[）〕\])])?\s*[\u3400-\u9fff]{2,4}(?:·[\u3400-\u9fff]{1,8})*$"
)
#: An organisation that signs a text: 某某街道办事处.
_BODY: Final = re.compile(
    r"[\u3400-\u9fff]{2,28}(?:委员会|办公室|办事处|编辑部|编写组|联合会|出版社|大学|学院|中心|公司|集团|"
    r"协会|学会|政府|党委|党组|支部|报社|[局厅部院校])$"
)
_NO_NAMES: Final = re.compile(
    r"[前引序导]言|导语|序|摘要|正文|目录|概述|背景|总则|结语|绪论|引子|楔子|开头|小引|提要"
)
#: Beyond these, a sentence is hard to find by its number, and a paragraph has no place to pause.
_LONGEST_PARAGRAPH: Final = 3000
_LONGEST_SENTENCE: Final = 1000


@dataclass(frozen=True)
class Layout:
    """An analysed text.

    Parameters
    ----------
    source
        Its description for ``course.yml``.
    speech
        The text parsed by this description.
    headings
        Its headings.
    notices
        What its author should check, in Chinese.
    """

    source: Source
    speech: Speech
    headings: tuple[HeadingLine, ...]
    notices: tuple[str, ...]


def lay_out(text: str, file: Path, *, sha256: str, told: dict[str, str]) -> Layout:
    """Analyse a text.

    Parameters
    ----------
    text
        The whole text.
    file
        Its file, for messages.
    sha256
        The file's hash.
    told
        What the author gave as options, by the names of ``course.yml``: ``title``, ``publisher``,
        ``called``; empty if not given.

    Returns
    -------
    Layout
        A text from which a course can be made.

    Raises
    ------
    CourseError
        If it is only one sentence, or its paragraphs or sentences are too long.
    """
    lines = text.split("\n")
    title, header, publisher = _header(lines)
    headings = find_headings(lines, header.lines)
    notices = list(_title_notices(title, told["title"], file))
    source = Source(
        file="book/source.txt",
        sha256=sha256,
        called=told["called"],
        title=told["title"] or title or file.stem,
        publisher=told["publisher"] or publisher,
        header=header,
        headings=tuple(each.line for each in headings),
        wrapped=_is_wrapped(lines, header.lines, {each.line for each in headings}),
    )
    speech = parse_speech(text, source, Counting())
    _check_divided(speech, lines, file)
    return Layout(source, speech, tuple(headings), (*notices, *_notices(speech)))


def _header(lines: Sequence[str]) -> tuple[str, HeaderLines, str]:
    """Return title, header and author; the title is empty if there is none."""
    filled = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    (first, line), *rest = filled
    tops = sum(bool(_TOP.match(each)) for _, each in filled)
    marked = bool(_TOP.match(line)) and tops == 1
    short = len(line.strip()) <= _LONGEST_TITLE and not _SENTENCE_END.search(line)
    if not marked and (is_heading(line) or not short):
        return "", HeaderLines(), ""
    last, date, publisher = first, None, ""
    for number, each in rest:
        words = each.strip()
        if len(words) <= _LONGEST_DATE_LINE and (match := _DATE.search(words)):
            date = number if match["iso"] else date
        elif match := _BY.match(words):
            publisher = " ".join(match["name"].split())
        elif not publisher and _signs(words):
            publisher = " ".join(words.split())
        else:
            break
        last = number
    return heading_text(line), HeaderLines(lines=last, date=date), publisher


def _signs(line: str) -> bool:
    named = _NAME.match(line) and not _NO_NAMES.fullmatch(line)
    return bool(named or _BODY.match(line))


def _is_wrapped(lines: Sequence[str], start: int, headings: set[int]) -> bool:
    """Check whether paragraphs span several lines and are separated by blank lines.

    This is assumed if most lines directly followed by another end within a sentence.
    """
    broken = whole = 0
    for number, (line, following) in enumerate(pairwise(lines), start=1):
        inner = line.strip() and following.strip() and not {number, number + 1} & headings
        if number > start and inner:
            broken += not _LINE_END.search(line)
            whole += bool(_LINE_END.search(line))
    empty = any(not line.strip() for line in lines[start:-1])
    return empty and broken > whole


def _check_divided(speech: Speech, lines: Sequence[str], file: Path) -> None:
    """Refuse a text whose paragraphs or sentences are too long to be cited."""
    for paragraph in speech.paragraphs:
        where = f"{file}:{paragraph.line}"
        longest = max(len(sentence.text) for sentence in paragraph.sentences)
        if longest > _LONGEST_SENTENCE:
            raise CourseError(
                f"这一段里有 {longest} 字没有句号，断不成句；"
                f"请补上“。”“！”“？”，一句至多 {_LONGEST_SENTENCE} 字",
                where,
            )
        if len(paragraph.text) > _LONGEST_PARAGRAPH:
            only = "全文只有这一段，" if len(speech.paragraphs) == 1 else ""
            raise CourseError(
                f"{only}这一段有 {len(paragraph.text)} 字，太长，没法逐段读；"
                f"请在意思转换的地方换行，一段至多 {_LONGEST_PARAGRAPH} 字",
                where,
            )
    if len(speech.sentences) <= 1:
        raise CourseError(
            "除了题目，全文只有一句，做不成课程；请补上正文，每句以“。”“！”或“？”结束，每段一行",
            str(file),
        )
    if not any(_SENTENCE_END.search(line) for line in lines):
        raise CourseError("全文没有一个句号，断不成句；请给每句补上“。”“！”或“？”", str(file))


def _title_notices(title: str, told: str, file: Path) -> Sequence[str]:
    if title or told:
        return ()
    return (f"第一行不像题目，题目暂用文件名“{file.stem}”；可在 course.yml 的 source.title 改",)


#: Markdown markup that would be shown literally: bold, links, lists, quotes, tables, code, rules.
_MARKDOWN: Final = re.compile(r"\*\*|\]\(|^\s*(?:[-*+>|`]\s|```|---|===)")


def _notices(speech: Speech) -> list[str]:
    """Describe what the author may not have intended."""
    found = []
    if unended := [p for p in speech.paragraphs if not _LINE_END.search(p.text)]:
        found.append(
            f"{_at(p.line for p in unended)}没有标点结尾，当作段落；"
            "若是小标题，请给全文各个小标题前面加“# ”（章）或“## ”（节），换个文件夹再做一次"
        )
    if marked := [p for p in speech.paragraphs if _MARKDOWN.search(p.stored)]:
        found.append(
            f"{_at(p.line for p in marked)}有 Markdown 的标记，会照样显示；"
            "不要的话，请删去标记，换个文件夹再做一次"
        )
    return found


def _at(lines: Iterable[int]) -> str:
    numbers = [str(line) for line in lines]
    more = "等" if len(numbers) > _LISTED else ""
    return f"第 {'、'.join(numbers[:_LISTED])} 行{more}"
