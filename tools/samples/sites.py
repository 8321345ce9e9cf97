"""Sites outside and the lines to them."""

from __future__ import annotations

from collections.abc import Sequence

from tools.samples.draft import Draft, named
from workbench.model.elements.circuit import Circuit
from workbench.model.elements.data_centre import DataCentre, SiteRange
from workbench.model.elements.ecr import Ecr
from workbench.model.elements.ecr_association import EcrAssociation
from workbench.model.elements.ipsec_connection import IpsecConnection, Tunnel
from workbench.model.elements.vbr import Vbr
from workbench.model.elements.vbr_attachment import VbrAttachment
from workbench.model.elements.vpn_attachment import VpnAttachment
from workbench.model.elements.vpn_gateway import VpnGateway


def data_centre(
    draft: Draft, code: str, en: str, zh: str, place: str, ranges: Sequence[tuple[str, str]], asn: int
) -> None:
    """A data centre with its ranges."""
    draft.add(
        DataCentre(
            **named(
                f"site-{code}",
                en,
                zh,
                place=place,
                asn=asn,
                ranges=tuple(SiteRange(block=block, use=use) for block, use in ranges),
                state="deployed",
            )
        )
    )


def circuit(
    draft: Draft,
    region: str,
    place: int,
    site: str,
    point: str,
    bandwidth: int,
    asn: int,
    teaches: Sequence[str],
) -> None:
    """A leased line from a site: its VBR and the attachment of it."""
    line(draft, region, place, site, point, bandwidth, asn)
    code = f"{region}-{place}"
    draft.add(
        VbrAttachment(
            **named(
                f"vbr-attachment-{code}",
                f"Circuit {place} attachment",
                f"专线 {place} 连接",
                parent=f"router-{region}",
                vbr=f"vbr-{code}",
                association=f"rt-{region}-edge",
                learning=tuple(f"rt-{region}-{table}" for table in teaches),
                state="approved",
            )
        )
    )


def line(draft: Draft, region: str, place: int, site: str, point: str, bandwidth: int, asn: int) -> None:
    """A leased line from a site to a VBR that nothing is attached to yet."""
    code = f"{region}-{place}"
    _vbr(draft, region, place, bandwidth, asn)
    draft.add(
        Circuit(
            **named(
                f"circuit-{code}",
                f"Circuit {place}",
                f"专线 {place}",
                parent=f"vbr-{code}",
                site=f"site-{site}",
                bandwidth=bandwidth,
                access_point=point,
                state="approved",
            )
        )
    )


def ecr(draft: Draft, code: str, en: str, zh: str, networks: Sequence[tuple[str, str, str]]) -> None:
    """An Express Connect Router of the network account with what it joins: ids, names in both languages."""
    draft.add(Ecr(**named(f"ecr-{code}", en, zh, parent="account-network", asn=45104, state="approved")))
    for network, own_en, own_zh in networks:
        draft.add(
            EcrAssociation(
                **named(
                    f"ecr-association-{code}-{network}",
                    f"{en} – {own_en}",
                    f"{zh} – {own_zh}",
                    parent=f"ecr-{code}",
                    network=network,
                    state="approved",
                )
            )
        )


def _vbr(draft: Draft, region: str, place: int, bandwidth: int, asn: int) -> None:
    name, address = f"VBR {region.upper()} {place}", f"192.168.255.{8 * place}/30"
    draft.add(
        Vbr(
            **named(
                f"vbr-{region}-{place}",
                name,
                name,
                parent="account-network",
                region=f"region-{region}",
                vlan=100 + place,
                bandwidth=bandwidth,
                local_asn=45104,
                peer_asn=asn,
                cloud_address=address,
                customer_address=address,
                state="approved",
            )
        )
    )


def vpn(
    draft: Draft, region: str, zones: str, site: str, remotes: Sequence[str], asn: int, teaches: Sequence[str]
) -> None:
    """A VPN gateway of the network account with two tunnels to a site, attached to the region's router."""
    code = f"{region}-{site}"
    draft.add(
        VpnGateway(
            **named(
                f"vpn-{code}",
                f"VPN {region.upper()}",
                f"VPN 网关 {region.upper()}",
                parent="account-network",
                region=f"region-{region}",
                bandwidth=500,
                state="approved",
            )
        )
    )
    places = [f"zone-{region}-{letter}" for letter in zones]
    draft.add(
        IpsecConnection(
            **named(
                f"ipsec-{code}",
                "Backup tunnels",
                "备用隧道",
                parent=f"vpn-{code}",
                site=f"site-{site}",
                tunnels=_tunnels(places, remotes, asn),
            )
        )
    )
    draft.add(
        VpnAttachment(
            **named(
                f"vpn-attachment-{code}",
                "VPN attachment",
                "VPN 连接",
                parent=f"router-{region}",
                vpn=f"vpn-{code}",
                association=f"rt-{region}-edge",
                learning=tuple(f"rt-{region}-{table}" for table in teaches),
                state="approved",
            )
        )
    )


def _tunnels(zones: Sequence[str], remotes: Sequence[str], asn: int) -> tuple[Tunnel, ...]:
    """A tunnel in each zone."""
    return tuple(
        Tunnel(
            zone=zone, remote=remote, bgp_block=f"169.254.{10 + place}.0/30", local_asn=65020, remote_asn=asn
        )
        for place, (zone, remote) in enumerate(zip(zones, remotes, strict=True))
    )
