"""Reports on the contents of the printed editions, as lines for maintainers to read.

A report that finds a fault prints what it found and then fails, so that a bad report cannot be
stored as the expected one.
"""

from __future__ import annotations

from exercises.inline import runs
from tests.handout.reading import BUILT, Pdf, after_sentence, squeezed
from tests.this_course import load_bank, load_speech

EDITIONS = {
    "learner's": Pdf(BUILT / "handout.pdf"),
    "teacher's": Pdf(BUILT / "handout-teacher.pdf"),
}
APPENDIX = "原文全文"


def plain(text: str) -> str:
    """Return an item's text as printed: no markup, no spaces."""
    return squeezed("".join(run.text for run in runs(text)))


def report_document() -> None:
    """Print properties of each edition: pages, paper, language, tags, fonts."""
    for name, edition in EDITIONS.items():
        info = edition.info()
        print(f"{name} edition: {info['Title']}, {info['Pages']} pages")
        print(f"  {info['Page size']}, tagged: {info['Tagged']}, author {info['Author']}")
        for line in sorted(edition.run("pdffonts").splitlines()[2:]):
            font, *_, embedded, subset, to_unicode, _, _ = line.split()
            print(f"  {font[7:]}: embedded {embedded}, subset {subset}, ToUnicode {to_unicode}")
            assert (embedded, subset, to_unicode) == ("yes", "yes", "yes")
        assert info["Tagged"] == "yes"
        assert "A4" in info["Page size"]


def report_speech() -> None:
    """Print how many sentences of the speech the chapters contain, in order."""
    wanted = load_speech().in_chapters
    for name, edition in EDITIONS.items():
        bodies = edition.bodies()[: dict(edition.bookmarks())[APPENDIX] - 1]
        page, position = 0, 0
        for sentence in wanted:
            page, position = after_sentence(bodies, squeezed(sentence.text), page, position)
        print(f"{name} edition: {len(wanted)} sentences of p01–p19 in order")


def report_exercises() -> None:
    """Print how many items and how much of their feedback each edition contains."""
    items = list(load_bank())
    stems = [plain(item.stem) for item in items]
    reasons = [plain(reason.text) for item in items for reason in item.reasons()]
    for name, edition in EDITIONS.items():
        text = "".join(edition.bodies())
        asked = sum(stem in text for stem in stems)
        told = sum(reason in text for reason in reasons)
        print(f"{name} edition: {asked} of {len(stems)} stems, {told} of {len(reasons)} reasons")
        assert asked == len(stems)
        assert told == (0 if name == "learner's" else len(reasons))


def report_bookmarks() -> None:
    """Print the bookmarks with their pages, as in the table of contents."""
    for title, page in EDITIONS["teacher's"].bookmarks():
        print(f"{page:4} {title}")
