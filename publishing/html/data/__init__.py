"""Data for the site's scripts: items by chapter, items by sentence, search."""
