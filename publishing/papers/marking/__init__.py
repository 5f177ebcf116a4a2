"""The command that marks a class: :mod:`exercises.marking` does it, the feedback is printed here.

It is run as ``python -m exercises mark``, in the way of ``papers``: the feedback is set in
Typst, of which :mod:`exercises` knows nothing.
"""
