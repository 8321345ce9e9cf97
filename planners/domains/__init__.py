"""Security domains: who may open what of whom, grouped into a few domains. Knows apps and flows, nothing of clouds.

A `Problem` (apps with attributes, flows, pins, what stays apart) is answered by `curve` with groupings
from nothing over-permitted to few rules; what each permits beside what is meant is counted and shown. A grouping becomes
`security_groups` within the limits, and `policies` of firewalls and ACLs where addresses are known.
"""

from planners.domains.curve import Curve, curve
from planners.domains.errors import BadFlows
from planners.domains.grouping import (
    Extra,
    Figures,
    Grouping,
    Permitted,
    Rule,
    SecurityDomain,
    over_permitted,
)
from planners.domains.groups import Breach, Entry, Group, Groups, Load, security_groups
from planners.domains.policies import AclLine, Policies, Policy, policies
from planners.domains.problem import App, Flow, Limits, Problem

__all__ = [
    "AclLine",
    "App",
    "BadFlows",
    "Breach",
    "Curve",
    "Entry",
    "Extra",
    "Figures",
    "Flow",
    "Group",
    "Grouping",
    "Groups",
    "Limits",
    "Load",
    "Permitted",
    "Policies",
    "Policy",
    "Problem",
    "Rule",
    "SecurityDomain",
    "curve",
    "over_permitted",
    "policies",
    "security_groups",
]
