"""Checks: each rule in a file of its own, run again only where what it read has changed."""
