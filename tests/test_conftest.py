"""What the test run itself promises: nothing that goes wrong behind a test is passed over."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(test: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A test file of its own, run as this project runs its tests."""
    command = [sys.executable, "-m", "pytest", "-c", ROOT / "pyproject.toml", "-p", "tests.conftest"]
    command += ["-p", "no:cacheprovider", *arguments, test]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("warnings.warn('old')", "UserWarning: old"),
        ("QtCore.qWarning('the parent went away')", "the parent went away"),
        ("QtCore.QTimer.singleShot(0, lambda: 1 / 0); qtbot.wait(50)", "ZeroDivisionError"),
    ],
)
def test_what_goes_wrong_behind_a_test_fails_it(tmp_path, body, reason):
    test = tmp_path / "test_behind.py"
    test.write_text(f"import warnings\nfrom PySide6 import QtCore\n\ndef test_it(qtbot):\n    {body}\n")

    done = run(test)

    assert done.returncode == 1
    assert reason in done.stdout


def test_full_counts_and_the_seed_are_told(tmp_path):
    test = tmp_path / "test_count.py"
    test.write_text("from tests.campaign import share\n\ndef test_it():\n    assert share(1000) == 1000\n")

    done = run(test, "--long", "--hypothesis-seed=7")

    assert done.returncode == 0, done.stdout
    assert "--long --hypothesis-seed=7" in done.stdout


def test_a_run_with_full_counts_draws_a_seed_of_its_own(tmp_path):
    test = tmp_path / "test_nothing.py"
    test.write_text("def test_it():\n    pass\n")

    done = run(test, "--long")

    assert "--long --hypothesis-seed=" in done.stdout
    assert "--hypothesis-seed=None" not in done.stdout
