"""What a format cannot represent, item by item, for the trainer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from exporting.model import Exported

_STEM: Final = 24
#: What happens to self-rated answers on platforms that grade.
BY_TEACHERS: Final = "学员对照要点自评，在平台上改为由教师评分"
#: Losses common to several formats.
LITERALLY: Final = "填的词由平台逐字比对，空格和全角、半角不同也算错"
NEAREST: Final = "分值取了平台列表里最近的一档"
REASONS_TOGETHER: Final = "各项的说明合在题后的反馈里"
SPANS_LISTED: Final = "不在文中划出，改为列出各处来选"
NO_EMPHASIS: Final = "选项里的加重没有导出"


@dataclass(frozen=True)
class Loss:
    """A part of an item that a format cannot represent.

    Parameters
    ----------
    item
        The item.
    what
        What is lost, or converted to another form.
    whole
        Whether the whole item is left out.
    """

    item: Exported
    what: str
    whole: bool = False


def losses_of(item: Exported, lost: Sequence[str], title: str, *, written: bool) -> list[Loss]:
    """Return the losses of one item, without duplicates; if it is left out, only the reason.

    Parameters
    ----------
    item
        The item.
    lost
        The losses recorded while it was written.
    title
        Name of the format.
    written
        Whether any part of it was written.
    """
    if written:
        return [Loss(item, what) for what in dict.fromkeys(lost)]
    why = f"：{item.lost[0]}" if item.lost else ""
    return [Loss(item, f"{title} 没有放{item.label}的地方，整题没有导出{why}", whole=True)]


def report(title: str, losses: Sequence[Loss], items: int) -> str:
    """Render the losses of one format.

    Parameters
    ----------
    title
        Name of the format.
    losses
        Its losses, in the order of the bank.
    items
        Number of items to export.

    Returns
    -------
    str
        How many items were exported completely, then the losses by item.
    """
    touched = list(dict.fromkeys(loss.item for loss in losses))
    left_out = sum(loss.whole for loss in losses)
    partly = len(touched) - left_out
    lines = [f"{title}：共 {items} 题，导出 {items - left_out} 题，其中 {partly} 题有所缺失。"]
    for item in touched:
        lines += ["", f"{item.id}　{item.label}　{_short(item.stem)}"]
        lines += [f"  - {what}" for what in _of(item, losses)]
    return "\n".join(lines) + "\n"


def _of(item: Exported, losses: Iterable[Loss]) -> list[str]:
    return list(dict.fromkeys(loss.what for loss in losses if loss.item is item))


def _short(stem: str) -> str:
    return stem if len(stem) <= _STEM else f"{stem[:_STEM]}…"
