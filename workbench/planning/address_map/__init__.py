"""The address map: the whole address space of a design as one value, which window and tests read alike.

A Space is one large block with all that stands in it: Claims (blocks that elements hold, nested as they are) and Tiles
(what each address is used for, without overlaps and without gaps). A Frame is the part of a space that is looked at.
"""

from workbench.planning.address_map.claims import Claim, Use, claims_of
from workbench.planning.address_map.frame import Frame, Place, frame_of
from workbench.planning.address_map.map import AddressMap, Space, address_map
from workbench.planning.address_map.tiles import Fill, Tile
from workbench.planning.address_map.tints import TINTINGS, Tint, Tinting

__all__ = [
    "TINTINGS",
    "AddressMap",
    "Claim",
    "Fill",
    "Frame",
    "Place",
    "Space",
    "Tile",
    "Tint",
    "Tinting",
    "Use",
    "address_map",
    "claims_of",
    "frame_of",
]
