"""Who signs in, in which groups, and what each group may do where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tools.samples.accounts import DIRECTORY
from tools.samples.draft import Draft, named
from workbench.model.elements.identity_provider import IdentityProvider
from workbench.model.elements.ram_role import RamRole
from workbench.model.elements.user_group import Grant, UserGroup


class GroupRow(NamedTuple):
    """A group: its code, its names, how many people are in it, and what it may use where."""

    code: str
    en: str
    zh: str
    members: int
    grants: tuple[tuple[str, str], ...]


def provider(draft: Draft, en: str, zh: str, product: str, metadata: str) -> None:
    """The enterprise's own sign-in, with its users and groups kept in step."""
    draft.add(
        IdentityProvider(
            **named(
                "idp",
                en,
                zh,
                parent=DIRECTORY,
                product=product,
                metadata=metadata,
                scim=True,
                second_factor="provider",
                state="approved",
            )
        )
    )


def groups(draft: Draft, rows: Sequence[GroupRow]) -> None:
    """The groups with their grants."""
    for row in rows:
        grants = tuple(Grant(what=what, where=where or None) for what, where in row.grants)
        draft.add(
            UserGroup(
                **named(
                    f"group-{row.code}",
                    row.en,
                    row.zh,
                    parent=DIRECTORY,
                    provider="idp",
                    members=row.members,
                    grants=grants,
                    state="approved",
                )
            )
        )


def service_role(
    draft: Draft, code: str, account: str, en: str, zh: str, service: str, policies: tuple[str, ...]
) -> None:
    """A role that a service of the platform takes on in an account."""
    draft.add(
        RamRole(
            **named(
                f"role-{code}", en, zh, parent=f"account-{account}", services=(service,), policies=policies
            )
        )
    )
