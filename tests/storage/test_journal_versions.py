"""A journal outlives an update of the program: an earlier one is recovered as what it meant, a newer one is refused."""

from __future__ import annotations

import json
import shutil
import zlib
from pathlib import Path

import pytest

from workbench.model.design import Design
from workbench.model.elements.account import Account
from workbench.model.elements.cost_centre import CostCentre
from workbench.storage import format as file_format
from workbench.storage.journal import left_behind
from workbench.storage.journal_lines import VERSION, BrokenJournal, read

JOURNALS = Path(__file__).parent / "journals"
FIRST, SECOND = (JOURNALS / f"version-{number}.lzd-journal" for number in (1, 2))


def line(plain: object) -> bytes:
    """A line as a journal holds it."""
    raw = json.dumps(plain).encode()
    return b"%08x %s\n" % (zlib.crc32(raw), raw)


def centres(design: Design) -> dict[str, str]:
    """The name of the cost centre of each account that has one."""
    named = {centre.id: centre.name.en for centre in design.of_kind(CostCentre)}
    return {one.id: named[one.cost_centre] for one in design.of_kind(Account) if one.cost_centre}


def test_there_is_a_journal_of_every_version() -> None:
    assert {path.stem for path in JOURNALS.iterdir()} == {
        f"version-{number}" for number in range(1, VERSION + 1)
    }


def test_a_journal_of_the_first_version_is_recovered_as_what_it_meant(tmp_path: Path) -> None:
    shutil.copy(FIRST, tmp_path)

    (left,) = left_behind(tmp_path)

    assert left.wrong is None
    assert left.path == Path("/designs/shop.lzd")
    assert left.design
    assert centres(left.design) == {"shop": "Retail", "shop-test": "Retail"}
    assert "old" not in left.design
    assert read(FIRST.read_bytes())[2] == 2


def test_a_journal_of_the_present_version_says_what_its_elements_are() -> None:
    head, design, steps = read(SECOND.read_bytes())

    assert json.loads(SECOND.read_bytes().split(b"\n")[0][9:])["design"] == file_format.VERSION
    assert (head.path, steps) == ("/designs/shop.lzd", 2)
    assert centres(design) == {"shop": "Retail"}
    assert "old" not in design


def test_a_journal_that_does_not_say_what_its_elements_are_may_hold_those_of_the_second_version() -> None:
    head = line({"format": "landing-zone-journal", "version": 1, "path": ""})
    rest = SECOND.read_bytes().split(b"\n", 1)[1]

    _, design, _ = read(head + rest)

    assert design == read(SECOND.read_bytes())[1]


@pytest.mark.parametrize("cut", range(0, 440, 7))
def test_an_earlier_journal_cut_off_anywhere_gives_the_steps_before(cut: int) -> None:
    raw = FIRST.read_bytes()
    begun = raw.index(b"\n", raw.index(b"\n") + 1) + 1

    if len(raw) - cut >= begun:
        assert centres(read(raw[: len(raw) - cut])[1])["shop"] == "Retail"
    else:
        with pytest.raises(BrokenJournal, match="before anything was kept"):
            read(raw[: len(raw) - cut])


@pytest.mark.parametrize(
    ("says", "changes"),
    [
        ("newer version of the workbench", {"version": VERSION + 1}),
        ("newer version of the workbench", {"design": file_format.VERSION + 1}),
        ("head is damaged", {"version": "two"}),
        ("head is damaged", {"version": 0}),
        ("head is damaged", {"design": None}),
        ("head is damaged", {"format": "something"}),
        ("cannot be read", {"design": 1, "version": 1}),
    ],
)
def test_what_this_program_cannot_read_is_told_and_stays(
    tmp_path: Path, says: str, changes: dict[str, object]
) -> None:
    path = tmp_path / "strange.lzd-journal"
    plain = {"format": "landing-zone-journal", "version": VERSION, "design": 2, "path": ""}
    base = {"set": [{"kind": "account", "id": "a", "owner": 7}]}
    path.write_bytes(line({**plain, **changes}) + line(base))

    (left,) = left_behind(tmp_path)

    assert left.design is None
    assert left.wrong
    assert says in left.wrong.said("en")
    assert left.wrong.said("zh") != left.wrong.said("en")
    assert path.exists()
