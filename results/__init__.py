"""Results of a class or a country: responses from many places → one table → figures → report.

`reading` takes what learners and platforms hand in and leaves out what it cannot trust, by file and
place; `engines` opens the table in DuckDB, Spark or ClickHouse; `analysis` has the expressions, of
which only aggregates come back; `figures` makes figures of these in exact arithmetic; `report`
writes them.
"""
