"""Marking a class that was tested on paper: a table of answers → scores, statistics, class sheet.

`tables` reads what Excel and WPS save, `columns` finds out what each column holds, a kind's
``written.py`` reads its cells, `people` joins the rows of each person and collects all faults,
`scoring` grades with the rubrics, `statistics` computes the item statistics, `scores` and
`workbook` write the results. Nothing is guessed: a single fault in the table means no scores.
"""
