"""The speech: its stored bytes, its display text, its paragraphs and sentences.

Everything that quotes, cites or checks the speech uses this package. The speech is stored
nowhere else.
"""

from speech.model import Heading, Paragraph, Sentence, Speech
from speech.reference import BadReferenceError, Reference, parse_reference
from speech.source import SourceError, load_speech, parse_speech

__all__ = [
    "BadReferenceError",
    "Heading",
    "Paragraph",
    "Reference",
    "Sentence",
    "SourceError",
    "Speech",
    "load_speech",
    "parse_reference",
    "parse_speech",
]
