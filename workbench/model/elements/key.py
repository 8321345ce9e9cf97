"""What data is encrypted or signed with."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "Key",
    "Keys",
    domain="security",
    symbol="kms-key",
    inside=("account", ""),
    stands={"network": ("account", "region")},
    shape="tile",
    size=(72, 58),
    clause_item="sec.data",
)
class Key(Element, frozen=True, kw_only=True, tag="key"):
    """A KMS key with its protection, its rotation and what it may be used for."""

    region: Annotated[ElementId | None, shown("Region", refers=("region",))] = None
    spec: Annotated[
        Literal["Aliyun_AES_256", "Aliyun_SM4", "RSA_2048", "RSA_3072", "EC_P256", "EC_P256K", "EC_SM2"],
        shown(
            "Key spec",
            choices={
                "Aliyun_AES_256": "Aliyun_AES_256",
                "Aliyun_SM4": "Aliyun_SM4",
                "RSA_2048": "RSA_2048",
                "RSA_3072": "RSA_3072",
                "EC_P256": "EC_P256",
                "EC_P256K": "EC_P256K",
                "EC_SM2": "EC_SM2",
            },
        ),
    ] = "Aliyun_AES_256"
    usage: Annotated[
        Literal["encrypt", "sign"],
        shown("Usage", choices={"encrypt": "encrypt and decrypt", "sign": "sign and verify"}),
    ] = "encrypt"
    level: Annotated[
        Literal["SOFTWARE", "HSM"],
        shown("Protection level", choices={"SOFTWARE": "software", "HSM": "HSM"}),
    ] = "SOFTWARE"
    origin: Annotated[
        Literal["kms", "external"],
        shown("Key material", choices={"kms": "made by KMS", "external": "imported"}),
    ] = "kms"
    rotation_days: Annotated[
        int | None, shown("Rotation period (days)", least=7, most=365, hint="Empty: no rotation.")
    ] = None
    deletion_days: Annotated[int | None, shown("Wait before deletion (days)", least=1)] = None
    protected: Annotated[bool, shown("Deletion protection")] = False
    users: Annotated[
        tuple[ElementId, ...], shown("Used by", refers=("account",), hint="Accounts the key policy names.")
    ] = ()

    def meta(self) -> str:
        """The spec."""
        return self.spec.removeprefix("Aliyun_").replace("_", "-")
