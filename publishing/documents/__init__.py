"""Documents that are handed out as PDF and as Word: described once, written twice.

What a document holds is plain data (:mod:`publishing.documents.model`);
:mod:`publishing.documents.typesetting` makes a PDF of it with the handout's typography,
:mod:`publishing.documents.word` a file for Word, with styles and real numbering.
"""
