"""Makes the bundled samples: `python -m tools.samples` writes them anew, the same bytes every time."""
