"""The whole course as a package for a learning platform: its built pages, and a launcher.

The platform opens the launcher, which holds the only connection to it and shows the pages in a
frame. The pages are those of the site, unchanged; what they save goes to the launcher, which passes
it on to the platform (``publishing/html/web/src/platform/``).
"""
