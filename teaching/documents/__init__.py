"""Documents made from the data, one module for each type of document."""
