"""Reading blueprints from YAML, with their faults in a trainer's words."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pydantic import ValidationError

from exercises.faults import Fault, schema_faults
from exercises.located import LocatedMap, UnreadableYamlError, line_of, read_yaml
from exercises.papers.blueprint import Blueprint, BlueprintError

BLUEPRINTS: Final = Path(__file__).parent.parent / "blueprints"
_PROJECT: Final = BLUEPRINTS.parent.parent


def read_blueprints(folder: Path = BLUEPRINTS) -> list[Blueprint]:
    """Read every blueprint of a folder, in the order of the files' names."""
    return [read_blueprint(file) for file in sorted(folder.glob("*.yml"))]


def load_blueprint(blueprint_id: str) -> Blueprint:
    """Read one of the course's own blueprints.

    Raises
    ------
    BlueprintError
        If there is none of this id, or it has faults.
    """
    file = BLUEPRINTS / f"{blueprint_id}.yml"
    if not file.exists():
        known = "、".join(sorted(path.stem for path in BLUEPRINTS.glob("*.yml")))
        message = f"没有蓝图 {blueprint_id}；现有：{known}"
        raise BlueprintError([Fault(_shown(file), 1, "", "", message)])
    return read_blueprint(file)


def read_blueprint(file: Path) -> Blueprint:
    """Read and check one blueprint.

    Parameters
    ----------
    file
        A YAML file named after the blueprint's id.

    Returns
    -------
    Blueprint
        Sound in itself; whether the bank can meet it, `compile_plan` finds out.

    Raises
    ------
    BlueprintError
        If anything is wrong; it holds all faults, not only the first.
    """
    shown = _shown(file)
    try:
        data = read_yaml(file)
    except UnreadableYamlError as error:
        raise BlueprintError([
            Fault(shown, error.line, "", "", f"YAML 写法有误：{error.problem}")
        ]) from error
    if not isinstance(data, LocatedMap):
        raise BlueprintError([Fault(shown, 1, "", "", "文件应以 id: 开头；请照邻近文件的写法")])
    try:
        blueprint = Blueprint.model_validate(data)
    except ValidationError as error:
        raise BlueprintError([*schema_faults(shown, data, "", error)]) from error
    if blueprint.id != file.stem:
        message = f"编号应与文件同名；请改为 {file.stem}，或给文件改名"
        raise BlueprintError([Fault(shown, line_of(data, "id"), "", "id", message)])
    lines = {
        (i, j): line_of(data, "parts", i, "rows", j)
        for i, part in enumerate(blueprint.parts)
        for j in range(len(part.rows))
    }
    return blueprint.noted(shown, lines)


def _shown(file: Path) -> Path:
    return file.relative_to(_PROJECT) if file.is_relative_to(_PROJECT) else file
