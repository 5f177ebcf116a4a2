"""What the course adds to the text: additions, and the checks that hold them to the text."""
