"""What the kinds that have gaps to fill have in common."""
