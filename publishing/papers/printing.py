"""From papers to PDF files."""

from __future__ import annotations

import re
from pathlib import Path

from course import Course
from exercises import load_bank
from exercises.papers import Blueprint, Paper, sample
from publishing.papers.compiling import compiled
from publishing.papers.order import OWN
from publishing.papers.source import key_source, paper_source, sheet_source


def print_papers(
    blueprint: Blueprint, course: Course, seed: str, folder: Path, command: str
) -> list[Path]:
    """Make papers A and B, the answer sheets and the key.

    Parameters
    ----------
    blueprint, course, seed
        What the papers are drawn by, from whose bank, and by which seed.
    folder
        Where the files go.
    command
        By what the same papers can be made again; the key tells it.

    Returns
    -------
    list of Path
        The files. The same papers have the same bytes.

    Raises
    ------
    BlueprintError
        If the bank cannot meet the blueprint.
    CourseError
        If the typesetting fails.
    """
    papers = [sample(blueprint, load_bank(course), seed, form) for form in "AB"]
    name, version = _file_name(papers[0]), course.settings.version
    sources = {
        f"{name}-A.pdf": paper_source(version, papers[0]),
        f"{name}-B.pdf": paper_source(version, papers[1]),
        f"{name}-answer-sheet.pdf": sheet_source(version, *papers),
        f"{name}-key.pdf": key_source(version, command, *papers),
    }
    # All or none: a paper without its key is of no use.
    made = {file: compiled(source) for file, source in sources.items()}
    folder.mkdir(parents=True, exist_ok=True)
    for file, pdf in made.items():
        (folder / file).write_bytes(pdf)
    return [folder / file for file in made]


def _file_name(paper: Paper) -> str:
    """Name the files after blueprint and seed, whatever was typed as a seed.

    Papers of one's own have the code's last part too, which tells ranges apart: those of
    another range and the same seed are other papers.
    """
    blueprint_and_seed = paper.code.rpartition("-")[0]
    own = paper.code.startswith(f"{OWN}-")
    return re.sub(r"[^\w-]+", "_", paper.code if own else blueprint_and_seed)
