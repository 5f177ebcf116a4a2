"""From the data to documents: each module makes one sort of them."""
