"""Overviews of the text (map, mirror, threads and more), from data in ``book/outline/``."""
