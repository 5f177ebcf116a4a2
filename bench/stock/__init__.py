"""The same chapters as a stock Jupyter Book."""

from bench.stock.book import VARIANTS, write_stock_book

__all__ = ["VARIANTS", "write_stock_book"]
