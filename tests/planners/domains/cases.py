"""Small random problems, and slow readings of flows and rules that share nothing with the planner."""

from collections.abc import Iterable, Iterator
from itertools import combinations, groupby

from hypothesis import HealthCheck
from hypothesis import strategies as st

from planners.domains import App, Flow, Grouping, Problem, Rule

ANY_CASE = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
TOP = 9
"""Ports of the tests end here; what is open up to 65535 is open at 9 too."""
WHOLE = ("icmp", "gre")

Atom = tuple[str, int]
"""A protocol and a run of ports that all flows treat alike, by number."""
Opening = tuple[str, str, Atom]


@st.composite
def problems(draw: st.DrawFn, most: int = 7, decided: bool = True) -> Problem:
    """A problem of a few apps and flows; with pins and pairs that stay apart where something may be decided."""
    ids = [f"a{i}" for i in range(draw(st.integers(1, most)))]
    apps = [
        App(
            id,
            (("environment", draw(st.sampled_from("pppt"))),),
            (("role", draw(st.sampled_from("wd"))),),
            draw(st.sampled_from(["", "", "secret"])),
        )
        for id in ids
    ]
    flows = draw(st.lists(_flows(ids), max_size=3 * len(ids)))
    lone = draw(st.sampled_from([0, 0, 2, 4]))
    problem = Problem(tuple(apps), tuple(flows), worths=(0.0, 1.0, 3.0), weights={"secret": 3}, lone=lone)
    return _decided(draw, problem) if decided and draw(st.booleans()) else problem


@st.composite
def _flows(draw: st.DrawFn, ids: list[str]) -> Flow:
    protocol, ports = draw(
        st.sampled_from(
            [
                ("tcp", (1, 1)), ("tcp", (1, 1)), ("tcp", (2, 2)), ("tcp", (1, 3)), ("tcp", (3, 5)),
                ("tcp", None), ("udp", (1, 1)), ("icmp", None), ("all", None),
            ]
        )
    )  # fmt: skip
    seen = draw(st.sampled_from([1, 1, 1, 2]))
    return Flow(draw(st.sampled_from(ids)), draw(st.sampled_from(ids)), protocol, ports, seen)


def _decided(draw: st.DrawFn, problem: Problem) -> Problem:
    apart = [
        pair for pair in combinations([app.id for app in problem.apps], 2) if draw(st.integers(0, 9)) == 0
    ]
    pins: dict[str, str] = {}
    buckets = {app.id: (app.hard, app.data_class) for app in problem.apps}
    for id, bucket in buckets.items():
        name = draw(st.sampled_from(["", "", "x", "y"]))
        mates = [other for other, pin in pins.items() if pin == name]
        fits = all(buckets[mate] == bucket and (mate, id) not in apart for mate in mates)
        if name and fits:
            pins[id] = name
    return Problem(
        problem.apps, problem.flows, pins, tuple(apart), None, problem.worths, problem.weights, problem.lone
    )


def openings(flows: Iterable[Flow], asked: Iterable[Flow]) -> set[Opening]:
    """What flows open, port by port; `asked` are all flows, for they decide which ports are alike."""
    atoms = _atoms(asked)
    return {
        (flow.source, flow.target, atom)
        for flow in flows
        if flow.source != flow.target
        for atom in _opened(flow.protocol, flow.ports, atoms)
    }


def allowed(grouping: Grouping, asked: Iterable[Flow]) -> set[Opening]:
    """What the rules of a grouping open to whom, by walking all pairs."""
    atoms, members = _atoms(asked), {domain.name: domain.members for domain in grouping.domains}
    return {
        (source, target, atom)
        for rule in grouping.rules
        for source in members[rule.source]
        for target in members[rule.target]
        if source != target
        for atom in _opened(rule.protocol, rule.ports, atoms)
    }


def _atoms(asked: Iterable[Flow]) -> dict[tuple[str, int], Atom]:
    """For each protocol and port the run it belongs to; the rest of everything is one, where `all` is asked."""
    specs = sorted({(flow.protocol, flow.ports) for flow in asked if flow.source != flow.target}, key=repr)
    found: dict[tuple[str, int], Atom] = {}
    for protocol in ("tcp", "udp", *WHOLE):
        named = [ports or (0, TOP) for name, ports in specs if name == protocol]
        signs = [(tuple(low <= port <= high for low, high in named), port) for port in range(TOP + 1)]
        for number, (sign, run) in enumerate(groupby(signs, key=lambda one: one[0])):
            rest = ("all", 0) if not any(sign) else (protocol, 0 if protocol in WHOLE else number)
            found.update({(protocol, port): rest for _, port in run})
    if not any(name == "all" for name, _ in specs):
        found = {key: atom for key, atom in found.items() if atom[0] != "all"}
    return found


def _opened(
    protocol: str, ports: tuple[int, int] | None, atoms: dict[tuple[str, int], Atom]
) -> Iterator[Atom]:
    low, high = ports or (0, TOP)
    for (name, port), atom in atoms.items():
        if (name == protocol and low <= port <= high) or protocol == "all":
            yield atom


def rules_at(rules: Iterable[Rule], target: str) -> list[Rule]:
    """The rules on the side of one target domain."""
    return [rule for rule in rules if rule.target == target]


def meant(problem: Problem, review: Iterable[tuple[str, str, str, int | None]]) -> set[Opening]:
    """What the rules have to open: every flow but those for review."""
    atoms = _atoms(problem.flows)
    left_out = {
        (source, target, atoms[(protocol, port or 0)] if protocol != "all" else ("all", 0))
        for source, target, protocol, port in review
    }
    return openings(problem.flows, problem.flows) - left_out


def partitions(items: list[str]) -> Iterator[list[list[str]]]:
    """Every way to put items into sets."""
    if not items:
        yield []
        return
    first, *rest = items
    for partition in partitions(rest):
        yield [[first], *partition]
        for i, part in enumerate(partition):
            yield [*partition[:i], [first, *part], *partition[i + 1 :]]


def excess(
    partition: Iterable[Iterable[str]], wanted: set[Opening], weights: dict[str, int]
) -> tuple[int, int]:
    """The rules (one an atom) a partition needs, and the weight of what they open beside what is wanted."""
    parts = [tuple(part) for part in partition]
    home = {app: i for i, part in enumerate(parts) for app in part}
    blocks = {(home[source], home[target], atom) for source, target, atom in wanted}
    opened = {
        (source, target, atom)
        for one, other, atom in blocks
        for source in parts[one]
        for target in parts[other]
        if source != target
    }
    return len(blocks), sum(weights[target] for _, target, _ in opened - wanted)
