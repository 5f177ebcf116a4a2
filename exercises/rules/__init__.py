"""The item-writing rules, checked over the whole bank.

What one item's schema can tell (a missing source, two equal options, an over-long
stem …) stops the reading of the bank; :mod:`exercises.rules.elsewhere` lists it.
What needs more than one item, or the pages, is here: one small function a rule,
found by its module (:mod:`exercises.rules.registry`).
"""

from exercises.rules.registry import UnknownRuleError, check, rules
from exercises.rules.rule import Rule
from exercises.rules.scope import Scope

__all__ = ["Rule", "Scope", "UnknownRuleError", "check", "rules"]
