"""The source text in the pages: ``{speech}``, ``{cite}``, where each sentence is read, appendix."""
