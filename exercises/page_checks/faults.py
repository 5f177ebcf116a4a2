"""All faults of the pages as typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from course import Course, Fault, FaultyError
from course.contents import read_contents
from exercises.bank import Bank, UnknownItemError
from exercises.page_checks.code_cells import cells, problems, shown
from exercises.page_checks.head import head_faults
from exercises.page_checks.keyboard import typing_faults
from exercises.page_checks.page_source import Page, read_page


class PageError(FaultyError):
    """The pages cannot be used."""

    subject: ClassVar[str] = "章节"


def check_pages(course: Course, bank: Bank) -> None:
    """Check the pages in the table of contents, as far as possible without building them.

    Parameters
    ----------
    course
        The course.
    bank
        Its bank.

    Raises
    ------
    ContentsError
        If the table of contents has faults.
    PageError
        If pages have faults; it holds all of them.
    """
    if not course.contents.exists():
        # A bank without a book.
        return
    faults: list[Fault] = []
    for file in read_contents(course):
        if page := read_page(course, file, faults):
            # Several checks may report one mistake: keep the first report for each line.
            first = {fault.line: fault for fault in reversed([*_faults(page, bank)])}
            faults += sorted(first.values(), key=lambda fault: fault.line)
    if faults:
        raise PageError(faults)


def _faults(page: Page, bank: Bank) -> Iterator[Fault]:
    yield from head_faults(page)
    yield from typing_faults(page)
    for problem in problems(page):
        yield page.fault(problem.line, problem.message)
    for cell in cells(page):
        for item in shown(cell.code):
            try:
                bank.item(item)
            except UnknownItemError as error:
                line = next(n for n, code in enumerate(cell.code.split("\n"), 1) if item in code)
                yield page.fault(cell.line + line, str(error))
