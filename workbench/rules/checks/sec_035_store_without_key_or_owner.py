"""SEC-035."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.account import Account
from workbench.model.elements.application import Application
from workbench.model.elements.bucket import Bucket
from workbench.model.elements.database import Database
from workbench.model.elements.key import Key
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SEC-035",
    about=(Database, Bucket),
    severity="hint",
    says={
        "key": "{name} holds data of class {class_} and no key encrypts it",
        "owner": "Nobody answers for {name}: neither its application nor its account names an owner",
    },
    source="The design itself",
)
def store_without_key_or_owner(store: Database | Bucket, design: Reader) -> Iterator[Finding]:
    """Every store of data has an owner, and one of classified data a key.

    Who may have access is for its owner to say. Asked of databases whose application has a data class, and of accounts and
    applications once any of them names an owner.

    Wrong:
        shop application owner=Li data_class=C2
        db database application=shop

    Right:
        shop application owner=Li data_class=C2
        db database application=shop key=k
        k key
    """
    application = design.get(store.application, Application) if isinstance(store, Database) else None
    is_encrypted = design.get(store.key, Key) is not None or (
        isinstance(store, Bucket) and bool(store.encryption)
    )
    if application and application.data_class and not is_encrypted:
        yield found(store, says="key", field="key", class_=application.data_class)
    owners = [one.owner for one in design.of_kind(Application)]
    owners += [one.owner for one in design.of_kind(Account)]
    account = next((one for one in design.above(store) if isinstance(one, Account)), None)
    own = (application.owner if application else "") or (account.owner if account else "")
    if any(owners) and not own:
        yield found(store, says="owner", field="application" if isinstance(store, Database) else "parent")
