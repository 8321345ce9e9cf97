"""Where files are kept."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "Bucket",
    "Buckets",
    domain="security",
    symbol="object-storage",
    inside=("account", ""),
    stands={"network": ("account", "region")},
    shape="tile",
    size=(72, 58),
    clause_item="sec.data",
)
class Bucket(Element, frozen=True, kw_only=True, tag="bucket"):
    """An OSS bucket: who may read it, how it is encrypted, and how long its objects cannot be changed."""

    region: Annotated[ElementId | None, shown("Region", refers=("region",))] = None
    acl: Annotated[
        Literal["private", "public-read", "public-read-write"],
        shown(
            "ACL",
            choices={
                "private": "private",
                "public-read": "public read",
                "public-read-write": "public read and write",
            },
        ),
    ] = "private"
    blocks_public: Annotated[bool, shown("Block public access")] = True
    vpcs: Annotated[
        tuple[ElementId, ...],
        shown("From VPCs only", refers=("vpc",), hint="The bucket policy admits no others."),
    ] = ()
    encryption: Annotated[
        Literal["", "aes256", "kms"],
        shown("Server-side encryption", choices={"": "none", "aes256": "AES256 (OSS-managed)", "kms": "KMS"}),
    ] = ""
    key: Annotated[
        ElementId | None, shown("KMS key", refers=("key",), hint="Empty: the default key of OSS.")
    ] = None
    redundancy: Annotated[
        Literal["lrs", "zrs"], shown("Redundancy", choices={"lrs": "LRS", "zrs": "ZRS"})
    ] = "lrs"
    versioning: Annotated[bool, shown("Versioning")] = False
    retention_days: Annotated[
        int | None,
        shown("Retention policy (days)", least=1, most=25550, hint="WORM: no object is changed before."),
    ] = None
    referers: Annotated[
        tuple[str, ...], shown("Referer allow list", hint="Hotlink protection; empty: off.")
    ] = ()
    empty_referer: Annotated[bool, shown("Empty Referer allowed")] = True

    def meta(self) -> str:
        """The redundancy."""
        return self.redundancy.upper()
