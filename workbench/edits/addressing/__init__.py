"""Changing the address plan by hand: blocks moved, resized, split, joined, pinned, kept free and asked for.

Every gesture is first a Proposal: what would stand where, the edit that does it, or why it may not be. Ground answers that
quickly enough to be asked for every movement of the pointer. What else names the addresses follows with `followed`.
"""

from workbench.edits.addressing.asking import ask, reserve, usual
from workbench.edits.addressing.dividing import join, split
from workbench.edits.addressing.following import Followed, followed
from workbench.edits.addressing.ground import Ground
from workbench.edits.addressing.mentions import Mentions
from workbench.edits.addressing.moving import moved, place
from workbench.edits.addressing.pinning import is_pinned, pin
from workbench.edits.addressing.places import Places
from workbench.edits.addressing.proposal import Proposal

__all__ = [
    "Followed",
    "Ground",
    "Mentions",
    "Places",
    "Proposal",
    "ask",
    "followed",
    "is_pinned",
    "join",
    "moved",
    "pin",
    "place",
    "reserve",
    "split",
    "usual",
]
