"""From a document to a file for Word: styles, real numbering, tables with header rows."""

from publishing.documents.word.writer import docx_of

__all__ = ["docx_of"]
