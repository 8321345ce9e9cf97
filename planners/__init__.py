"""Algorithms over plain values: addresses, reachability, security domains, layout."""
