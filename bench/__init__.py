"""Benchmarks of the course against named alternatives; these are not part of the tests.

``make bench`` prints the tables. Each figure is the median of several runs, in which the course and
the alternatives alternate. The alternatives are what Jupyter Book offers by default: its own theme
with jupyterquiz or with plain ipywidgets (html-manager), and its ``pdflatex`` builder.
"""
