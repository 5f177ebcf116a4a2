"""What the printed editions hold, as lines that a maintainer reads."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import Destination

from exercises import load_bank
from publishing.speech_domain import COURSE_PARAGRAPHS
from speech import load_speech

FOLDER = Path(__file__).parents[2] / "_build" / "handout"
EDITIONS = {
    "learner's": FOLDER / "handout.pdf",
    "teacher's": FOLDER / "handout-teacher.pdf",
}


def printed(*command: str | Path) -> str:
    """Give what a poppler tool prints."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def text_of(edition: Path) -> str:
    """Give an edition's text without spaces, line ends and what repeats on each page."""
    text = printed("pdftotext", "-layout", "-nopgbrk", edition, "-")
    return re.sub(r"\s+", "", text)


def report_document() -> None:
    """Print each edition's form: pages, paper, language, tags, fonts."""
    for name, edition in EDITIONS.items():
        facts = dict(
            re.split(r":\s+", line, maxsplit=1)
            for line in printed("pdfinfo", edition).splitlines()
            if re.search(r":\s+\S", line)
        )
        reader = PdfReader(edition)
        print(f"{name} edition: {facts['Title']}")
        print(f"  {facts['Pages']} pages, {facts['Page size']}, tagged: {facts['Tagged']}")
        print(f"  language {reader.root_object['/Lang']}, author {facts['Author']}")
        for line in sorted(set(printed("pdffonts", edition).splitlines()[2:])):
            font, embedded, subset, unicode = re.match(
                r"(\S+) .*? (yes|no) +(yes|no) +(yes|no) ", line
            ).groups()
            print(f"  {font[7:]}: embedded {embedded}, subset {subset}, ToUnicode {unicode}")


def report_exercises() -> None:
    """Print how many items and how many of their reasons each edition holds."""
    items = list(load_bank())
    reasons = [reason.text for item in items for reason in item.reasons()]
    for name, edition in EDITIONS.items():
        text = text_of(edition)

        def found(wanted: list[str], text: str = text) -> str:
            there = sum(re.sub(r"\s+|\*\*", "", words) in text for words in wanted)
            return f"{there} of {len(wanted)}"

        print(f"{name} edition: {found([item.stem for item in items])} stems, ", end="")
        print(f"{found(reasons)} reasons")


def report_bookmarks() -> None:
    """Print the bookmarks with their pages, as the contents has them."""
    reader = PdfReader(EDITIONS["teacher's"])

    def show(entries: list[Destination | list[Destination]], depth: int = 0) -> None:
        for entry in entries:
            if isinstance(entry, list):
                show(entry, depth + 1)
            elif depth < 2:
                page = reader.get_destination_page_number(entry) + 1
                print(f"{page:4} {'  ' * depth}{entry.title}")

    show(reader.outline)


def report_speech() -> None:
    """Print whether each edition holds the speech's sentences in order."""
    wanted = [s.text for s in load_speech().sentences if s.paragraph <= COURSE_PARAGRAPHS]
    for name, edition in EDITIONS.items():
        text = text_of(edition)
        position, found = 0, 0
        for sentence in wanted:
            at = text.find(sentence, position)
            if at >= 0:
                position, found = at + len(sentence), found + 1
        print(f"{name} edition: {found} of {len(wanted)} sentences of p01–p19 in order")
