"""The one command a newcomer types."""

import ast
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "bootstrap.py"


def test_an_old_python_reads_the_script_and_gets_a_sentence(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))

    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(SCRIPT))

    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 4))
    assert str(stopped.value).startswith("The workbench needs Python 3.11, 3.12 or 3.13; this is Python 3.8.")


def test_an_unknown_word_lists_what_can_be_asked():
    done = subprocess.run([sys.executable, SCRIPT, "instal"], capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "python3 bootstrap.py setup" in done.stderr
    assert done.stdout == ""


def test_the_set_up_imports_the_standard_library_alone():
    code = "import sys; sys.path.insert(0, sys.argv[1]); import tools.setup.commands"

    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, ROOT], capture_output=True, text=True, check=False
    )

    assert done.stderr == ""
