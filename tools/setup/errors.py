"""What stops the set-up."""


class SetupError(Exception):
    """The set-up cannot go on; the message says why and what to do next, in one line."""
