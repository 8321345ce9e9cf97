"""The lock holds names, versions and hashes alone; no file points at a registry."""

import pytest

from tools.checks.hosts import in_lock, in_text

HASH = "    --hash=sha256:" + "0" * 64


def test_a_lock_of_names_versions_and_hashes_passes():
    lock = ["lxml==6.1.3 \\", HASH + " \\", HASH, "numpy==2.4.6 ; python_full_version < '3.12' \\", HASH]

    assert list(in_lock(lock)) == []


@pytest.mark.parametrize(
    "lock",
    [
        ["--index-url https://packages.example.org/simple", "lxml==6.1.3 \\", HASH],
        ["lxml @ https://packages.example.org/lxml.whl \\", HASH],
        ["lxml>=6 \\", HASH],
        ["lxml==6.1.3 \\", "numpy==2.4.6 \\", HASH],
        ["numpy==2.4.6 \\", HASH, "lxml==6.1.3 \\"],
    ],
)
def test_anything_else_in_the_lock_is_found(lock):
    assert len(list(in_lock(lock))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "pip install --extra-index-url=https://packages.example.org/simple lxml",
        "lxml @ https://example.org/lxml.whl",
        "url = 'https://files.example.org/lxml.whl'",
        "see https://packages.example.org/project/lxml",
    ],
)
def test_a_line_that_points_at_a_registry_is_found(line):
    (finding,) = in_text(f"first\n{line}\n", "README.md", ["packages.example.org"])

    assert finding.line == 2


def test_other_addresses_may_be_named():
    assert list(in_text("https://www.apache.org/licenses/", "LICENSE", ["packages.example.org"])) == []
