"""The report as Chinese text: aligned tables, and the bounds of the rules beside the figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import tabulate

from exercises.item import LEVELS, TASKS
from exercises.kinds.registry import kinds
from exercises.report.figures import ChapterFigures, Figures
from exercises.rules.registry import rules
from exercises.rules.tasks import THINKING

#: How many characters of a sentence are shown.
_BEGINNING: Final = 26


def full(given: Figures) -> str:
    """Render the whole report.

    Parameters
    ----------
    given
        The figures.

    Returns
    -------
    str
        Lines of text for a terminal, each section under its title.
    """
    return "\n\n".join(
        f"{title}\n{body}"
        for title, body in (
            ("一、各章题数和认知层次", _chapters(given)),
            ("二、各学习目标的题", _objectives(given)),
            ("三、题型（演示题型的一章不计）", _kinds(given)),
            ("四、正确项的位置（四个选项的单选题）", _positions(given)),
            ("五、选项的长度", _lengths(given)),
            ("六、措辞", _wording(given)),
            ("七、没有题的句子", _sentences(given)),
            ("八、问法", _asking(given)),
        )
    )


def short(given: Figures) -> str:
    """Render a summary of a few lines, printed by the check.

    Parameters
    ----------
    given
        The figures.

    Returns
    -------
    str
        A table of the chapters, and a line for each of the other figures.
    """
    positions = "，".join(f"{place} {n}" for place, n in given.key_positions.items())
    covered = given.sentences.total - len(given.sentences.untouched)
    return "\n".join((
        _chapters(given),
        "",
        f"正确项位置：{positions}；独为最长 {_share(_longest(given), given.lengths.choices)}",
        f"原文句子：{_share(covered, given.sentences.total)}是某题的出处",
        "全部内容：make report",
    ))


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Render a table; with wcwidth installed, tabulate counts a Chinese character as two."""
    lines = tabulate.tabulate(list(rows), headers=heads, tablefmt="simple", missingval="—")
    return "\n".join(line.rstrip() for line in lines.splitlines())


def _share(part: int, whole: int) -> str:
    return f"{part} / {whole}（{part / whole:.0%}）" if whole else f"{part} / {whole}"


def _longest(given: Figures) -> int:
    return len(given.lengths.key_longest)


def _bound(rule_id: str, name: str) -> float:
    return rules()[rule_id].bound[name]


def _level_heads() -> list[str]:
    return [*LEVELS.values()]


def _chapters(given: Figures) -> str:
    def row(chapter: ChapterFigures) -> list[object]:
        recall = chapter.levels["remember"] / chapter.items if chapter.items else 0
        return [
            chapter.id,
            chapter.title,
            chapter.items,
            chapter.minimum or None,
            *chapter.levels.values(),
            f"{recall:.0%}",
        ]

    recall = given.levels["remember"] / given.items if given.items else 0
    planned = sum(chapter.minimum for chapter in given.chapters)
    total = ["合计", "", given.items, planned, *given.levels.values(), f"{recall:.0%}"]
    heads = ["章", "标题", "题数", "至少", *_level_heads(), "识记占比"]
    return _table(heads, [*map(row, given.chapters), total])


def _objectives(given: Figures) -> str:
    rows = [
        [
            objective.id,
            objective.total,
            *(_kinds_in_words(objective.items.get(level, {})) for level in LEVELS),
            objective.text,
        ]
        for chapter in given.chapters
        for objective in chapter.objectives
    ]
    return _table(["学习目标", "题数", *_level_heads(), "内容"], rows)


def _kinds_in_words(items: Mapping[str, Sequence[str]]) -> str | None:
    """Return the kinds of an objective's items at one level, or None if there are none."""
    named = (
        kinds()[kind].label.removesuffix("题") + (f"×{len(ids)}" if len(ids) > 1 else "")
        for kind, ids in items.items()
    )
    return "、".join(named) or None


def _kinds(given: Figures) -> str:
    rows = [[kinds()[kind].label, kind, n] for kind, n in given.kinds.items()]
    return _table(["题型", "kind", "题数"], rows)


def _positions(given: Figures) -> str:
    total = sum(given.key_positions.values())
    rows = [
        [place, n, f"{n / total:.0%}" if total else "—"] for place, n in given.key_positions.items()
    ]
    least, most = _bound("key-position", "least"), _bound("key-position", "most")
    return "\n".join((
        _table(["位置", "题数", "占比"], rows),
        f"每处应在 {least:.0%}—{most:.0%}。",
        f"同一位置最多相连 {given.longest_run} 题（至多 {_bound('key-run', 'most')} 题）。",
    ))


def _lengths(given: Figures) -> str:
    lengths = given.lengths
    longest = _share(_longest(given), lengths.choices)
    named = "、".join(dict.fromkeys(lengths.key_longest)) or "无"
    widest = _table(["正确项最长的题", "与中位数之比"], lengths.widest.items())
    return "\n".join((
        f"正确项平均 {lengths.key_mean} 字，干扰项平均 {lengths.distractor_mean} 字。",
        f"正确项独为最长：{longest}，至多 {_bound('key-longest', 'most'):.0%}。",
        f"这些题是：{named}。",
        "",
        widest,
        f"至多 {_bound('key-length', 'most')} 倍。",
    ))


def _wording(given: Figures) -> str:
    rows = [
        [word, len(cues.keys), len(cues.distractors), "、".join(cues.distractors) or "—"]
        for word, cues in given.absolute_words.items()
    ]
    table = _table(["绝对化用语", "正确项有的题", "干扰项有的题", "干扰项有的是"], rows)
    negatives = "、".join(given.negative_stems) or "无"
    share = _share(len(given.negative_stems), given.items)
    most = _bound("negative-share", "most")
    return f"{table}\n\n否定式题干：{share}，至多 {most:.0%}：{negatives}。"


def _sentences(given: Figures) -> str:
    left = given.sentences.untouched
    covered = _share(given.sentences.total - len(left), given.sentences.total)
    summary = f"是某题出处的句子：{covered}，至少 {given.sentences.least:.0%}。"
    rows = [
        [id_, text if len(text) <= _BEGINNING else f"{text[:_BEGINNING]}……"]
        for id_, text in left.items()
    ]
    return f"{summary}\n{_table(['句子', '开头'], rows)}" if rows else summary


def _asking(given: Figures) -> str:
    asking = given.asking
    rows = [[TASKS[task], task, asking.tasks[task]] for task in TASKS]
    thinking = sum(asking.tasks[task] for task in THINKING)
    names = "、".join(THINKING)
    counts = list(asking.key_counts.items())
    keys = [f"{number} 个的 {n} 题" for number, n in counts[:-1]]
    keys += [f"{number} 个以上的 {n} 题" for number, n in counts[-1:]]
    true = _share(asking.true, asking.statements)
    least, most = _bound("true-share", "least"), _bound("true-share", "most")
    return "\n".join((
        _table(["问什么", "task", "题数"], rows),
        f"{names} 共 {thinking} 题，至少 {asking.thinking} 题。",
        f"选项由两件事各两种说法拼成的：{'、'.join(asking.two_by_two) or '无'}。",
        f"判断题的说法，对的有 {true}，应在 {least:.0%}—{most:.0%}。",
        f"多选题的正确项：{'，'.join(keys)}。",
    ))
