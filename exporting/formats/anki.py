"""Anki: a package of cards for memorising and self-testing.

Anki identifies a note by its guid and updates it only if the new one is more recent. The guid is
derived from course and item, the time from the course's version, so that the same bank results in
the same bytes, and raising the version updates cards already imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from itertools import count
from sqlite3 import connect
from typing import Final

import genanki

from course.archives import packed
from exporting.cards import Sides, cloze, sides
from exporting.losses import SPANS_LISTED, Loss, losses_of
from exporting.model import Collection, Exported, Section
from exporting.question import Card, Gapped, Pick, Question
from exporting.registry import Format
from exporting.version_times import EPOCH, time_of
from exporting.wording import after, html, prompt

_UNGRADED: Final = "不判分：看了答案自己评"
#: The visible fields, then those that identify a card, then spare ones: a field added later would
#: prevent updates of existing cards.
_ABOUT: Final = ("提示", "出处", "题号", "版本", "课程", "备用1", "备用2")
_QUESTION: Final = "{{正面}}{{#提示}}<hr>{{hint:提示}}{{/提示}}"
_ANSWER: Final = "{{FrontSide}}<hr id=answer>{{背面}}<small>{{出处}}</small>"
_GAPS: Final = "{{cloze:正面}}{{#提示}}<hr>{{hint:提示}}{{/提示}}"
_FILLED: Final = "{{cloze:正面}}<hr>{{背面}}<small>{{出处}}</small>"
_STYLE: Final = ".card{font-size:18px;line-height:1.6;text-align:left}.cloze{font-weight:bold}"


def _number(*names: str) -> int:
    """Return a permanent id, as Anki requires for decks and models."""
    return int(sha256("/".join(names).encode()).hexdigest()[:12], 16)


def _model(collection: Collection, *, gaps: bool) -> genanki.Model:
    sort = "填空" if gaps else "问答"
    return genanki.Model(
        _number(collection.course, sort),
        f"{collection.title}·{sort}",
        fields=[{"name": name} for name in ("正面", "背面", *_ABOUT)],
        templates=[
            {
                "name": sort,
                "qfmt": _GAPS if gaps else _QUESTION,
                "afmt": _FILLED if gaps else _ANSWER,
            }
        ],
        css=_STYLE,
        model_type=genanki.Model.CLOZE if gaps else genanki.Model.FRONT_BACK,
    )


def _note(collection: Collection, item: Exported, question: Question, place: int) -> genanki.Note:
    body = question.body
    gaps = isinstance(body, Gapped)
    shown: Sides = cloze(body) if isinstance(body, Gapped) else sides(body)
    part = f".{place + 1}" if len(item.questions) > 1 else ""
    notes = "".join(f"<p>{html(note)}</p>" for note in question.notes)
    return genanki.Note(
        model=_model(collection, gaps=gaps),
        fields=[
            prompt(question.prompt) + shown.front,
            shown.back + notes,
            html(item.hint),
            after(item, Question((), body, 0)),
            f"{item.id}{part}",
            item.version,
            f"{collection.title}（{collection.version}版）",
            "",
            "",
        ],
        tags=[re.sub(r"\s+", "_", tag) for tag in item.tags],
        guid=f"{collection.course}.{item.id}{part}",
    )


def _deck(collection: Collection, section: Section, losses: list[Loss]) -> genanki.Deck:
    name = f"{collection.title}::{section.title}"
    deck = genanki.Deck(_number(collection.course, section.id), name)
    for item in section.items:
        lost = [*item.lost, *_lost(item)]
        for place, question in enumerate(item.questions):
            deck.add_note(_note(collection, item, question, place))
        losses += losses_of(item, lost, "Anki", written=bool(item.questions))
    return deck


def _lost(item: Exported) -> Iterator[str]:
    if any(isinstance(one.body, Pick) and one.body.spans for one in item.questions):
        yield SPANS_LISTED
    if not all(isinstance(one.body, Card) for one in item.questions):
        yield _UNGRADED


def _database(decks: list[genanki.Deck], time: int) -> bytes:
    """Return Anki's database, whose ids do not depend on the version.

    Anki reads ids as times of creation, which must not be in the future; guids identify the notes.
    """
    with closing(connect(":memory:")) as base:
        genanki.Package(decks).write_to_db(base.cursor(), time, count(EPOCH * 1000))
        base.commit()
        return base.serialize()


def _write(collection: Collection) -> tuple[bytes, list[Loss]]:
    losses: list[Loss] = []
    decks = [_deck(collection, section, losses) for section in collection.sections]
    database = _database(decks, time_of(collection.version))
    return packed({"collection.anki2": database, "media": b"{}"}), losses


FORMAT: Final = Format("Anki", "anki.apkg", _write)
