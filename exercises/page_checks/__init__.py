"""Checks of the pages as typed: what can be found out before anything is built.

A page is MyST: front matter between two ``---``, text, and fences that hold directives or code
cells.
"""

from exercises.page_checks.faults import PageError, check_pages
from exercises.page_checks.page_source import Page, read_page

__all__ = ["Page", "PageError", "check_pages", "read_page"]
