"""Reading blueprints from YAML, with faults in trainers' words."""

from __future__ import annotations

from pathlib import Path

from course import Course, Fault, read_checked
from course.located import line_of
from exercises.papers.blueprint import Blueprint, BlueprintError


def read_blueprints(course: Course) -> list[Blueprint]:
    """Read all blueprints of a course, in the order of the file names."""
    return [
        read_blueprint(file, course.shown(file)) for file in sorted(course.blueprints.glob("*.yml"))
    ]


def load_blueprint(course: Course, blueprint_id: str) -> Blueprint:
    """Read one of a course's blueprints.

    Raises
    ------
    BlueprintError
        If there is none with this id, or it has faults.
    """
    file = course.blueprints / f"{blueprint_id}.yml"
    if not file.exists():
        known = "、".join(sorted(path.stem for path in course.blueprints.glob("*.yml"))) or "无"
        message = f"没有蓝图 {blueprint_id}；现有：{known}"
        raise BlueprintError([Fault(course.shown(file), 1, "", "", message)])
    return read_blueprint(file, course.shown(file))


def read_blueprint(file: Path, shown: Path) -> Blueprint:
    """Read and check one blueprint.

    Parameters
    ----------
    file
        A YAML file named after the blueprint's id.
    shown
        Its path, as messages name it.

    Returns
    -------
    Blueprint
        Valid in itself; `compile_plan` checks whether the bank can meet it.

    Raises
    ------
    BlueprintError
        If anything is wrong; it holds all faults, not only the first.
    """
    read = read_checked(file, Blueprint, BlueprintError, shown=shown)
    if read.value.id != file.stem:
        message = f"编号应与文件同名；请改为 {file.stem}，或给文件改名"
        raise BlueprintError([Fault(shown, line_of(read.raw, "id"), "", "id", message)])
    lines = {
        (i, j): line_of(read.raw, "parts", i, "rows", j)
        for i, part in enumerate(read.value.parts)
        for j in range(len(part.rows))
    }
    return read.value.noted(shown, lines)
