"""Ids are short, follow from what identifies a thing, and are told from what people write."""

from __future__ import annotations

import base64
import hashlib

import pytest

from workbench.model.ids import id_from, is_made, new_id


def test_the_same_words_give_the_same_id_and_others_another() -> None:
    assert id_from("vpc", "a", "b") == id_from("vpc", "a", "b")
    assert len({id_from("vpc", "a", "b"), id_from("vpc", "ab"), id_from("flow", "a", "b")}) == 3


def test_an_id_is_the_beginning_of_the_digest_in_letters_of_base_32() -> None:
    digest = hashlib.sha256(b"vpc\x1fa").digest()

    assert id_from("vpc", "a") == f"vpc-{base64.b32encode(digest).decode().lower()[:10]}"


@pytest.mark.parametrize("id", [new_id("security-group"), id_from("security-group", "domain")])
def test_what_is_made_here_is_told_by_its_form(id: str) -> None:
    assert is_made("security-group", id)


@pytest.mark.parametrize(
    "id", ["security-group-1", "sg-abcdefghij", "abcdefghij", "security-group-ABCDEFGHIJ", ""]
)
def test_what_somebody_wrote_is_not_taken_for_it(id: str) -> None:
    assert not is_made("security-group", id)
