"""Reachability: who reaches whom on a bare network, exactly and explained. Knows nothing of designs."""

from planners.reachability.errors import BadNetwork, BadQuestion, ReachabilityError
from planners.reachability.network import Network
from planners.reachability.network_file import read_network
from planners.reachability.semantics import Semantics

__all__ = ["BadNetwork", "BadQuestion", "Network", "ReachabilityError", "Semantics", "read_network"]
