"""Invariants: what must hold of the whole network, proved of every pair and port, or refuted by one that shows it."""
