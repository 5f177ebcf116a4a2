"""Strings of a fixed form, such as ids, with messages for trainers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from course.separators import typed_comma, typed_entries


@dataclass(frozen=True)
class Written:
    """Annotates a string type: ``Annotated[str, Written("^p[0-9]+$", "段号，如 p05")]``.

    Pydantic's own ``pattern`` would show the regular expression to trainers.

    Parameters
    ----------
    pattern
        A regular expression, for validation and for the JSON Schema.
    form
        Description of the form in Chinese, with an example.
    """

    pattern: str
    form: str

    def __get_pydantic_core_schema__(  # ruff: ignore[bad-dunder-method-name] (pydantic's)
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Validate the pattern after pydantic has checked that the value is a string."""
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(  # ruff: ignore[bad-dunder-method-name] (pydantic's)
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Add the pattern to the JSON Schema."""
        return handler(schema) | {"pattern": self.pattern}

    def _checked(self, text: str) -> str:
        if self._fits(text):
            return text
        if all(self._fits(part.strip()) for part in typed_entries(text)):
            raise ValueError(typed_comma(text))
        raise ValueError(f"“{text}”写法不对；应为{self.form}")

    def _fits(self, text: str) -> bool:
        return bool(re.search(self.pattern, text))
