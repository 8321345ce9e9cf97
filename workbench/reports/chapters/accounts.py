"""Chapters 3 and 4: the target picture and the account design."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.design import Design
from workbench.model.elements.access_configuration import AccessConfiguration
from workbench.model.elements.account import Account
from workbench.model.elements.control_policy import ControlPolicy
from workbench.model.elements.folder import Folder
from workbench.model.elements.identity_provider import IdentityProvider
from workbench.model.elements.ram_role import RamRole
from workbench.model.elements.user_group import UserGroup
from workbench.reports.chapters.pieces import found_here, sheets_showing
from workbench.reports.report import Block, Heading, Paragraph, Table
from workbench.reports.standing import Standing
from workbench.reports.tables.access import access_table
from workbench.reports.tables.elements import list_of
from workbench.texts import text


def target_picture(design: Design) -> Iterator[Block]:
    """Chapter 3: the principles and the account hierarchy as a picture."""
    yield Heading(text("Principles and target picture"))
    yield Paragraph(
        text(
            "Accounts separate what must not touch; folders carry the rules that hold for all below them; networks meet only "
            "in transit routers, whose tables say who reaches whom; addresses are planned once and never overlap."
        )
    )
    yield from sheets_showing(design, "account")


def chapter(design: Design, standing: Standing) -> Iterator[Block]:
    """Chapter 4: folders, accounts, guardrails, access."""
    yield Heading(text("Account management"))
    yield Heading(text("Accounts and folders"), 2)
    accounts, folders = len(design.of_kind(Account)), len(design.of_kind(Folder))
    yield Paragraph(
        text(
            "The directory holds {accounts} accounts in {folders} folders.",
            accounts=accounts,
            folders=folders,
        )
    )
    yield _accounts(design)
    yield Heading(text("Guardrails"), 2)
    yield from _or_none(
        list_of(design, "control-policy").only("name", "targets", "target_names", "state"), (50, 65, 30, 20)
    )
    yield Heading(text("Permissions after single sign-on"), 2)
    yield from _or_none(
        list_of(design, "access-configuration").only("name", "session_duration", "policies", "state"),
        (45, 25, 75, 20),
    )
    yield Heading(text("Who has what access where"), 2)
    yield from _or_none(access_table(design), (45, 35, 45, 40))
    yield from _identities(design)
    kinds = (Account, Folder, ControlPolicy, AccessConfiguration, IdentityProvider, UserGroup, RamRole)
    yield from found_here(standing, frozenset(e.id for kind in kinds for e in design.of_kind(kind)))


def _identities(design: Design) -> Iterator[Block]:
    """Where people sign in, and the roles of accounts; each only where there is one."""
    for title, tag, keys, widths in (
        (
            text("Identity providers"),
            "identity-provider",
            ("name", "inside", "use", "protocol", "scim", "second_factor"),
            (35, 30, 30, 20, 20, 30),
        ),
        (
            text("RAM roles"),
            "ram-role",
            ("name", "inside", "trusts", "services", "session", "policies"),
            (35, 30, 30, 25, 15, 30),
        ),
    ):
        table = list_of(design, tag)
        if table.rows:
            yield Heading(title, 2)
            yield table.only(*keys).widths(*widths)


def _accounts(design: Design) -> Table:
    return (
        list_of(design, "account")
        .only("name", "inside", "role", "environment", "cost_centre", "state")
        .widths(45, 35, 30, 20, 20, 15)
    )


def _or_none(table: Table, widths: tuple[float, ...]) -> Iterator[Block]:
    """A table, or a sentence that there is nothing yet."""
    if table.rows:
        yield table.widths(*widths)
    else:
        yield Paragraph(text("{kind}: none in this design.", kind=table.title))
