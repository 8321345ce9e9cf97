"""Address planning: exact, stable, explained. Knows blocks and requests, nothing of clouds.

A `Problem` (pools, reserved ranges, a tree of requests) is answered by `plan`
with a `Plan` or with `NoRoom`, which names a smallest conflict and repairs.
"""

from planners.addresses.answer import NoRoom, plan
from planners.addresses.blocks import IPV4, Block, block_of, block_text, kept_by_platform, parse_block, usable
from planners.addresses.demand import hosts_to_length
from planners.addresses.errors import AddressError, BadProblem, NotABlock
from planners.addresses.free import FreeSpace, free_blocks, free_space
from planners.addresses.growth import MOST_YEARS, Part, addresses_after, full_after
from planners.addresses.overlapping import ClashIndex, overlaps
from planners.addresses.planning import Move, Plan, Soft
from planners.addresses.problem import PACKED, SPARSE, Problem, Request
from planners.addresses.renumbering import Renumbering, renumberings
from planners.addresses.repairs import Repair
from planners.addresses.summaries import exact_cover, routes_by_owner, smallest_table

__all__ = [
    "IPV4",
    "MOST_YEARS",
    "PACKED",
    "SPARSE",
    "AddressError",
    "BadProblem",
    "Block",
    "ClashIndex",
    "FreeSpace",
    "Move",
    "NoRoom",
    "NotABlock",
    "Part",
    "Plan",
    "Problem",
    "Renumbering",
    "Repair",
    "Request",
    "Soft",
    "addresses_after",
    "block_of",
    "block_text",
    "exact_cover",
    "free_blocks",
    "free_space",
    "full_after",
    "hosts_to_length",
    "kept_by_platform",
    "overlaps",
    "parse_block",
    "plan",
    "renumberings",
    "routes_by_owner",
    "smallest_table",
    "usable",
]
