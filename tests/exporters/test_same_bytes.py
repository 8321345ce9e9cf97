"""Packages without the clock: the date they carry is the design's, or a fixed one."""

from __future__ import annotations

import pytest

from workbench.exporters.same_bytes import UNDATED, timestamp


def test_a_date_is_written_as_properties_hold_it() -> None:
    assert timestamp("2026-11-20") == "2026-11-20T00:00:00Z"


@pytest.mark.parametrize("written", ["", "November", "2026-13-01", "<date>", "2026-11-20\ud83d"])
def test_what_is_no_date_does_not_reach_the_properties(written: str) -> None:
    assert timestamp(written) == UNDATED
