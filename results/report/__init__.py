"""Figures → what people read: an HTML page, a workbook, Parquet."""
