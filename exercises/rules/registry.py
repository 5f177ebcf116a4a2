"""Find the rules by their modules, and check them."""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from course import Fault
from exercises import rules as folder
from exercises.rules.rule import Rule
from exercises.rules.scope import Scope


class UnknownRuleError(ValueError):
    """No rule has this id."""


@cache
def rules() -> dict[str, Rule]:
    """Find the rules.

    Returns
    -------
    dict of str to Rule
        Rules by id: modules in alphabetical order, rules in the order of definition.
    """
    modules = [
        import_module(f"{folder.__name__}.{module.name}")
        for module in pkgutil.iter_modules(folder.__path__)
    ]
    found = [entry for module in modules for entry in vars(module).values()]
    return {entry.id: entry for entry in found if isinstance(entry, Rule)}


def check(scope: Scope, only: Sequence[str] | None = None) -> list[Fault]:
    """Check a course with all rules, or with some.

    Parameters
    ----------
    scope
        The bank and its pages.
    only
        Ids of the rules to check; all by default.

    Returns
    -------
    list of Fault
        All violations, sorted by file and line.

    Raises
    ------
    UnknownRuleError
        If there is no rule with one of the ids; the message lists all rules.
    """
    unknown = set(only or ()) - rules().keys()
    if unknown:
        raise UnknownRuleError(f"没有规则 {'、'.join(unknown)}；现有：{'、'.join(rules())}")
    chosen = [rules()[id_] for id_ in only] if only else rules().values()
    faults = [fault for entry in chosen for fault in entry.check(scope)]
    return sorted(faults, key=lambda fault: (str(fault.file), fault.line))
