"""Faults that people make in designs, and the proof that the matrix finds each of them."""
