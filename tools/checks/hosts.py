"""No file names a package registry, and the lock holds nothing but names, versions and hashes."""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.checks.sources import ROOT, Finding, report, tracked

PINNED = re.compile(r"[a-z0-9][a-z0-9._-]*==[\w.!+]+( ; [^/\\]+)? \\")
HASHED = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
# An option that points pip elsewhere, a requirement taken from an address, a registry's store of files.
POINTING = re.compile(r"--(?:extra-)?index-url[ =]|--find-links[ =]|\s@ (?:https?|file)://|://files\.")
ADDRESS = r"https?://(?:[^@/\s]*@)?([\w.-]+)"
# This check and its test say what they look for.
SPEAKING_OF_IT = ("tools/checks/hosts.py", "tests/tools/checks/test_hosts.py")


def in_lock(lines: Iterable[str], path: str = "requirements.lock") -> Iterator[Finding]:
    """Lines of the lock that are neither a pinned name nor a hash, and names without a hash."""
    bare_name = False
    for number, line in enumerate(lines, 1):
        is_name, is_hash = PINNED.fullmatch(line) is not None, HASHED.fullmatch(line) is not None
        if not is_name and not is_hash:
            yield Finding(path, number, f"neither a pinned requirement nor a hash: {line.strip()[:60]!r}")
        if bare_name and not is_hash:
            yield Finding(path, number - 1, "a requirement without a hash")
        bare_name = is_name
    if bare_name:
        yield Finding(path, 0, "the last requirement has no hash")


def in_text(text: str, path: str, registries: Iterable[str]) -> Iterator[Finding]:
    """Lines that point at a package registry."""
    names = tuple(registries)
    for number, line in enumerate(text.splitlines(), 1):
        if POINTING.search(line) or any(name in line for name in names):
            yield Finding(path, number, "points at a package registry; that is for pip's own configuration")


def registries() -> list[str]:
    """The hosts that pip asks on this machine, as it tells them itself."""
    configured = re.findall(ADDRESS, _pip("config", "list"))
    # The help explains itself with other addresses too; the registry's stands behind this word.
    return sorted({*configured, *re.findall(r"\(default\s+" + ADDRESS, _pip("install", "--help"))})


def _pip(*arguments: str) -> str:
    command = [sys.executable, "-m", "pip", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _text_of(path: Path) -> str:
    content = path.read_bytes()
    return "" if b"\0" in content[:8000] else content.decode("utf-8", "replace")


def main() -> int:
    """1 when a registry is named."""
    found = list(in_lock((ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()))
    hosts = registries()
    for path in tracked():
        if path not in SPEAKING_OF_IT:
            found += in_text(_text_of(ROOT / path), path, hosts)
    return report(found)


if __name__ == "__main__":
    sys.exit(main())
