"""Marking a class on paper: a table of answers → scores, item statistics, class sheet.

`tables` reads what Excel and WPS save, `columns` finds what each column holds, a kind's
``written.py`` reads its cells, `people` joins the rows of a person and collects every fault,
`scoring` grades by the rubrics, `statistics` looks at the items, `scores` and `workbook`
write. Nothing is guessed: with one fault in the table there are no scores.
"""
