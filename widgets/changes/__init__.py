"""The page of changes: the pairs that the design opens or closes beside an earlier version, a step or another file."""
