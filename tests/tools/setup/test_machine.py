"""Which machines are refused, and with which sentence."""

import pytest

from tools.setup.machine import Machine, installed_qt, refusal, refused_pair, this_machine

DEBIAN_12 = Machine(python=(3, 11), glibc=(2, 36))


@pytest.mark.parametrize(
    "machine",
    [
        DEBIAN_12,
        DEBIAN_12._replace(python=(3, 13)),
        Machine(python=(3, 12), system="linux-aarch64", glibc=(2, 39)),
        Machine(python=(3, 11), system="macosx-11.0-arm64", macos=(13, 6)),
        Machine(python=(3, 13), system="macosx-10.13-universal2", macos=(14,)),
        Machine(python=(3, 12), system="win-amd64"),
    ],
    ids=lambda machine: f"{machine.system} {machine.python[1]}",
)
def test_a_machine_with_packages_for_everything_is_taken(machine):
    assert refusal(machine) is None


@pytest.mark.parametrize(
    ("machine", "reason"),
    [
        (DEBIAN_12._replace(python=(3, 14)), "Python 3.14 has no ready-made packages"),
        (DEBIAN_12._replace(implementation="PyPy"), "needs CPython"),
        (DEBIAN_12._replace(python=(3, 13), free_threaded=True), "free-threaded Python 3.13"),
        (DEBIAN_12._replace(bits=32), "take Python 3.13, the 64-bit build"),
        (DEBIAN_12._replace(glibc=(2, 31)), "has glibc 2.31, and the workbench's packages need glibc 2.34"),
        (DEBIAN_12._replace(glibc=()), "has no glibc"),
        (DEBIAN_12._replace(system="linux-aarch64"), "need glibc 2.39"),
        (DEBIAN_12._replace(system="linux-riscv64"), "linux-riscv64 has no ready-made packages"),
        (Machine(python=(3, 12), system="macosx-11.0-arm64", macos=(13, 6)), "take macOS 14 or newer"),
        (Machine(python=(3, 12), system="win-arm64"), "take Python 3.13 for x64"),
        (Machine(python=(3, 12), system="win32"), "win32 has no ready-made packages"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_machine_without_packages_is_refused_in_one_sentence(machine, reason):
    said = refusal(machine)

    assert said is not None
    assert reason in said
    assert said.endswith(".")
    assert "\n" not in said


def test_the_machine_that_runs_the_tests_is_taken():
    assert refusal(this_machine()) is None


@pytest.mark.parametrize(
    ("python", "qt", "refused"),
    [
        ((3, 11), (6, 12, 0), True),
        ((3, 11), (6, 13, 1), True),
        ((3, 11), (6, 11, 3), False),
        ((3, 12), (6, 12, 0), False),
        ((3, 11), (), False),
    ],
)
def test_the_pair_that_aborts_is_refused(python, qt, refused):
    assert (refused_pair(python, qt) is not None) is refused


def test_the_installed_qt_is_read_without_importing_it(tmp_path):
    (tmp_path / "pyside6_essentials-6.12.0.dist-info").mkdir()

    assert installed_qt(tmp_path) == (6, 12, 0)
    assert installed_qt(tmp_path / "nowhere") == ()
