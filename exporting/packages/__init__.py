"""The whole course as one package for a learning platform: its built pages, and a launcher.

The platform opens the launcher, which keeps the one connection to it and shows the pages in a
frame; the pages are those of the site, unchanged. What they save goes to the launcher, which hands
it to the platform (``publishing/html/web/src/platform/``).
"""
