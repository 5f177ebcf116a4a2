"""The targets of links in an edition."""

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
        The label of its target.
    location
        ``file:line`` of the link, for error messages.
    """

    label: str
    location: str


class Targets:
    """The labels that an edition defines, known after a first translation.

    Parameters
    ----------
    labels
        All labels that it defines.
    left_out
        Names of the pages that it does not print.

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
        """Return the label of a link's target, or None if the edition does not have it.

        If print has the target on another page than the site, it is found by its id.
        """
        if label in self._labels:
            return label
        return self._by_id.get(label.partition("#")[2])

    def check(self, references: Iterable[Reference]) -> None:
        """Check that every link of the whole book has a target.

        Parameters
        ----------
        references
            The links.

        Raises
        ------
        CourseError
            If a link has no target, unless it leads to a page that is not printed.
        """
        for link in references:
            docname = link.label.partition("#")[0]
            if self.find(link.label) is None and docname not in self._left_out:
                raise CourseError(
                    f"链接“{link.label}”在打印讲义里没有去处；请改正链接", link.location
                )
