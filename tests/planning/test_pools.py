"""How much of the pools is in use."""

from __future__ import annotations

from workbench.model.sketch import sketch
from workbench.planning.pools import PoolUse, pool_use


def test_use_counts_each_address_once() -> None:
    design = sketch("""
        pool-a address-pool blocks=10.0.0.0/22
        vpc-a vpc blocks=10.0.0.0/24
          vsw-a vswitch block=10.0.0.0/25
        site data-centre
          - ranges block=10.0.0.128/25
        vpc-far vpc blocks=10.7.0.0/16
    """)

    assert pool_use(design) == (PoolUse("pool-a", "10.0.0.0/22", 1024, 256, 768, "10.0.2.0/23"),)
