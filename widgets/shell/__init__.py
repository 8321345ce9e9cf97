"""The window: what stands where, and who tells whom."""
