"""Designs in files: the format, its versions, and writing that never loses anything."""
