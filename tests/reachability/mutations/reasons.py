"""Why nothing finds some operators: no verdict of any clean sample hangs on them."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, str]] = {
    "covered": "something else still does what is taken away, or did already what is added",
    "equal": "what takes its place says the same",
    "filtered": "another wall, a security group or a boundary, drops it before and after",
    "foreign": "a group of another VPC is on none of its interfaces",
    "gone": "addresses that are no longer in use are not asked about",
    "late": "the accept of the same match comes first",
    "open": "what no policy matches passes",
    "rare": "only places that were not chosen here change a verdict",
    "unread": "it is read as given: rules of their own ask for it",
    "untold": "the routers of a site are told no default route, and every other table had one",
}
"""What each of the words means."""
REASONS: Final[dict[str, str]] = {
    "default entry added": "untold",
    "connection asks another table there": "equal",
    "connection without bandwidth": "unread",
    "drop put behind an accept": "late",
    "one group too many": "foreign",
    "boundary put between VPCs without policies": "open",
    "SNAT entry widened": "covered",
    "DNAT entry added": "filtered",
    "DNAT entry for SSH added": "filtered",
    "DNAT entry for all ports added": "filtered",
    "load balancer faces inwards": "covered",
    "range of a site narrowed": "gone",
    "circuit taken off": "covered",
}
"""The operators that change no verdict between two parties of the matrix at any place of any clean sample."""
