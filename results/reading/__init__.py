"""What learners and platforms hand in → responses; nothing in it is trusted."""
