"""Items out of the course: into the files that learning platforms import.

``python -m exercises export gift`` writes one format, ``python -m exercises export all`` every
one. An item is put into a neutral form (:mod:`exporting.model`); a format is a module of
:mod:`exporting.formats` and knows no kind of item. What a format cannot hold is in a list for the
trainer, item by item.
"""
