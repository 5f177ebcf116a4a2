"""Materials for trainers, generated from the course's own data.

Lesson plans (``book/teaching/plans/``), notes for the trainer (``notes/``), forms (``forms.yml``)
and the testing scheme (``scheme.yml``) are data of the course; slides and worksheets are made from
its chapters and outline. Together with the papers and the handout they form the trainer's box, a
folder with an index page: ``python -m teaching``.
"""
