"""This repository's own course, for the tests that are about its text."""

from __future__ import annotations

from pathlib import Path

import exercises
import exercises.papers
import publishing.indexes.data_files
import speech
from course import Course

ROOT = Path(__file__).parents[1]
COURSE = Course.at(ROOT)


def load_speech() -> speech.Speech:
    """Return the course's speech."""
    return speech.load_speech(COURSE)


def load_bank() -> exercises.Bank:
    """Return the course's bank."""
    return exercises.load_bank(COURSE)


def load_blueprint(name: str) -> exercises.papers.Blueprint:
    """Return one of the course's blueprints."""
    return exercises.papers.load_blueprint(COURSE, name)


def read_blueprints() -> list[exercises.papers.Blueprint]:
    """Return all of the course's blueprints."""
    return exercises.papers.read_blueprints(COURSE)


def load_indexes() -> publishing.indexes.data_files.Indexes:
    """Return the course's indexes."""
    return publishing.indexes.data_files.load_indexes(COURSE)
