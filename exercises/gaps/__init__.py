"""Shared by the kinds that have gaps to fill."""
