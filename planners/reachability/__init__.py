"""Reachability: who reaches whom on a bare network, exactly and explained. Knows nothing of designs.

A `Network`, compiled once with the `Semantics` to read it by, is answered as a whole by `reach` (the verdict of every
packet between any two endpoints) and packet by packet by `explain` (every place on the way, and which of them decides).
`updated` answers a changed network at less cost, and `gaps` tells where that differs from what is wished.
"""

from planners.reachability.compiled import Compiled
from planners.reachability.errors import BadNetwork, BadQuestion, ReachabilityError
from planners.reachability.explaining import Explanation, Step, explain
from planners.reachability.intent import Gap, Wish, gaps
from planners.reachability.network import Network
from planners.reachability.network_file import read_network, read_networks
from planners.reachability.reaching import reach
from planners.reachability.semantics import Semantics
from planners.reachability.updating import updated
from planners.reachability.verdicts import Answers, Stretch

__all__ = [
    "Answers",
    "BadNetwork",
    "BadQuestion",
    "Compiled",
    "Explanation",
    "Gap",
    "Network",
    "ReachabilityError",
    "Semantics",
    "Step",
    "Stretch",
    "Wish",
    "explain",
    "gaps",
    "reach",
    "read_network",
    "read_networks",
    "updated",
]
