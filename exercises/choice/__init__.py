"""What the kinds that offer options have in common."""
