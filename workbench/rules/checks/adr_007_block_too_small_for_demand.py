"""ADR-007."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.demand import Outlook, asked_anew, figures_counted_with, outlook, when
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import Text, text

SAYS = "{block} of {name} has {usable} addresses to give, {needed} are wanted {when}: {missing} are missing, {cure}"


@rule(
    "ADR-007",
    about=AddressRequest,
    severity="warning",
    says={"": SAYS, "now": SAYS},
    severities={"now": "error"},
    source="API CreateVSwitch",
    facts=figures_counted_with(),
)
def block_too_small_for_demand(request: AddressRequest, design: Reader) -> Iterator[Finding]:
    """A block takes what its demand has grown to at the horizon.

    Services are counted with the addresses they take, grow by the year, and the platform keeps its own addresses in every
    vSwitch. A block cannot be resized later: one that is too small already is an error, one that is full before the
    horizon a warning.

    Wrong:
        vpc-a vpc blocks=10.0.0.0/16
          vsw-a vswitch block=10.0.1.0/25
        req-a address-request subject=vsw-a yearly_growth=20 horizon=3 counted_in=2026
          - demand service=ecs count=100

    Right:
        vpc-a vpc blocks=10.0.0.0/16
          vsw-a vswitch block=10.0.1.0/24
        req-a address-request subject=vsw-a yearly_growth=20 horizon=3 counted_in=2026
          - demand service=ecs count=100
    """
    ahead = outlook(request, design)
    if ahead is None or not ahead.missing:
        return
    years = 0 if ahead.now > ahead.usable else ahead.horizon
    subject = design.get(request.subject)
    named = subject or request
    yield found(
        request,
        *((subject,) if subject else ()),
        says="" if years else "now",
        field="demand",
        rests_on=ahead.behind(years),
        name=named.title(),
        block=", ".join(ahead.blocks) or f"/{ahead.length}",
        usable=ahead.usable,
        needed=ahead.wanted(years),
        when=when(ahead, years),
        missing=ahead.wanted(years) - ahead.usable,
        cure=_way_out(ahead, _least(request, design)),
        cures=_cures(request, ahead, design),
    )


def _least(request: AddressRequest, design: Reader) -> int:
    """The prefix length of the largest block that the platform takes."""
    is_part = design.get(request.subject, VSwitch)
    return int(design.fact("vswitch.mask_min" if is_part else "vpc.cidr.mask_min_api").value)


def _way_out(ahead: Outlook, least: int) -> Text:
    if ahead.needed_length >= least:
        return text("a /{length} has room", length=ahead.needed_length)
    return text("no block has room; spread the demand over several")


def _cures(request: AddressRequest, ahead: Outlook, design: Reader) -> tuple[Cure, ...]:
    """To ask anew, where nothing is built, pinned or placed in the block yet."""
    subject = design.get(request.subject)
    states = {request.state, *((subject.state,) if subject else ())}
    holds = bool(design.children(subject, VSwitch)) if isinstance(subject, Vpc) else False
    if states != {"draft"} or request.pin or holds or ahead.needed_length < _least(request, design):
        return ()
    title = text("Ask for a /{length} when the addresses are planned", length=ahead.needed_length)
    return (Cure(title, asked_anew(request.id)),)
