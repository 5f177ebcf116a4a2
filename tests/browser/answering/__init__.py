"""How a reader answers each kind: a module for each, found by its name.

``<kind>.py`` (``a_b.py`` for the kind ``a-b``) has two functions, ``by_keyboard`` and
``by_pointer``; they are given what the reader works with (``learner.py``) and a response.
"""
