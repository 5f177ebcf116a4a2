"""Shared by the kinds that offer options to choose from."""
