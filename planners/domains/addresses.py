"""The address blocks of domains: the fewest that hold their members, and nobody else."""

from collections.abc import Sequence

from planners.addresses import Block, ClashIndex, exact_cover
from planners.domains.grouping import Grouping
from planners.domains.problem import App

Blocks = tuple[Block, ...]


def domain_blocks(apps: Sequence[App], grouping: Grouping) -> dict[str, Blocks]:
    """The blocks of each domain that has any.

    A domain has none where a member's address is not known, or is shared with an app of another domain: a rule for the
    block would be one for the other app too.
    """
    known = {app.id: app.address for app in apps if app.address is not None}
    homes = grouping.domain_of()
    index = ClashIndex((address, homes[id]) for id, address in known.items())
    found: dict[str, Blocks] = {}
    for domain in grouping.domains:
        own = [known[id] for id in domain.members if id in known]
        clean = all(home == domain.name for address in own for _, home in index.clashes(address))
        if clean and len(own) == len(domain.members):
            found[domain.name] = tuple(exact_cover(own))
    return found
