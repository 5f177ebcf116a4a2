"""Where the links of an edition lead: to what it prints."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from publishing.errors import CourseError


@dataclass(frozen=True)
class Reference:
    """A link within the handout.

    Parameters
    ----------
    label
        The label that it leads to.
    location
        ``file:line`` where it stands, for error messages.
    """

    label: str
    location: str


class Targets:
    """The labels of an edition, which is translated once to know them.

    Parameters
    ----------
    labels
        All labels that it sets.
    left_out
        The pages of the book that it leaves out.

    Raises
    ------
    CourseError
        If two targets have the same label.
    """

    def __init__(self, labels: Iterable[str], left_out: Collection[str] = ()) -> None:
        self._labels: set[str] = set()
        self._by_id: dict[str, str] = {}
        self._left_out = left_out
        for label in labels:
            if label in self._labels:
                raise CourseError(f"打印讲义里有两处标记都叫 {label}；请改名其中一处")
            self._labels.add(label)
            id_ = label.partition("#")[2]
            if id_:
                self._by_id.setdefault(id_, label)

    def find(self, label: str) -> str | None:
        """Give the label to which a link leads, or None if the edition does not have it.

        What paper has on another page than the site keeps its id, so links follow it there.
        """
        if label in self._labels:
            return label
        return self._by_id.get(label.partition("#")[2])

    def check(self, references: Iterable[Reference]) -> None:
        """Hold every link of a whole book to a target in it.

        Parameters
        ----------
        references
            The links.

        Raises
        ------
        CourseError
            If a link leads nowhere; to a page that has nothing on paper it need not lead.
        """
        for link in references:
            docname = link.label.partition("#")[0]
            if self.find(link.label) is None and docname not in self._left_out:
                raise CourseError(
                    f"链接“{link.label}”在打印讲义里没有去处；请改正链接", link.location
                )
