"""The addresses that cloud services have in every VPC, so that nobody else is reached at them."""

from __future__ import annotations

from functools import lru_cache

from planners.addresses.blocks import Block
from workbench.reachability.readings import block_of
from workbench.reference import fact


@lru_cache(maxsize=1)
def services() -> Block:
    """The block that every VPC leads to cloud services."""
    found = block_of(str(fact("vpc.cidr.cloud_service_block").value))
    assert found is not None, "the reference names a block"
    return found
