"""What xAPI asks of the statements that pages send; Ralph judges them besides, where it is named."""

from __future__ import annotations

import json
import os
import subprocess
from typing import Any

from jsonschema import Draft202012Validator

from course import Course
from exercises import load_bank
from results.reading.statements import version_key

#: A Python that has ralph-malph; it cannot be of this environment, since it pins an older
#: pydantic's neighbours.
RALPH = os.environ.get("RALPH_PYTHON")
_JUDGE = """import json, sys
from ralph.models.xapi.base.statements import BaseXapiStatement
for statement in json.load(sys.stdin):
    BaseXapiStatement.model_validate(statement)
"""
_MAP = {"type": "object", "propertyNames": {"const": "zh-CN"}, "minProperties": 1}
#: What xAPI 1.0.3 asks of these statements, written from its text.
_STATEMENT = {
    "type": "object",
    "required": ["id", "timestamp", "actor", "verb", "object", "context"],
    "properties": {
        "id": {"pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
        "timestamp": {"pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"},
        "actor": {
            "properties": {"account": {"required": ["homePage", "name"]}},
            "required": ["account"],
        },
        "verb": {"required": ["id", "display"], "properties": {"display": _MAP}},
        "object": {
            "properties": {
                "definition": {
                    "properties": {
                        "name": _MAP,
                        "description": _MAP,
                        "interactionType": {
                            "enum": [
                                "choice", "fill-in", "long-fill-in", "matching", "sequencing",
                                "likert",
                            ]
                        },
                        "correctResponsesPattern": {"items": {"type": "string"}},
                    }
                }
            }
        },
        "result": {
            "properties": {
                "success": {"type": "boolean"},
                "score": {"properties": {"scaled": {"minimum": 0, "maximum": 1}}},
                "duration": {"pattern": r"^PT\d+(\.\d{1,2})?S$"},
            },
            "additionalProperties": False,
            "patternProperties": {"^(completion|response)$": {}},
            "minProperties": 1,
        },
        "context": {
            "required": ["registration"],
            "additionalProperties": {"type": ["object", "string"], "minProperties": 1},
        },
    },
}  # fmt: skip


def verb_of(statement: dict[str, Any]) -> str:
    """Name what a statement says."""
    return str(statement["verb"]["id"].rpartition("/")[2])


def judge_versions(statements: list[dict[str, Any]], course: Course) -> None:
    """Hold each answer to the version of its item, where `results` looks for it."""
    versions = {item.id: item.version for item in load_bank(course)}
    answers = [one for one in statements if verb_of(one) == "answered"]
    assert answers
    for one in answers:
        item = one["object"]["id"].rpartition("/")[2].partition("_")[0]
        named = one["context"]["extensions"][version_key(course.settings.id)]
        assert named == versions[item]


def judge(statements: list[dict[str, Any]]) -> None:
    """Hold statements to what is asked of them."""
    judge = Draft202012Validator(_STATEMENT)
    for one in statements:
        assert not list(judge.iter_errors(one)), one
        assert "" not in one.get("result", {}).values()
    if RALPH:
        judged = subprocess.run(
            [RALPH, "-c", _JUDGE],
            input=json.dumps(statements),
            capture_output=True,
            text=True,
            check=False,
            env={},
        )
        assert judged.returncode == 0, judged.stderr
