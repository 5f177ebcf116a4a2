"""The pages as their authors type them: what can be told before anything is built.

A page is MyST: a head between two ``---``, text, and fences that hold directives or code cells.
"""

from exercises.page_checks.faults import PageError, check_pages
from exercises.page_checks.source import Page, read_page

__all__ = ["Page", "PageError", "check_pages", "read_page"]
