"""Item-writing rules that are not checked by this package: by the schema, or by a reviewer."""

from __future__ import annotations

from typing import Final

from exercises.kinds.registry import kinds

#: Checked when the bank is read (``item.py``, ``kinds/*/item.py``, ``bank.py``). A fault there
#: stops the build, so the rules of this package see only valid items. Rules of a single kind are in
#: ``Item.held``.
_OF_ALL_KINDS: Final = (
    "编号、题型、目标、层次、出处缺一不可；目标是本章的，出处在原文里",
    "编号以章号开头，全书不重复",
    "同一题没有两个相同的选项",
    "每个选项都有说明，说明至少 15 字",
    "“”里的话与原文一字不差",
    "引文以外，题干至多 80 字，选项至多 40 字",
    "只选一项的都是三至四个选项，只有一个正确项（情境题按步、判断题按改法计）",
    "末一个答案不能由剩下的推出：配对、选词填空、结构图有多余的选项，归类题各组张数不全相同",
)


def by_schema() -> list[str]:
    """List the rules checked by the schemas: those for all kinds, then those of each kind."""
    return [*_OF_ALL_KINDS, *(rule for kind in kinds().values() for rule in kind.held)]


#: Only a human reviewer can decide these.
BY_REVIEW: Final = (
    "只有一个站得住的答案",
    "干扰项出自原文，读得不细的人会选，不荒唐",
    "不读原文、只凭应试经验答不出",
    "错误选项的说明讲清为什么错",
    "值得问：问内容、主体、缘由、做法、关系，不在字眼上设陷阱",
)
