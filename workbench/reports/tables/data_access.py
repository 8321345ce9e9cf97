"""Who reaches which store of data, with which key it is encrypted and whose it is, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.account import Account
from workbench.model.elements.application import Application
from workbench.model.elements.bucket import Bucket
from workbench.model.elements.database import Database
from workbench.reachability.keeper import KEEPER
from workbench.reachability.matrix import Matrix, State
from workbench.reachability.told import called
from workbench.reports.report import Column, Said, Table, TableRow
from workbench.reports.tables.proofs import in_lines
from workbench.texts import Text, text
from workbench.words import Words

Store = Database | Bucket
REACHED: Final[tuple[tuple[State, ...], ...]] = (("allowed",), ("open",), ("shut", "partial"), ("unknown",))
"""The states of the matrix that the columns about who reaches a database gather."""


def data_access_table(design: Design) -> Table:
    """A row for every database and bucket; who reaches a database is said by security domain, as the matrix has it."""
    columns = (
        Column("store", text("Store"), width=30),
        Column("sort", text("Kind"), width=24),
        Column("class", text("Data class", key="exposure.head.class"), width=20),
        Column("owner", text("Owner"), width=26),
        Column("key", text("Encrypted with"), width=30),
        Column("lets", text("Lets in"), "passage", 32),
        Column("wanted", text("Reached, as wanted"), "passage", 28),
        Column("open", text("Reached, not wanted"), "passage", 28),
        Column("shut", text("Wanted, not reached wholly"), "passage", 28),
        Column("unknown", text("Not settled"), "passage", 26),
    )
    stores: tuple[Store, ...] = (*design.of_kind(Database), *design.of_kind(Bucket))
    matrix = KEEPER.drawn(design).matrices.compared if stores else None
    rows = (TableRow(tuple(_cells(one, design, matrix)), element=one.id) for one in stores)
    return Table("data-access", text("Access to data"), columns, tuple(rows))


def _cells(store: Store, design: Design, matrix: Matrix | None) -> Iterator[Said]:
    yield store.title()
    yield store.meta() if isinstance(store, Database) else text("OSS bucket")
    application = _application(store, design)
    yield (application.data_class if application else "") or None
    yield owner_of(store, design) or None
    yield key_said(store, design)
    yield _lines(_let_in(store, design))
    column = matrix.parties.index(store.id) if matrix and store.id in matrix.parties else None
    for states in REACHED:
        yield _lines(_who(matrix, column, states, design)) if matrix and column is not None else None


def owner_of(store: Store, design: Design) -> str:
    """Who answers for a store: the owner of its application, else that of the account it stands in; empty where nobody does."""
    application = _application(store, design)
    account = next((one for one in design.above(store.id) if isinstance(one, Account)), None)
    return (application.owner if application else "") or (account.owner if account else "")


def key_said(store: Store, design: Design) -> Text | Words:
    """With what a store is encrypted."""
    key = design.get(store.key)
    if key is not None:
        return key.title()
    if isinstance(store, Bucket) and store.encryption:
        return text("a key of OSS")
    return text("not encrypted")


def _application(store: Store, design: Design) -> Application | None:
    return design.get(store.application, Application) if isinstance(store, Database) else None


def _lines(said: Iterable[Text | Words]) -> Words | None:
    every = tuple(said)
    return in_lines(every) if every else None


def _let_in(store: Store, design: Design) -> Iterator[Text | Words]:
    """Whom a store lets in by its own settings."""
    if isinstance(store, Database):
        yield from (Words(en=row.block) for row in store.allowed)
        yield from (called(design, id) for id in store.groups)
    elif store.acl != "private" and not store.blocks_public:
        yield text("everybody")
    elif store.vpcs:
        yield from (called(design, id) for id in store.vpcs)
    else:
        yield text("whoever has the rights, from anywhere")


def _who(matrix: Matrix, column: int, states: Iterable[State], design: Design) -> Iterator[Words]:
    wanted = frozenset(states)
    senders: Iterable[tuple[int, ElementId]] = enumerate(matrix.parties)
    yield from (called(design, id) for row, id in senders if matrix.state(row, column) in wanted)
