"""IPv6: a /56 for each VPC, a /64 for each vSwitch, counted in /64s."""

import netaddr
from hypothesis import given, settings
from hypothesis import strategies as st

from planners.addresses import Plan, Problem, Request, parse_block, plan
from tests.campaign import share


def network(vswitches, length):
    """VPCs with so many vSwitches each, in one pool of a length."""
    vpcs = tuple(Request(f"vpc {i}", None, 56) for i in range(len(vswitches)))
    inside = tuple(
        Request(f"vswitch {i}.{j}", f"vpc {i}", 64) for i, count in enumerate(vswitches) for j in range(count)
    )
    return Problem((parse_block(f"2001:db8::/{length}"),), (*vpcs, *inside), family=6)


@settings(max_examples=share(500), deadline=None)
@given(st.lists(st.sampled_from([1, 2, 255, 256, 257]), min_size=1, max_size=5), st.integers(53, 56))
def test_a_network_fits_exactly_while_vpcs_and_vswitches_are_few_enough(vswitches, length):
    problem = network(vswitches, length)

    answer = plan(problem)

    fits = len(vswitches) <= 2 ** (56 - length) and max(vswitches) <= 256
    assert isinstance(answer, Plan) == fits
    if isinstance(answer, Plan):
        networks = {id: netaddr.IPNetwork(text) for id, text in answer.texts().items()}
        leaves = [net for id, net in networks.items() if id.startswith("vswitch")]
        assert netaddr.IPSet(leaves).size == len(leaves) << 64
        assert all(networks[one.id] in networks[one.parent] for one in problem.requests if one.parent)


def test_a_vswitch_too_many_is_missing_one_64():
    answer = plan(network([257], 48))

    assert (answer.code, answer.at, answer.missing >> 64) == ("capacity", "vpc 0", 1)
    assert len(answer.conflict) == 257
