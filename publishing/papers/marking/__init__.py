"""The command that marks a class: marking is in :mod:`exercises.marking`, printing here.

It is run as ``python -m exercises mark``, which starts this package as it does for ``papers``:
feedback is typeset and :mod:`exercises` does not depend on Typst.
"""
