"""The kinds of exercise, one folder each, found by its name.

A folder holds all that a kind is: ``item.py`` (schema, rubric, face, key),
``sheet.py`` (the printable form), ``view.js`` and ``style.css`` (the live
form). A further kind is a further folder; nothing else is edited.
"""
