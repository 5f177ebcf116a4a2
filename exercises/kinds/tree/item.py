"""Structure tree: the structure of a passage, with gaps to fill from a word list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from exercises.gaps.gap import (
    GAP,
    Gap,
    check_numbers,
    check_words,
    gaps_answered,
    gaps_face,
    gaps_key,
    gaps_reasons,
    gaps_rubric,
    room,
    telling,
    word_list,
)
from exercises.grounded import OptionText
from exercises.item import Item, KeyReason
from exercises.rubric import Rubric

#: A deeper tree does not fit a phone.
DEEPEST: Final = 4


class Branch(BaseModel):
    """A branch: its own text and its sub-branches."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    text: OptionText = Field(description="这一枝的文字，空处写 {1}、{2} …")
    branches: tuple[GivenBranch, ...] = Field(default=(), description="下一层")

    def walk(self, depth: int = 1) -> Iterator[tuple[int, Branch]]:
        """Yield this branch and all below it with their depths, in reading order."""
        yield depth, self
        for branch in self.branches:
            yield from branch.walk(depth + 1)


#: A branch; one without sub-branches may be given as its text.
GivenBranch = Annotated[
    Branch, BeforeValidator(lambda given: {"text": given} if isinstance(given, str) else given)
]
Branch.model_rebuild()


class TreeItem(Item):
    """A tree of two to four levels; its answers are words of the speech."""

    label: ClassVar[str] = "结构图填空题"
    direction: ClassVar[str] = "从词表中选词，补全结构图；有的词用不上。"
    rank: ClassVar[int] = 80

    kind: Literal["tree"]
    tree: Branch = Field(description="结构图的根：text 和 branches；末枝可以只写文字")
    gaps: tuple[Gap, ...] = Field(min_length=2, description="各空，自上而下")
    words: tuple[str, ...] = Field(min_length=2, description="词表里另加的干扰词")

    @model_validator(mode="after")
    def _check_tree(self) -> Self:
        texts = [branch.text for _, branch in self.tree.walk()]
        check_numbers([number for text in texts for number in GAP.findall(text)], self.gaps, "tree")
        if not self.tree.branches or max(depth for depth, _ in self.tree.walk()) > DEEPEST:
            raise ValueError(f"结构图要有 2 到 {DEEPEST} 层；请增减 branches")
        return self

    @model_validator(mode="after")
    def _check_words(self) -> Self:
        check_words(self.gaps, self.words)
        answers = [gap.answer[0] for gap in self.gaps]
        shown = "\n".join(branch.text for _, branch in self.tree.walk())
        for answer in answers:
            if answers.count(answer) > 1:
                raise ValueError(f"有两个空的答案都是“{answer}”；请改去一个")
            if answer not in self.cited:
                raise ValueError(f"答案“{answer}”不是 source 所引句子的原文；请照原文改正")
            if answer in shown:
                raise ValueError(f"答案“{answer}”就写在结构图里；请改写那一枝")
        return self

    def word_list(self) -> list[str]:
        """Return the word list in a fixed order that does not depend on the key."""
        return word_list(self.gaps, self.words) or []

    def width(self) -> int:
        """Return the width of the gaps, the same for all, in characters."""
        return room(*self.gaps)

    def answers(self) -> list[str]:
        """Return the gaps' answers, short ones with their neighbours."""
        return telling("\n".join(branch.text for _, branch in self.tree.walk()), self.gaps)

    def rubric(self) -> Rubric:
        """Compile to one slot per gap, named by its number."""
        return gaps_rubric(self.gaps, self.word_list())

    def face(self) -> dict[str, Any]:
        """Return the tree, split at its gaps, and the word list."""
        return {"tree": self._face(self.tree), "words": self.word_list()}

    def _face(self, branch: Branch) -> dict[str, Any]:
        width = [self.width()] * len(self.gaps)
        return {
            "segments": gaps_face(branch.text, width),
            "branches": [self._face(inner) for inner in branch.branches],
        }

    def key(self) -> str:
        """Return the answer of each gap."""
        return gaps_key(self.gaps)

    def reasons(self) -> list[KeyReason]:
        """Return the feedback of each gap."""
        return gaps_reasons(self.gaps)

    def describe(self, slot: str, value: str) -> str:
        """Return the gap's number and what was filled in."""
        return f"（{slot}）{value}"

    def answered(self, response: Mapping[str, str]) -> str:
        """Return what was filled in."""
        return gaps_answered(response)
