"""Endpoints in the order of their addresses, so that a block is one run of them and a set is one whole number."""

from bisect import bisect_left
from collections import defaultdict

from planners.addresses.blocks import Block
from planners.reachability.network import INTERNET, Endpoint, Network

Span = tuple[int, int]
WORD = 64


class Order:
    """All endpoints, the internet among them. A set of them is a whole number: bit i is the endpoint at place i."""

    def __init__(self, network: Network) -> None:
        internet = Endpoint(INTERNET, network.internet_ip)
        self.ends = tuple(sorted((*network.endpoints, internet), key=lambda one: (one.ip, one.id)))
        self.at = {one.id: place for place, one in enumerate(self.ends)}
        self.count = len(self.ends)
        self.internet = self.at[INTERNET]
        self.everyone = (1 << self.count) - 1
        self.unsettled = sum(1 << place for place, one in enumerate(self.ends) if one.unsettled)
        self.ungrouped = sum(1 << at for at, one in enumerate(self.ends) if one.unsettled and not one.groups)
        self._ips = [one.ip for one in self.ends]
        self._spans: dict[Block, Span] = {}
        self._within: dict[Block, int] = {}
        self._by: dict[tuple[str, str | None], int] = defaultdict(int)
        for place, one in enumerate(self.ends):
            self._by["vpc", one.vpc] |= 1 << place
            self._by["vswitch", one.vswitch] |= 1 << place
            self._by["site", one.site] |= 1 << place
            for group in one.groups:
                self._by["group", group] |= 1 << place

    @property
    def width(self) -> int:
        """Bytes of a packed row: whole machine words."""
        return -(-self.count // WORD) * (WORD // 8)

    def span(self, block: Block) -> Span:
        """The run of places whose addresses lie in a block."""
        found = self._spans.get(block)
        if found is None:
            base, bits, _ = block
            found = bisect_left(self._ips, base), bisect_left(self._ips, base + (1 << bits))
            self._spans[block] = found
        return found

    def within(self, block: Block) -> int:
        """The set of those whose addresses lie in a block."""
        found = self._within.get(block)
        if found is None:
            low, high = self.span(block)
            found = self._within[block] = (1 << high) - (1 << low)
        return found

    def members(self, group: str) -> int:
        """The set of those that are in a security group."""
        return self._by.get(("group", group), 0)

    def of_vpc(self, vpc: str | None) -> int:
        """The set of those that are in a VPC."""
        return self._by.get(("vpc", vpc), 0) if vpc is not None else 0

    def at_site(self, site: str) -> int:
        """The set of those that are at a site."""
        return self._by.get(("site", site), 0)

    def beside(self, one: Endpoint, sites: bool) -> int:
        """The set of those that are in the same vSwitch, or at the same site where that counts, itself included."""
        if one.vswitch is not None:
            return self._by["vswitch", one.vswitch]
        return self._by["site", one.site] if sites and one.site is not None else 0
