"""``python -m publishing new``: a course that builds at once, made from a plain text.

The text's file is copied as it is, byte for byte: its hash in ``course.yml`` proves that the course
quotes what the author wrote. So its headings stay in it. They are not paragraphs either: what is
counted, cited and asked about would then begin with 第2段, and a heading would stand as a sentence
among the others. ``source.headings`` in ``course.yml`` names their lines instead. The full text
shows them where they stand; in the chapters they are the titles of pages and sections, which the
course's author may change.

What it makes of a text, in the order of the work: :mod:`text_file` reads the bytes, :mod:`layout`
tells title, headings and paragraphs apart, :mod:`chapters` divides them, :mod:`items` makes the
exercises, :mod:`making` writes all of it from the files in ``templates/``.
"""
