"""Chinese wording, with the fix, for the warnings of Sphinx, MyST and docutils that trainers meet.

Any other warning is shown in English with a Chinese introduction.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Known:
    """The names that exist in the book, to suggest the nearest one to a misspelt name.

    Parameters
    ----------
    directives, roles
        The course's own.
    labels
        Possible targets of ``{ref}``.
    pages
        Names of the documents.
    """

    directives: Sequence[str]
    roles: Sequence[str]
    labels: Sequence[str]
    pages: Sequence[str]


_SUFFIX: Final = re.compile(r" \[[a-z-]+\.[a-z_]+\]$")
_HEADING: Final = "标题请依次写 #、##、###，一页只有一个 #，不跳级"
_IMAGE: Final = "找不到图片 {0}；书里只排文字，请删去图片，把内容写成文字"
_LINK: Final = "链接 {0} 没有去处；"

_Words = str | Callable[[re.Match[str], Known], str]


def _unknown_directive(found: re.Match[str], known: Known) -> str:
    near = _nearest(found[1], known.directives)
    return f"没有 {{{found[1]}}} 这样的写法；最接近的是 {{{near}}}"


def _unknown_role(found: re.Match[str], known: Known) -> str:
    near = _nearest(found[1], known.roles)
    return f"没有 {{{found[1]}}}`…` 这样的写法；最接近的是 {{{near}}}`…`"


def _no_label(found: re.Match[str], known: Known) -> str:
    near = _nearest(found[1], known.labels)
    return f"{_LINK.format(found[1])}词条或标记里最接近的是 {near}"


def _no_page(found: re.Match[str], known: Known) -> str:
    name = found[1].removesuffix(".md")
    near = _nearest(name.rpartition("/")[2], [page.rpartition("/")[2] for page in known.pages])
    return f"{_LINK.format(found[1])}链到别的页写作 [文字](文件名.md)，最接近的是 {near}.md"


#: Patterns of messages and their Chinese wording; ``{0}`` and ``{1}`` are the groups.
_TABLE: Final[tuple[tuple[re.Pattern[str], _Words], ...]] = (
    (re.compile(r"Unknown directive type:? ['\"](.+?)['\"]"), _unknown_directive),
    (re.compile(r"Unknown interpreted text role ['\"](.+?)['\"]"), _unknown_role),
    (
        re.compile(r"Directive '(.+?)': (\d+) argument\(s\) required"),
        "{{{0}}} 后面缺了内容；请照别处的写法在同一行补上",
    ),
    (
        re.compile(r"'(.+?)': Has content, but none permitted"),
        "{{{0}}} 里面不写内容；请删去围栏之间的文字",
    ),
    (
        re.compile(r"Content block expected for the \"(.+?)\" directive"),
        "{{{0}}} 里面没有内容；请在围栏之间写上",
    ),
    (re.compile(r"'(.+?)': Unknown option keys: \['(.+?)'"), "{{{0}}} 没有选项 {1}；请删去这一行"),
    (re.compile(r"image file (?:not readable: )?(\S+)"), _IMAGE),
    (re.compile(r"download file not readable: (\S+)"), "找不到要下载的文件 {0}；请改正文件名"),
    (re.compile(r"(?:undefined label|term not in glossary): '(.+?)'"), _no_label),
    (re.compile(r"unknown document: '(.+?)'"), _no_page),
    (re.compile(r"'myst' cross-reference target not found: '([^']+\.md)'"), _no_page),
    (re.compile(r"'myst' cross-reference target not found: '(.+?)'"), _no_label),
    (
        re.compile(r"local id not found in doc '(.+?)': '(.+?)'"),
        "链接 {0}.md#{1} 没有去处；{0}.md 里没有标记 {1}，请改正 # 后面的字",
    ),
    (
        re.compile(r"Pygments lexer name '(.+?)' is not known"),
        "```{0} 会当成代码；是指令的，请加花括号，写作 ```{{{0}}}",
    ),
    (re.compile(r"Document headings start at H(\d)"), f"这一页没有以 # 开头的题目；{_HEADING}"),
    (
        re.compile(r"Non-consecutive header level increase; H(\d) to H(\d)"),
        f"标题从第 {{0}} 级跳到了第 {{1}} 级；{_HEADING}",
    ),
    (
        re.compile(r"Duplicate explicit target name: \"(.+?)\""),
        "标记 ({0})= 写了两次；请改名其中一处",
    ),
    (re.compile(r"duplicate label (\S+),"), "标记 {0} 在别处也有；请改名其中一处"),
    (re.compile(r"document isn't included in any toctree"), "目录 _toc.yml 里没有这一页；请加上"),
    (
        re.compile(r"Found an unexpected `code-cell`"),
        "代码格不能套在别的指令或列表里；请移到外面，顶格写",
    ),
    (
        re.compile(r"toctree directive|tableofcontents directive"),
        "各页的次序由 _toc.yml 定，页里不写 {{toctree}}；请删去",
    ),
    (re.compile(r"unknown config value '(.+?)'"), "_config.yml 里没有 {0} 这一项；请检查拼写"),
)


def in_words(message: str, known: Known) -> str:
    """Translate a warning for trainers.

    Parameters
    ----------
    message
        Message of Sphinx, MyST or docutils.
    known
        Names that exist in the book.

    Returns
    -------
    str
        What is wrong and how to fix it, in one line.
    """
    said = _SUFFIX.sub("", message).strip()
    for pattern, words in _TABLE:
        if found := pattern.search(said):
            return words.format(*found.groups()) if isinstance(words, str) else words(found, known)
    line = " ".join(said.split())
    return f"这里的写法排不出来；请对照别处相同的内容改写。排版程序的原话是：{line}"


def _nearest(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0)
    return near[0] if near else "（没有）"
