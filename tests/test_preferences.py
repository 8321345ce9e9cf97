"""Preferences are kept, survive what goes wrong with their file, and reach only designs that are begun."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench.drawing.symbols import symbol
from workbench.model.elements.engagement import Engagement
from workbench.model.elements.fact_override import FactOverride
from workbench.patterns import begun, started
from workbench.preferences import _HELD, Figure, NotKept, Preferences, prefer, preferences, reset
from workbench.storage import places

OWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect x="1" y="1" width="3" height="3"/></svg>'


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of the user's own for one test."""
    monkeypatch.setenv(places.HOME, str(tmp_path / "home"))
    return tmp_path / "home"


def read_again() -> Preferences:
    """The preferences as another start finds them."""
    _HELD.clear()
    return preferences()


def test_what_is_preferred_is_there_at_the_next_start() -> None:
    prefer(language="zh", theme="dark", scale=150)

    assert read_again() == Preferences(language="zh", theme="dark", scale=150)


def test_one_call_resets_everything() -> None:
    prefer(language="zh", author="Li")

    reset()

    assert preferences() == Preferences()
    assert read_again() == Preferences()
    assert not places.preferences().exists()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"scale": "big"}', b'{"theme": "pink"}', b"\xff", b'{"scale": 7}']
)
def test_a_broken_file_is_passed_over_and_mended_by_the_next_choice(content: bytes) -> None:
    places.preferences().parent.mkdir(parents=True)
    places.preferences().write_bytes(content)

    broken = read_again()
    prefer(theme="dark")

    assert broken == Preferences()
    assert read_again() == Preferences(theme="dark")


@pytest.mark.skipif(os.name == "nt", reason="folders are closed in another way there")
def test_a_place_that_cannot_be_written_is_told_and_the_choice_holds(home: Path) -> None:
    home.write_text("a file where the folder should be")

    with pytest.raises(NotKept, match="could not be kept"):
        prefer(theme="dark")

    assert preferences().theme == "dark"


def test_designs_begin_with_the_users_name_and_figures_and_only_those() -> None:
    figure = Figure(fact="vpc.limits.vpcs_per_region", value="20", source="ticket 7", dated="2026-11-01")
    prefer(author="Li Wei", figures=(figure,))

    design = begun("empty", "standard")

    assert design.of_kind(Engagement)[0].author == "Li Wei"
    (override,) = design.of_kind(FactOverride)
    assert (override.fact, override.value, override.source) == (figure.fact, "20", "ticket 7")
    assert started("empty", "standard").of_kind(FactOverride) == ()


def test_own_symbols_take_the_place_of_ours_unless_they_are_none(tmp_path: Path) -> None:
    ours = symbol("vpc")
    (tmp_path / "vpc.svg").write_text(OWN)
    (tmp_path / "zone.svg").write_text("<svg>")
    prefer(symbols=str(tmp_path))

    assert symbol("vpc") != ours
    assert symbol("zone").pieces
    assert symbol("region").pieces
