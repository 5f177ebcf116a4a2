"""Finish the built site: front door, offline copy, archive."""
