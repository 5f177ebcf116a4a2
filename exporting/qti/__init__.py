"""QTI 3.0: each question as an item in XML, and all of them as a package."""
