"""The lower panel: what the checks found, with the place, the reason, the source and the cure."""
