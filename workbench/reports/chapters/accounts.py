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
from workbench.reports.chapters.pieces import found_here, led, mentions, sheets_showing
from workbench.reports.report import Block, Heading, Paragraph, Points
from workbench.reports.standing import Standing
from workbench.reports.tables.access import access_table
from workbench.reports.tables.elements import list_of
from workbench.reports.tables.folders import folder_tree
from workbench.texts import text

PRINCIPLES = (
    text("Accounts separate what must not touch: an environment, a duty or a cost centre each."),
    text("Folders carry the rules that hold for every account below them."),
    text("Networks meet only in transit routers, whose tables say who reaches whom."),
    text("Addresses are planned once for all regions and sites, and never overlap."),
)


def target_picture(design: Design) -> Iterator[Block]:
    """Chapter 3: the principles, the folders, and the account hierarchy as a picture."""
    yield Heading(text("Principles and target picture"))
    yield Paragraph(
        text("The design follows four principles; every check and every later chapter rests on them.")
    )
    yield Points(PRINCIPLES)
    yield from led(
        text("{table} shows the folders with their accounts and what binds them."),
        folder_tree(design).widths(70, 25, 70),
    )
    figures = sheets_showing(design, "account")
    if figures:
        yield Paragraph(text("The whole hierarchy is drawn in {figures}.", figures=mentions(figures)))
    yield from figures


def chapter(design: Design, standing: Standing) -> Iterator[Block]:
    """Chapter 4: folders, accounts, guardrails, access."""
    yield Heading(text("Account management"))
    kinds = (Account, Folder, ControlPolicy, AccessConfiguration, IdentityProvider, UserGroup, RamRole)
    yield from found_here(standing, frozenset(e.id for kind in kinds for e in design.of_kind(kind)))
    yield Heading(text("Accounts and folders"), 2)
    accounts, folders = len(design.of_kind(Account)), len(design.of_kind(Folder))
    yield from led(
        text(
            "The directory holds {accounts} accounts in {folders} folders; {table} lists the accounts.",
            accounts=accounts,
            folders=folders,
        ),
        list_of(design, "account")
        .only("name", "inside", "role", "environment", "cost_centre", "state")
        .widths(45, 33, 30, 20, 20, 17),
    )
    yield Heading(text("Guardrails"), 2)
    yield from led(
        text("{table} lists the control policies and where they are attached."),
        list_of(design, "control-policy")
        .only("name", "targets", "target_names", "state")
        .widths(50, 68, 30, 17),
    )
    yield Heading(text("Permissions after single sign-on"), 2)
    yield from led(
        text("{table} lists what people may do after they have signed on, and for how long in seconds."),
        list_of(design, "access-configuration")
        .only("name", "session_duration", "policies", "state")
        .widths(45, 28, 75, 17),
    )
    yield Heading(text("Who has what access where"), 2)
    yield from led(
        text("{table} lists who has what access in which accounts."),
        access_table(design).widths(45, 35, 45, 40),
    )
    yield from _identities(design)


def _identities(design: Design) -> Iterator[Block]:
    """Where people sign in, and the roles of accounts; each only where there is one."""
    for title, says, tag, keys, widths in (
        (
            text("Identity providers"),
            text("{table} lists where people sign in."),
            "identity-provider",
            ("name", "inside", "use", "protocol", "scim", "second_factor"),
            (35, 30, 30, 20, 20, 30),
        ),
        (
            text("RAM roles"),
            text("{table} lists the roles of accounts and whom they trust."),
            "ram-role",
            ("name", "inside", "trusts", "services", "session", "policies"),
            (35, 30, 30, 25, 15, 30),
        ),
    ):
        table = list_of(design, tag)
        if table.rows:
            yield Heading(title, 2)
            yield from led(says, table.only(*keys).widths(*widths))
