"""The README's table of ``course.yml`` lists exactly its fields."""

import re
from pathlib import Path

from course.settings import settings_schema

README = Path(__file__).parents[2] / "README.md"


def fields(schema, node, prefix=""):
    """Yield all fields of a schema, those of nested mappings as paths."""
    for name, field in node["properties"].items():
        # An optional mapping is a union of its model and null.
        named = next((one for one in field.get("anyOf", ()) if "$ref" in one), field)
        inner = schema["$defs"].get(named.get("$ref", "").removeprefix("#/$defs/"))
        if inner:
            yield from fields(schema, inner, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}"


def test_the_table_has_every_field_in_order():
    section = README.read_text(encoding="utf-8").partition("### course.yml 的各项\n")[2]
    section = section.partition("\n## ")[0]
    schema = settings_schema()
    assert re.findall(r"^\| `([\w.]+)` \|", section, re.MULTILINE) == list(fields(schema, schema))
