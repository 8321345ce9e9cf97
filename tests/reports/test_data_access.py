"""Who reaches each store of data, with which key it is encrypted and whose it is."""

from __future__ import annotations

from tests.reachability.nets import two_vpcs
from workbench.exporters.excel import workbook_tables
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.reports.standing import standing
from workbench.reports.tables.data_access import data_access_table
from workbench.texts import spoken

STORES = """
    key key
    db database vswitches=b-1 key=key application=app-b {flow}
      - allowed block=10.1.0.0/16
    data bucket vpcs=vpc-a encryption=aes256
    open bucket acl=public-read blocks_public=false
"""


def drawn(more: str = "") -> Design:
    lines = two_vpcs().replace("app-b application", "app-b application owner=Li data_class=C2")
    return sketch(lines + STORES.format(flow="") + more)


def cells(design: Design, store: str) -> dict[str, str]:
    table = data_access_table(design)
    (row,) = (row for row in table.rows if row.element == store)
    return {
        column.key: spoken(cell, "en") if cell else ""
        for column, cell in zip(table.columns, row.cells, strict=True)
    }


def test_a_database_says_its_key_its_owner_and_who_reaches_it() -> None:
    unwanted = cells(drawn(), "db")
    wanted = cells(drawn("    f flow source=app-a target=db port=-1/-1"), "db")

    assert (unwanted["owner"], unwanted["class"], unwanted["key"]) == ("Li", "C2", "key")
    assert unwanted["lets"] == "10.1.0.0/16"
    assert (unwanted["wanted"], unwanted["open"]) == ("", "app-a")
    assert (wanted["wanted"], wanted["open"]) == ("app-a", "")


def test_what_is_wanted_and_does_not_pass_stands_apart_from_what_is_not_settled() -> None:
    shut = cells(drawn("    f flow source=app-b target=db port=3306/3306"), "db")
    unclear = cells(drawn().replacing("app-a", groups=()), "db")

    assert "app-b" not in shut["wanted"]
    assert unclear["unknown"] == "app-a"


def test_a_bucket_says_whom_it_lets_in() -> None:
    assert [cells(drawn(), id)["lets"] for id in ("data", "open")] == ["vpc-a", "everybody"]
    assert [cells(drawn(), id)["key"] for id in ("data", "open")] == ["a key of OSS", "not encrypted"]


def test_the_workbook_has_it_where_there_is_any_store() -> None:
    bare = sketch("vpc-a vpc blocks=10.0.0.0/16")

    assert "data-access" in [table.id for table in workbook_tables(drawn(), standing(drawn()))]
    assert "data-access" not in [table.id for table in workbook_tables(bare, standing(bare))]
