"""What long work raises where the user has stopped it."""

from __future__ import annotations


class Cancelled(Exception):
    """The user stopped the work; nothing was written."""
