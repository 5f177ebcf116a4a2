"""The course measured beside named alternatives, never timed in a test.

``make bench`` prints the tables; each figure is the median of several runs, ours and the
alternative's in turn. The alternatives are what Jupyter Book offers as it comes: its own theme
with jupyterquiz or with plain ipywidgets (html-manager), and its ``pdflatex`` builder.
"""
