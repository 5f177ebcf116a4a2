"""The kinds of exercise, one folder each, found by the folder's name.

A folder holds everything about a kind: ``item.py`` (schema, rubric, face, key), ``sheet.py`` (the
printable form), ``view.js`` and ``style.css`` (the interactive form), and ``written.py`` (how a
marker types its answers). To add a kind, add a folder; nothing else has to be edited.
"""
