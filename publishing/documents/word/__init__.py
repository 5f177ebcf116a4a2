"""Write a document as a Word file: styles, real numbering, tables with header rows."""

from publishing.documents.word.writer import docx_of

__all__ = ["docx_of"]
