"""The plan table in the window: every block as a row that is typed in, and plan A beside plan B."""
