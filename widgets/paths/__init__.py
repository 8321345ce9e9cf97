"""Ask a path: one line that is understood while it is typed, and the answer hop by hop."""
