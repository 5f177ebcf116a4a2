"""The frame of the text: map, mirror and threads, from the data in ``book/outline/``."""
