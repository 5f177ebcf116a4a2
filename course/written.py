"""Texts of a fixed form, such as ids, whose faults are worded for people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True)
class Written:
    """Annotates a text by its form: ``Annotated[str, Written("^p[0-9]+$", "段号，如 p05")]``.

    A plain pattern would do for pydantic, and be told to trainers as it is.

    Parameters
    ----------
    pattern
        A regular expression, for the check and the JSON Schema.
    form
        How the text is written, in Chinese, with an example.
    """

    pattern: str
    form: str

    def __get_pydantic_core_schema__(  # ruff: ignore[bad-dunder-method-name] (pydantic's)
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Check the text after it is known to be one."""
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(  # ruff: ignore[bad-dunder-method-name] (pydantic's)
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Give the pattern to editors."""
        return handler(schema) | {"pattern": self.pattern}

    def _checked(self, text: str) -> str:
        if not re.search(self.pattern, text):
            raise ValueError(f"“{text}”写法不对；应为{self.form}")
        return text
