"""Kernels that run the book's cells: only errors are worth an author's eyes.

Copied to the environment's ``etc/ipython`` by ``make setup``.
"""

c = get_config()  # IPython provides it
c.Application.log_level = "ERROR"
