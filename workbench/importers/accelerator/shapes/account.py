"""Accounts: of an aggregator, of the firewall's members, or of the directory."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from workbench.importers.accelerator.gathering import Gathering, Source
from workbench.importers.accelerator.shapes import shape
from workbench.model.element import ElementId
from workbench.model.elements.account import Account
from workbench.model.ids import id_from
from workbench.words import Words

ROLES = {
    "log": "log",
    "network": "network",
    "security": "security",
    "shared_services": "shared",
    "shared": "shared",
    "operations": "operations",
    "finance": "finance",
}
PAYERS = {"trusteeship": "management", "self-pay": "self"}
OWN_KEYS = {"account_id", "account_name", "account_name_prefix", "display_name"}
OTHER_KEYS = {"billing_type", "billing_account_id", "folder_id", "tags", "description"}


def _knows(value: Mapping[str, Any], _: Sequence[str]) -> bool:
    keys = set(value)
    return (
        bool(keys & {"account_id", "account_name", "account_name_prefix"}) and keys <= OWN_KEYS | OTHER_KEYS
    )


@shape("account", "account", knows=_knows)
def accounts(sources: Sequence[Source], gathering: Gathering) -> None:
    """Accounts by number or name; one without either is made and marked assumed."""
    for source in sources:
        with gathering.trying(source):
            _account(source, gathering)


def firewall_members(gathering: Gathering) -> tuple[ElementId, ...]:
    """The accounts that the files of this import list as members of the firewall."""
    return _listed_in(gathering, lambda file: "member" in file.rsplit("/", 1)[-1].lower())


def aggregator_members(gathering: Gathering) -> tuple[ElementId, ...]:
    """The accounts that the files of this import list for the aggregator of Cloud Config."""
    return _listed_in(gathering, lambda file: "aggregator" in file.lower())


def _listed_in(gathering: Gathering, fits: Callable[[str], bool]) -> tuple[ElementId, ...]:
    found = (
        id for id, one in gathering.proposals.items() if isinstance(one.element, Account) and fits(one.file)
    )
    return tuple(sorted(found))


def _account(source: Source, gathering: Gathering) -> None:
    fields = source.fields
    number = fields.text("account_id").strip()
    # A place to be filled in says that there is an account, not which: the account is one to be confirmed.
    is_open = number.startswith("<") and number.endswith(">")
    number = "" if is_open else number
    name = fields.name("account_name", required=False) or fields.name("account_name_prefix", required=False)
    shown = fields.name("display_name", required=False)
    said = name or number or _place_name(source)
    known = _known(gathering, number, {name, shown} - {""})
    role: Any = next((ROLES[word] for word in source.words[:1] if word in ROLES), None)
    payer: Any = fields.choice("billing_type", PAYERS, "")
    decided: dict[str, Any] = {"role": role} if role else {}
    if payer:
        decided["payer"] = payer
    gathering.propose_as(
        known or id_from("account", said),
        Account,
        source,
        name=Words(en=shown or said),
        parent=gathering.known_directory(),
        number=number,
        assumed=is_open or not name,
        tags=fields.tags("tags"),
        **decided,
    )


def _place_name(source: Source) -> str:
    """A name that follows from where an account stands in its file: member_accounts-1."""
    place = re.search(r"\[(\d+)\]$", source.fields.path)
    return f"{source.words[0]}-{int(place[1]) + 1 if place else 1}"


def _known(gathering: Gathering, number: str, names: set[str]) -> ElementId | None:
    """The account of the design with the number or one of the names."""
    for one in gathering.design.of_kind(Account):
        if (number and one.number == number) or names & {one.name.en, one.name.zh}:
            return one.id
    return None
