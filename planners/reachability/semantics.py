"""What the provider's documents do not settle: every assumption has a name here and can be turned."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Semantics:
    """The readings that an answer rests on; as they stand they are those of the plain file."""

    acl_within_vswitch: bool = False
    """A network ACL is asked between two interfaces of one vSwitch too."""
    inner_accept_first: bool = True
    """The intra-group accept of a basic group comes before its rules, not after them."""
    inner_drops_outbound: bool = True
    """The intra-group drop of a basic group counts outbound too: after its rules, before the default that lets out."""
    members_of_one_vpc: bool = True
    """A group, as peer of a rule or of itself, means members in the same VPC only."""
    groupless_drops: bool = True
    """An interface without a group drops both ways; otherwise it lets everything pass."""
    static_first: bool = True
    """A static route of a transit router beats a learned one of the same prefix."""
    guesses_ties: bool = True
    """Of equal learned routes the lowest attachment id is taken; otherwise what depends on one is unknown."""
    eip_needs_route: bool = False
    """Traffic to and from an EIP needs a route to the internet gateway in the table of its vSwitch."""
    icmp_answers_need_rule: bool = True
    """Answers to icmp need a rule of the network ACLs for icmp."""
    site_open_inside: bool = True
    """Endpoints of one site reach each other without the cloud."""
    site_keeps_own: bool = False
    """What a site sends to one of its own ranges stays there; otherwise it leaves as everything else."""
    most_lookups: int = 16
    """Look-ups in tables without arrival that count as a loop."""
