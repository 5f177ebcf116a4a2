"""The item-writing rules, checked over the whole bank.

Rules on a single item (a missing source, two equal options, an overlong stem …) are part of its
schema and stop the bank from being read; :mod:`exercises.rules.elsewhere` lists them. Rules that
need several items, or the pages, are here: one small function per rule, found by its module
(:mod:`exercises.rules.registry`).
"""

from exercises.rules.registry import UnknownRuleError, check, rules
from exercises.rules.rule import Rule
from exercises.rules.scope import Scope

__all__ = ["Rule", "Scope", "UnknownRuleError", "check", "rules"]
