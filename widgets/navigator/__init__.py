"""The left panel: the design as a tree by containment, and its sheets."""
