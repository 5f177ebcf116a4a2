"""Test papers in print: two parallel papers, their answer sheets, and the key.

`order` turns command-line options into a blueprint, :mod:`exercises.papers` draws the items,
`source` writes them in Typst with the handout's translator, and `printing` compiles them with the
handout's template and checks. `documents` writes the same for Word.
"""
