"""The JSON Schema of a bank file, for completion and validation in editors."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Annotated, Any

from pydantic import Field, create_model

from exercises.bank import Header
from exercises.kinds.registry import kinds


def bank_schema() -> dict[str, Any]:
    """Build the schema from the models of the kinds.

    Returns
    -------
    dict
        JSON Schema (draft 2020-12) of one bank file.
    """
    # The union is built at run time, which type checkers cannot follow.
    any_item: Any = Annotated[reduce(or_, kinds().values()), Field(discriminator="kind")]
    items: Any = (list[any_item], [])
    return create_model("BankFile", __base__=Header, items=items).model_json_schema()
