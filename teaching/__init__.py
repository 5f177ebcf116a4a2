"""What a trainer needs to teach a course, made from the course's own data.

Lesson plans (``book/teaching/plans/``), notes for the trainer (``notes/``), forms (``forms.yml``)
and the scheme of testing (``scheme.yml``) are data of the course; slides and worksheets come from
its chapters and outline. All of it, with the papers and the handout, goes into one folder with an
index page: ``python -m teaching``.
"""
