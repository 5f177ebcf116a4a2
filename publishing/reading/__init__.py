"""The source text in the pages: ``{speech}``, ``{cite}``, sentence locations, the appendix."""
