"""Configuration of the kernels that run the book's cells: log errors only.

Copied to the environment's ``etc/ipython`` by ``make setup``.
"""

c = get_config()  # IPython provides it
c.Application.log_level = "ERROR"
