"""Documents that are handed out as PDF, for Word and as HTML, written from one description.

The content of a document is plain data (:mod:`publishing.documents.model`).
:mod:`publishing.documents.typesetting` makes a PDF of it with the handout's typography,
:mod:`publishing.documents.word` a Word file with styles and real numbering, and
:mod:`publishing.documents.page` an HTML page.
"""
