"""A sealed design opens with its password and with nothing else, and leaves nothing readable beside it."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.campaign import share
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.storage.files import NotSaved, open_design, save_design
from workbench.storage.format import BrokenFile, design_bytes
from workbench.storage.journal import Journal, left_behind, opened_left
from workbench.storage.journal_lines import Head, base_line, head_line
from workbench.storage.sealing import Key, Sealed, is_sealed, key_of, sealed, unsealed

SECRET = "customer-of-nobody-knows"
DESIGN = sketch(f"a account name.en={SECRET}")
CHEAP = 2**10
"""scrypt's cost in tests, so that they need not wait."""
PASSWORD = "correct horse 电池 staple"


@pytest.fixture(scope="module")
def key() -> Key:
    """The key of a password."""
    return key_of(PASSWORD, cost=CHEAP)


def test_a_sealed_design_opens_with_its_password_only(tmp_path: Path, key: Key) -> None:
    path = tmp_path / "a.lzd"
    save_design(DESIGN, path, key)

    assert open_design(path, PASSWORD).design == DESIGN
    assert open_design(path, key).key == key
    with pytest.raises(Sealed):
        open_design(path)
    with pytest.raises(Sealed, match="not right"):
        open_design(path, "another password")


def test_nothing_of_a_sealed_design_can_be_read_beside_it(tmp_path: Path, key: Key) -> None:
    path = tmp_path / "a.lzd"
    save_design(DESIGN, path)
    save_design(DESIGN.replacing("a", owner="x"), path)

    save_design(DESIGN, path, key)
    save_design(DESIGN.replacing("a", owner="y"), path, key)

    found = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert SECRET.encode() not in found
    assert open_design(tmp_path / "a.lzd.bak", key).design == DESIGN


def test_the_journal_of_a_sealed_design_is_sealed_too(tmp_path: Path, key: Key) -> None:
    file = tmp_path / "x.lzd-journal"
    file.write_bytes(head_line(Head("/a.lzd", key)) + base_line(DESIGN, key))

    (left,) = left_behind(tmp_path)

    assert SECRET.encode() not in file.read_bytes()
    assert left.design is None
    assert opened_left(left, PASSWORD).design == DESIGN
    with pytest.raises(Sealed):
        opened_left(left, "another password")


def test_a_journal_is_written_anew_when_the_design_gets_a_password(tmp_path: Path, key: Key) -> None:
    def written() -> bytes:
        """What lies in the folder; the journal may be replaced while one looks."""
        found = b""
        for file in tmp_path.iterdir():
            with contextlib.suppress(FileNotFoundError):
                found += file.read_bytes()
        return found

    journal = Journal(Design.of(), None, tmp_path)
    journal.follow(DESIGN)
    until = time.monotonic() + 5
    while SECRET.encode() not in written():
        assert time.monotonic() < until

    journal.saved(Design.of(), None, key)
    while b'"salt"' not in written() or SECRET.encode() in written():
        assert time.monotonic() < until

    assert SECRET.encode() not in written()
    journal.end()


@settings(max_examples=share(1000))
@given(some.data())
def test_a_sealed_file_bent_anywhere_is_refused_with_a_reason(data: some.DataObject) -> None:
    key = key_of(PASSWORD, b"0" * 16, CHEAP)
    raw = bytearray(sealed(design_bytes(DESIGN), key))
    at = data.draw(some.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(some.integers(1, 255))

    try:
        content, _ = unsealed(bytes(raw), key)
    except (Sealed, BrokenFile):
        return
    assert content == design_bytes(DESIGN)


@pytest.mark.parametrize("cost", [2**30, 2**19, 3, 0, -1])
def test_a_file_cannot_make_us_work_without_end(cost: int, key: Key) -> None:
    raw = sealed(b"x", key).replace(b'"scrypt": %d' % CHEAP, b'"scrypt": %d' % cost)

    with pytest.raises(BrokenFile, match="nobody would make"):
        unsealed(raw, PASSWORD)


def test_a_sealed_file_is_never_taken_for_a_broken_design(tmp_path: Path, key: Key) -> None:
    path = tmp_path / "a.lzd"
    save_design(DESIGN, path, key)

    save_design(DESIGN, path)

    assert not is_sealed(path.read_bytes())
    assert is_sealed((tmp_path / "a.lzd.bak").read_bytes())
    with pytest.raises(NotSaved, match="half a character"):
        save_design(DESIGN.replacing("a", owner="x\ud800"), path, key)


def test_the_key_is_never_printed(key: Key) -> None:
    assert key.secret.decode() not in repr(key)
