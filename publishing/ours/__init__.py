"""What the course adds to the text, and the checks that tie it to the text."""
