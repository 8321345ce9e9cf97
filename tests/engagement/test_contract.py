"""The statement of work as records."""

from __future__ import annotations

from workbench.engagement.contract import clause_for, clauses, domains, editions, items, items_under


def test_there_are_three_editions_the_smallest_first() -> None:
    assert list(editions()) == ["basic", "standard", "advanced"]


def test_there_are_six_design_domains() -> None:
    assert list(domains()) == ["account", "network", "finance", "resource", "compliance", "security"]


def test_every_clause_an_item_names_exists() -> None:
    missing = [
        (item.id, number) for item in items().values() for number in item.clauses if number not in clauses()
    ]

    assert missing == []


def test_every_item_has_a_clause_in_each_of_its_editions() -> None:
    for item in items().values():
        for edition in item.editions:
            assert clause_for(item.clauses, edition), (item.id, edition)


def test_titles_exist_in_both_languages() -> None:
    records = (editions(), domains(), items(), clauses())
    titles = [record.title for table in records for record in table.values()]

    assert all(title.en and title.zh for title in titles)


def test_the_beginning_of_an_id_stands_for_all_items_below_it() -> None:
    assert [item.id for item in items_under("net.connect")] == ["net.connect.vpn", "net.connect.any"]
    assert items_under("net.conn") == ()
