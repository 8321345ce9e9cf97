"""What the project needs around the program: its set-up (standard library alone) and its own checks."""
