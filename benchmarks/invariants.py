"""Twenty invariants of 2,000 applications beside the matrix of all of them, both read off the same answers, in one run.

    python -m benchmarks invariants

The network is that of the benchmark of reachability, in which about everything is broken somewhere: nothing is spared.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks._timing import least_work
from benchmarks.reachability import Making
from planners.reachability import Compiled, Network, reach
from planners.reachability.network import INTERNET
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.reachability.invariants.results import results
from workbench.reachability.matrices import matrices
from workbench.reachability.modelled import Modelled
from workbench.reachability.parties import Party, Place

DOMAINS = 20
CLAIMS = ("never", "apart", "always", "only-through")
PORTS = ("ports=22/22", "ports=443/443,80/80", "", "ports=3306/3306")


def drawn(network: Network) -> Design:
    """The applications of a network in domains, and invariants about them."""
    return sketch("\n".join((*_applications(network), *_invariants())))


def _applications(network: Network) -> Iterator[str]:
    yield "env-p environment production=true"
    yield "env-t environment"
    yield from (f"d{number} security-domain" for number in range(DOMAINS))
    for number, one in enumerate(network.endpoints):
        environment = "env-p" if number % 3 else "env-t"
        yield f"{one.id} application parent=d{number % DOMAINS} environment={environment}"


def _invariants() -> Iterator[str]:
    for number in range(DOMAINS):
        yield f"i{number} invariant claim={CLAIMS[number % 4]} {PORTS[number // 4 % 4]}"
        yield f"  - sources_are what=domain value=d{number}"
        yield f"  - targets_are what=production value={'yes' if number % 2 else 'no'}"
        yield "  - through_are what=domain value=d3"


def party(id: str) -> Party:
    """A party that is one endpoint."""
    return Party(id, (Place(id, (id,), (id,)),))


def main() -> None:
    """Print both figures and their ratio."""
    network = Making(300, 2_000, 2_000, 10_000, 2_000).network()
    design = drawn(network)
    bare, answers = least_work(lambda: reach(Compiled(network)), 3)
    parties = {id: party(id) for id in (*(one.id for one in network.endpoints), INTERNET)}
    found = Modelled(design, network, parties, ())
    # The answers are of the same compiled network, so the ports are told apart alike.
    vars(found)["compiled"] = answers.parts.compiled
    own, told = least_work(lambda: results(found, answers), 3)
    pairs = sum(one.asked for one in told)
    span, _ = least_work(lambda: matrices(found, answers), 1)
    print(f"{len(told)} invariants over {pairs:,} pairs: {own:.2f} s; the matrix of all: {span:.2f} s")
    print(
        f"  that is {own / span:.2f} of the matrix (goal 1), and {own / bare:.1f} of the bare answers ({bare:.2f} s)"
    )


if __name__ == "__main__":
    main()
