"""Words for what passes: protocols, and services with the port that the registry of IANA gives them."""

from __future__ import annotations

from typing import Final

ALL: Final = "all"
"""Any protocol; it is asked for without a port, as ICMP is."""
WITHOUT_PORT: Final = frozenset({"icmp", ALL})
LAST_PORT: Final = 65_535
PROTOCOLS: Final = {
    "tcp": "tcp",
    "udp": "udp",
    "icmp": "icmp",
    "ping": "icmp",
    "any": ALL,
    "all": ALL,
    "anything": ALL,
    "任意": ALL,
    "任何": ALL,
    "全部": ALL,
}
SERVICES: Final = {
    "ftp": ("tcp", 21),
    "ssh": ("tcp", 22),
    "sftp": ("tcp", 22),
    "telnet": ("tcp", 23),
    "smtp": ("tcp", 25),
    "dns": ("udp", 53),
    "域名解析": ("udp", 53),
    "tftp": ("udp", 69),
    "http": ("tcp", 80),
    "kerberos": ("tcp", 88),
    "pop3": ("tcp", 110),
    "ntp": ("udp", 123),
    "时间同步": ("udp", 123),
    "imap": ("tcp", 143),
    "snmp": ("udp", 161),
    "bgp": ("tcp", 179),
    "ldap": ("tcp", 389),
    "https": ("tcp", 443),
    "smb": ("tcp", 445),
    "syslog": ("udp", 514),
    "ldaps": ("tcp", 636),
    "sqlserver": ("tcp", 1433),
    "mssql": ("tcp", 1433),
    "oracle": ("tcp", 1521),
    "radius": ("udp", 1812),
    "nfs": ("tcp", 2049),
    "mysql": ("tcp", 3306),
    "rdp": ("tcp", 3389),
    "远程桌面": ("tcp", 3389),
    "postgresql": ("tcp", 5432),
    "postgres": ("tcp", 5432),
    "amqp": ("tcp", 5672),
    "redis": ("tcp", 6379),
    "mongodb": ("tcp", 27_017),
}
"""The ports by which a service is asked for; a protocol typed beside it takes the place of the one here."""
