"""A design as one immutable value, and the records it is made of."""
