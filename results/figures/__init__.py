"""Aggregates → figures, in whole numbers to the last step: every engine gives the same."""
