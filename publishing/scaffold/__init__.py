"""``python -m publishing new``: make a course from a plain text, ready to build.

The text file is copied unchanged, byte for byte: its hash in ``course.yml`` proves that the course
quotes the author's text. So its headings stay in the file. They are not paragraphs, since then they
would be numbered, cited and asked about like sentences. Instead, ``source.headings`` in
``course.yml`` lists their lines. The full text shows them in place; in the chapters they become
titles of pages and sections, which the author may change.

The stages: :mod:`text_file` decodes the file, :mod:`layout` finds title, headings and paragraphs,
:mod:`chapters` divides them, :mod:`items` makes exercises, :mod:`making` writes everything from the
files in ``templates/``.
"""
