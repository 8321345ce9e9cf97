"""What is asked of the operating system."""

import ctypes.util
import sys

import pytest

from tools.setup import system
from tools.setup.errors import SetupError


@pytest.mark.parametrize(
    ("platform", "variables", "shown"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_display_is_looked_for_where_it_may_be_missing(platform, variables, shown):
    assert system.has_display(platform, variables) is shown


@pytest.mark.parametrize(
    ("release", "package"),
    [
        ('ID=debian\nVERSION_ID="12"\n', "libglib2.0-0"),
        ('ID=debian\nVERSION_ID="13"\n', "libglib2.0-0t64"),
        ("ID=debian\n", "libglib2.0-0t64"),
        ('ID=ubuntu\nVERSION_ID="22.04"\n', "libglib2.0-0"),
        ('ID=ubuntu\nVERSION_ID="24.04"\n', "libglib2.0-0t64"),
        ('ID="opensuse-tumbleweed"\nVERSION_ID="20261101"\n', "libglib2.0-0"),
    ],
)
def test_a_renamed_package_is_asked_for_by_its_name_on_this_release(tmp_path, release, package):
    file = tmp_path / "os-release"
    file.write_text(release, encoding="utf-8")

    assert system.name_here("libglib2.0-0", system.release(file)) == package


def test_without_the_right_to_install_the_command_is_named_in_one_line(monkeypatch):
    monkeypatch.setattr(system, "may_install", lambda: False)

    with pytest.raises(SetupError) as stopped:
        system.provide(["libgl1", "xvfb"], "the tests")

    assert "sudo apt-get install --no-install-recommends libgl1 xvfb" in str(stopped.value)
    assert "\n" not in str(stopped.value)


def test_nothing_is_asked_for_when_nothing_is_missing(monkeypatch):
    monkeypatch.setattr(system, "may_install", lambda: False)

    assert system.provide([], "the tests") is None


def test_a_machine_that_runs_the_tests_misses_no_library():
    assert system.missing_libraries() == []


def test_a_library_that_is_not_there_is_noticed():
    known = ctypes.util.find_library("c") or sys.executable

    assert not system.loads("libthat-nobody-has.so.7")
    assert system.loads(known)
