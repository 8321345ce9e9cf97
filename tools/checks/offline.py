"""The program imports nothing that could reach for the network."""

import ast
import sys
from collections.abc import Iterator

from tools.checks.sources import ROOT, Finding, report, tracked

OURS = ("workbench/", "widgets/", "planners/", "main.py")
REACHING = (
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtWebSockets",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "xmlrpc",
)


HARMLESS = frozenset(("socket.inet_ntop", "socket.inet_pton", "socket.AF_INET", "socket.AF_INET6"))
"""Names that only turn addresses into text and back."""


def in_code(code: str, path: str) -> Iterator[Finding]:
    """Imports of modules that open connections, wherever in the code they stand."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names = {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names} - HARMLESS
        else:
            continue
        for reached in sorted({one for name in names for one in REACHING if _is_within(name, one)}):
            yield Finding(path, node.lineno, f"{reached} could reach for the network")


def _is_within(name: str, module: str) -> bool:
    return name == module or name.startswith(f"{module}.")


def main() -> int:
    """1 when something reaches."""
    found: list[Finding] = []
    for path in tracked():
        if path.endswith(".py") and path.startswith(OURS):
            found += in_code((ROOT / path).read_text(encoding="utf-8"), path)
    return report(found)


if __name__ == "__main__":
    sys.exit(main())
