"""The findings by hand: filtered, grouped, waived, weighed by a profile, and found by rules of the customer's own."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from tests.walkthrough import hand
from tests.walkthrough.driver import Driver
from tests.walkthrough.meanwhile import in_menu
from widgets.findings.panel import FindingsPanel
from workbench.rules.finding import Finding

IN_BOTH_LANGUAGES = True


def panel_of(driver: Driver) -> FindingsPanel:
    """The panel, unfolded."""
    panel = driver.window.rooms.findings
    if panel.list.isHidden():
        hand.click(panel.head.fold)
    driver.qtbot.waitUntil(lambda: panel.list.viewport().height() > 60)
    return panel


def click_finding(driver: Driver, rule: str) -> Finding:
    """Clicks the first finding of a rule."""
    rows = panel_of(driver).list
    found = next(one for one in rows.table._shown if one.rule == rule)
    at = rows.table.row_of(found)
    rows.scrollTo(rows.table.index(at, 0))
    place = rows.visualRect(rows.table.index(at, 0))
    hand.click(rows.viewport(), QPoint(200, place.center().y()))
    return found


def test_findings_are_filtered_by_menus_marks_and_words(driver: Driver) -> None:
    panel = panel_of(driver)

    def choose(menu: QMenu) -> None:
        driver.shown("findings, filter", menu)
        hand.press(Qt.Key.Key_Down)
        hand.press(Qt.Key.Key_Right)
        entries = menu.actions()[0].menu()
        assert isinstance(entries, QMenu)
        driver.shown("findings, filter by rule", entries)
        hand.press(Qt.Key.Key_Return)

    in_menu(lambda: hand.click(panel.head.filter), choose)
    driver.shown("findings, filtered")

    assert panel.list.table.hidden > 0

    hand.click(panel.head.toggles["hint"])
    hand.click(panel.head.search)
    hand.write("2")
    driver.shown("findings, filtered by mark and word")


def test_findings_are_grouped_and_folded(driver: Driver) -> None:
    panel = panel_of(driver)

    def choose(menu: QMenu) -> None:
        for _ in range(2):
            hand.press(Qt.Key.Key_Down)
        driver.shown("findings, grouping", menu)
        hand.press(Qt.Key.Key_Return)

    in_menu(lambda: hand.click(panel.head.group), choose)
    driver.shown("findings, grouped by rule")

    hand.click(panel.list.viewport(), QPoint(200, 12))
    driver.shown("findings, a group folded")

    group = panel.list.table.group_at(0)
    assert group
    assert group.folded


def test_a_finding_is_waived_under_its_row(driver: Driver) -> None:
    panel = panel_of(driver)
    before = panel.list.table.counts["waived"]
    click_finding(driver, "FIN-001")
    hand.press(Qt.Key.Key_Space)
    driver.shown("findings, explained")
    form = panel.list.form
    hand.press(Qt.Key.Key_Tab)
    for line, wording in (
        (form.reason, "Booked with the group until June"),
        (form.owner, "Li Na"),
        (form.expires, "2027-06-30"),
    ):
        hand.click(line)
        hand.write(wording)
    driver.shown("findings, a waiver filled in", quotes="Booked with the group until June Li Na")
    hand.press(Qt.Key.Key_Return)
    driver.checked()
    click_finding(driver, "FIN-001")
    driver.shown("findings, waived")

    assert panel.list.table.counts["waived"] == before + 1


def test_a_severity_profile_is_filled_in_as_rows(driver: Driver) -> None:
    driver.find("profile-lanan")
    field = driver.form.field("weights")
    driver.form.bring(field)
    driver.shown("findings, severity profile")
    driver.form.fill_cell(field, 0, 1, "hint")  # type: ignore[arg-type]
    driver.checked()
    driver.shown("findings, severity changed")

    assert driver.selected.weights[0].severity == "hint"  # type: ignore[attr-defined]


def test_a_rule_of_the_customers_own_finds_what_breaks_it(driver: Driver) -> None:
    driver.find("rule-vpc-blocks")
    driver.shown("findings, custom rule")
    driver.find("vpc-hz-order")
    field = driver.form.field("blocks")
    driver.form.bring(field)
    driver.form.add_chips("blocks", ("172.20.0.0/18",))
    driver.checked()
    own = [one for one in panel_of(driver).list.table._shown if "vpc-hz-order" in one.ids]
    driver.shown("findings, custom rule broken")

    assert any(one.rule not in ("", "NET-004") for one in own)
