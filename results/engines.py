"""Engines by name: each opens rows and Parquet files as one Ibis table; imported when asked for."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from results.responses import Response

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

#: Where a ClickHouse is, and Spark's master; neither belongs into a command that others see.
CLICKHOUSE: Final = "CLICKHOUSE_URL"
_COLUMNS: Final = {
    "learner": "string",
    "unit": "string",
    "item": "string",
    "attempt": "int64",
    "response": "string",
    "score": "float64",
    "max": "float64",
    "ms": "int64",
    "when": "int64",
    "paper": "string",
    "version": "string",
}
#: What every row must have.
NEEDED: Final = ("learner", "item", "attempt", "score", "max", "paper")


class EngineError(ValueError):
    """An engine cannot be used here; says what to install."""


class Engine:
    """An engine with its connection; :func:`engine_of` opens it.

    Parameters
    ----------
    name
        Its name, as in ``--engine``.
    connection
        The Ibis backend.
    """

    def __init__(self, name: str, connection: Any) -> None:
        self.name, self.connection = name, connection

    def rows(self, responses: Sequence[Response], folder: Path) -> ir.Table:
        """Hand over rows that were read one by one.

        Parameters
        ----------
        responses
            The rows.
        folder
            Where they are put as Parquet on the way: all engines read that.
        """
        import pyarrow.parquet as pq

        file = folder / "rows.parquet"
        pq.write_table(as_arrow(responses), file)
        return self.parquet(file)

    def parquet(self, file: Path) -> ir.Table:
        """Open a Parquet file; a server is sent it once, for as long as this runs.

        Parameters
        ----------
        file
            The file.
        """
        table: ir.Table = self.connection.read_parquet(str(file))
        return table

    def small(self, columns: Mapping[str, Sequence[str]]) -> ir.Table:
        """Hand over a small table of texts.

        Parameters
        ----------
        columns
            Its columns.
        """
        import ibis

        table = ibis.memtable(dict(columns), schema=dict.fromkeys(columns, "string"))
        # Spark does not find it in what is cached unless it has been asked for before.
        self.run(table.limit(1))
        return table

    def hashed(self, text: ir.StringColumn) -> ir.Column:
        """Return a number for each text, to group and join by; two texts may share one.

        Parameters
        ----------
        text
            The texts.
        """
        return text.hash()

    def write(self, table: ir.Table, file: Path) -> None:
        """Write a table as a Parquet file.

        Parameters
        ----------
        table
            The table.
        file
            The file.
        """
        self.connection.to_parquet(table, file)

    def run(self, expression: ir.Table) -> list[dict[str, Any]]:
        """Compute a table of aggregates.

        Parameters
        ----------
        expression
            The expression.
        """
        rows: list[dict[str, Any]] = self.connection.to_pyarrow(expression).to_pylist()
        return rows


class Embedded(Engine):
    """DuckDB in this process, spoken to without pandas, whose import takes half a second."""

    def small(self, columns: Mapping[str, Sequence[str]]) -> ir.Table:
        import ibis

        # As one literal: DuckDB asks pandas about each parameter.
        text = json.dumps([*columns.values()], ensure_ascii=False)
        from_json = ibis.udf.scalar.builtin(
            _from_json, name="from_json", signature=(("string", "string"), "array<array<string>>")
        )
        given = from_json(text, '[["VARCHAR"]]').name("lists").as_table()
        lists = {name: given.lists[place].unnest() for place, name in enumerate(columns)}
        name = ibis.util.gen_name("small")
        table: ir.Table = self.connection.create_table(name, given.select(**lists), temp=True)
        return table

    def hashed(self, text: ir.StringColumn) -> ir.Column:
        import ibis

        # Ibis casts it to a signed number by way of a string of bits, row by row.
        signature = (("string",), "uint64")
        column: ir.Column = ibis.udf.scalar.builtin(_hash, name="hash", signature=signature)(text)
        return column

    def run(self, expression: ir.Table) -> list[dict[str, Any]]:
        found = self.connection.raw_sql(self.connection.compile(expression))
        return [dict(zip(expression.columns, row, strict=True)) for row in found.fetchall()]


def _from_json(text: str, structure: str) -> list[list[str]]:
    """Stand for DuckDB's own function of this name; Ibis never calls it."""
    raise NotImplementedError


def _hash(text: str) -> int:
    """Stand for DuckDB's own function of this name; Ibis never calls it."""
    raise NotImplementedError


def engine_of(name: str) -> Engine:
    """Connect to an engine.

    Parameters
    ----------
    name
        Its name, as in ``--engine``.

    Raises
    ------
    EngineError
        If it cannot be used here.
    """
    kind, connect = _ENGINES[name]
    try:
        return kind(name, connect())
    except ImportError as error:
        raise EngineError(_missing(name, error.name or "")) from error


def as_arrow(responses: Sequence[Response]) -> pa.Table:
    """Give rows as an Arrow table.

    Parameters
    ----------
    responses
        The rows.
    """
    import pyarrow as pa

    types = {"string": pa.string(), "int64": pa.int64(), "float64": pa.float64()}
    schema = pa.schema([(name, types[type_]) for name, type_ in _COLUMNS.items()])
    columns = {name: [getattr(one, name) for one in responses] for name in _COLUMNS}
    return pa.table(columns, schema=schema)


def fitted(table: ir.Table) -> ir.Table:
    """Give a table the columns of ours, in our types; what it lacks is null.

    Parameters
    ----------
    table
        A table of unknown origin that has the columns of `NEEDED`.
    """
    import ibis

    return table.select(**{
        name: table[name].cast(type_) if name in table.columns else ibis.null(type_)
        for name, type_ in _COLUMNS.items()
    })


def _duckdb() -> Any:
    import ibis

    # Nothing here depends on the order of rows, which costs time and memory to keep.
    return ibis.duckdb.connect(preserve_insertion_order=False)


def _spark() -> Any:
    import ibis
    import pyspark.sql

    builder = pyspark.sql.SparkSession.builder
    session = builder.config("spark.sql.session.timeZone", "UTC").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return ibis.pyspark.connect(session)


def _clickhouse() -> Any:
    import clickhouse_connect  # ruff: ignore[unused-import] (says by its name what is missing)
    import ibis

    url = os.environ.get(CLICKHOUSE, "")
    if not url:
        raise EngineError(
            f"没有写明 ClickHouse 在哪里；请设环境变量 {CLICKHOUSE}，"
            "如 clickhouse://用户:密码@主机:8123/库"
        )
    return ibis.connect(url)


_ENGINES: Final[dict[str, tuple[type[Engine], Callable[[], Any]]]] = {
    "duckdb": (Embedded, _duckdb),
    "spark": (Engine, _spark),
    "clickhouse": (Engine, _clickhouse),
}
ENGINES: Final = tuple(_ENGINES)
#: What an engine imports that is no requirement, and what it is called.
_CLIENTS: Final = {
    "spark": ("pyspark", " PySpark（另需 Java 17）"),
    "clickhouse": ("clickhouse", "客户端"),
}


def _missing(name: str, module: str) -> str:
    package, what = _CLIENTS.get(name, ("", ""))
    if package and module.startswith(package):
        command = f".venv/bin/pip install -r results/requirements-{name}.txt"
        return f"没有安装 {name} 引擎要用的{what}；请运行 {command}"
    return f"没有安装统计要用的软件包（{module}）；请运行 make setup-results"
