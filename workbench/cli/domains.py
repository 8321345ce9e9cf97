"""`main.py domains`: a plain list of flows grouped into security domains, without a design."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workbench.cli.failures import CannotRun
from workbench.cli.talk import Talk
from workbench.reference import fact
from workbench.texts import Text, text

if TYPE_CHECKING:
    from planners.addresses.errors import Told
    from planners.domains import Curve, Grouping, Limits, Problem

_SAID = (
    text("is not JSON: {reason}"),
    text("is missing"),
    text("{value} is not an object"),
    text("{value} is not a list"),
    text("{value} is not a name"),
    text("{value} is not a text"),
    text("{value} is not a whole number from 0"),
    text("{value} is not a number from 0"),
    text("{value} is not a number from 0 to a thousand million"),
    text("{value} is neither true nor false"),
    text("{value} is none of {choices}"),
    text("{value} is no pair of apps"),
    text("{value} is no list of ports; write it like 80,443,8000-8010"),
    text("{low} to {high} are no ports from 0 to 65535"),
    text("{protocol} has no ports"),
    text("{id} is used twice; ids are unique"),
    text("there is no app {id}"),
    text("there is no app {id}; did you mean {meant}?"),
    text("the domain has no name"),
    text("{id} and {other} differ in a hard attribute; they cannot both be in {domain}"),
    text("{id} and {other} are both pinned into {domain}"),
    text("{id} cannot be apart from itself"),
    text("names no point of the curve"),
    text("has no column {column}"),
    text("cannot be read: {reason}"),
    text("is text in neither UTF-8 nor GB 18030"),
    text("ignored, an app needs no rule for itself"),
    text("unknown key, ignored"),
    text("unknown column, ignored"),
    text("{text} is not a block; write it like 10.0.0.0/16"),
    text("{text} is not a block; write it like 10.0.0.0/16 or fd00::/56"),
    text("{text} has no prefix length; did you mean {meant}?"),
    text("{text} is not a block; did you mean {meant}?"),
)
SAID: Final = {said.source: said for said in _SAID}
"""What the planner tells of a file, by its English. It knows no languages; here its sentences have theirs."""

STATUS: Final = {
    "exact": text("exact"),
    "optimal": text("optimal"),
    "heuristic": text("heuristic"),
}
SHOWN = 10
"""Lines of a kind that a plain answer lists; JSON has all."""


def domains(options: Namespace, talk: Talk) -> int:
    """Prints the curve of groupings for a list of flows, or for a design; CannotRun names the place of what makes no sense."""
    _check(options)
    if options.file:
        from workbench.cli.synthesis import domains_of_design

        return domains_of_design(options, talk)
    from planners.domains import curve

    problem = _read(options.flows, options.apps, talk)
    answer = curve(problem)
    if options.json:
        from planners.domains.answers_file import curve_data

        talk.answer_json(curve_data(problem, answer, with_groups=options.groups))
    else:
        _print(problem, answer, talk)
    return 0


def _check(options: Namespace) -> None:
    """Refuses what does not go together."""
    if options.file is None:
        if options.flows is None:
            raise CannotRun(text("Name a design file, or a list of flows by --flows."))
        if options.apply is not None or options.into or options.beyond or options.apart:
            raise CannotRun(text("--apply, --into, --beyond and --apart are about a design. Name its file."))
        return
    if options.apps or options.groups:
        raise CannotRun(
            text("--apps and --groups are about a list of flows alone. Leave the design file out.")
        )
    if (options.apply is None) != (options.into is None):
        raise CannotRun(
            text("--apply POINT and --into OUT go together: the point, and the file it is written to.")
        )


def limits() -> Limits:
    """The platform's limits of security groups."""
    from planners.domains import Limits

    return Limits(
        fact("security_group.limits.rules_per_group").value,
        fact("security_group.limits.rules_per_eni").value,
        fact("security_group.limits.groups_per_eni").value,
        fact("security_group.basic.group_rules_max").value,
    )


def _read(flows: Path, apps: Path | None, talk: Talk) -> Problem:
    from planners.domains.errors import BadFlows
    from planners.domains.flows_file import read_text
    from planners.domains.flows_table import BadTable, read_tables

    content = flows.read_bytes()
    listed = None if apps is None else apps.read_bytes()
    try:
        if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
            return read_text(content, lambda told: talk.say(_wrong(flows, told)), limits())
        return read_tables(content, listed, lambda told: talk.say(_wrong(flows, told)), limits())
    except BadTable as wrong:
        file = apps if wrong.is_apps and apps else flows
        for told in wrong.all_told[:-1]:
            talk.say(_wrong(file, told))
        raise CannotRun(_wrong(file, wrong.all_told[-1])) from wrong
    except BadFlows as wrong:
        raise CannotRun(_wrong(flows, wrong.told)) from wrong


def _print(problem: Problem, answer: Curve, talk: Talk) -> None:
    talk.answer(
        text(
            "{apps} apps, {classes} exact classes, {review} flows for review",
            apps=len(problem.apps),
            classes=answer.classes,
            review=len(answer.review),
        )
    )
    for one in answer.review[:SHOWN]:
        port = "" if one.port is None else f"/{one.port}"
        talk.answer(f"  {_plain(one.source)} > {_plain(one.target)} {one.protocol}{port}")
    for point in answer.points:
        _print_point(problem, point, talk)


def _print_point(problem: Problem, point: Grouping, talk: Talk) -> None:
    from planners.domains import security_groups

    figures = point.figures
    talk.answer(
        text(
            "a rule worth {worth} flows: {domains} domains, {rules} rules, {extra} flows over-permitted ({share} %), {status}",
            worth=f"{point.worth:g}",
            domains=figures.domains,
            rules=figures.rules,
            extra=figures.extra,
            share=f"{100 * figures.share:.1f}",
            status=STATUS[point.status],
        )
    )
    for load in security_groups(problem.apps, point, problem.limits or limits()).loads:
        for breach in load.breaches:
            talk.answer(_breach(load.domain, breach.limit, breach.need, breach.have, breach.unknown))


def _breach(domain: str, limit: str, need: int, have: int, unknown: tuple[str, ...]) -> Text:
    says = {
        "groups_per_interface": text(
            "  {domain}: {need} security groups an interface, {have} are allowed",
            domain=_plain(domain),
            need=need,
            have=have,
        ),
        "rules_per_interface": text(
            "  {domain}: {need} rules an interface, {have} are allowed",
            domain=_plain(domain),
            need=need,
            have=have,
        ),
    }
    if not unknown:
        return says[limit]
    return text(
        "{breach}; give the addresses of {count} domains, whose blocks can take the place of their groups",
        breach=says[limit],
        count=len(unknown),
    )


def _plain(name: str) -> str:
    from planners.domains.errors import shown

    return shown(name)


def _wrong(path: Path, told: Told) -> Text:
    reason = SAID[told.pattern]._replace(values=tuple(told.values.items()))
    return text("{path}: {place}: {reason}", path=str(path), place=told.path, reason=reason)
