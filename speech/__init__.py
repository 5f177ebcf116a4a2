"""The speech: its stored bytes, its display text, its paragraphs and sentences.

Everything that quotes, cites or checks the speech asks this package. The
words are never typed anywhere else.
"""

from speech.model import Paragraph, Sentence, Speech, load_speech
from speech.reference import BadReferenceError, Reference, parse_reference

__all__ = [
    "BadReferenceError",
    "Paragraph",
    "Reference",
    "Sentence",
    "Speech",
    "load_speech",
    "parse_reference",
]
