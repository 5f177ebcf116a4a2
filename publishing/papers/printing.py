"""Write papers to files: PDF and Word."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from course import Course
from exercises.papers import Paper
from publishing.documents.word import docx_of
from publishing.papers.compiling import compiled
from publishing.papers.documents import key_document, paper_document, sheet_document
from publishing.papers.order import OWN
from publishing.papers.typst_source import key_source, paper_source, sheet_source


def print_papers(
    papers: Sequence[Paper],
    course: Course,
    folder: Path,
    command: str,
    told: Callable[[str], None],
) -> list[Path]:
    """Write papers A and B, the answer sheets and the key, each as PDF and for Word.

    Parameters
    ----------
    papers
        The two forms.
    course
        The course.
    folder
        The output folder.
    command
        Command that makes the same papers again; it is printed in the key.
    told
        Called with the name of each file before it is made.

    Returns
    -------
    list of Path
        The files. The same papers always give the same bytes.

    Raises
    ------
    CourseError
        If typesetting fails.
    """
    # All files are made before any is written: a paper without its key is of no use.
    made = printed(papers, course, command, _file_name(papers[0]), told)
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in made.items():
        (folder / file).write_bytes(content)
    return [folder / file for file in made]


def printed(
    papers: Sequence[Paper],
    course: Course,
    command: str,
    name: str,
    told: Callable[[str], None] = lambda _: None,
) -> dict[str, bytes]:
    """Make the files of papers: each paper, and the answer sheets and key of all.

    Parameters
    ----------
    papers
        Forms of a paper.
    course, command
        As for :func:`print_papers`.
    name
        Prefix of the file names.
    told
        As for :func:`print_papers`.

    Returns
    -------
    dict of str to bytes
        Content by file name: all PDFs, then all Word files.
    """
    settings = course.settings
    sources = {f"{name}-{one.form}": paper_source(settings.version, one) for one in papers}
    sources[f"{name}-answer-sheet"] = sheet_source(settings.version, *papers)
    sources[f"{name}-key"] = key_source(settings.version, command, *papers)
    documents = {f"{name}-{one.form}": paper_document(one, settings.version) for one in papers}
    documents[f"{name}-answer-sheet"] = sheet_document(papers, settings.version)
    documents[f"{name}-key"] = key_document(papers, settings.version, command)
    made: dict[str, bytes] = {}
    for stem, source in sources.items():
        told(file := f"{stem}.pdf")
        made[file] = compiled(source)
    for stem, document in documents.items():
        told(file := f"{stem}.docx")
        made[file] = docx_of(document, settings.author)
    return made


def _file_name(paper: Paper) -> str:
    """Name the files after blueprint and seed, with only safe characters.

    For a paper without blueprint, the last part of the code is added: it distinguishes papers with
    the same seed but another range.
    """
    blueprint_and_seed = paper.code.rpartition("-")[0]
    own = paper.code.startswith(f"{OWN}-")
    return re.sub(r"[^\w-]+", "_", paper.code if own else blueprint_and_seed)
