"""Export items to the files that learning platforms import.

``python -m exercises export gift`` writes one format, ``python -m exercises export all`` all of
them. An item is first converted to questions in a neutral form (:mod:`exporting.question`); a
format is a module of :mod:`exporting.formats` and knows no kinds of items. What a format cannot
represent is listed for the trainer, item by item.
"""
