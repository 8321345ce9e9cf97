"""What is derived from the typefaces once, when they change."""
