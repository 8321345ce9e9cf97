"""How every test runs: without a display, campaigns at a small share unless `--long`, seeds told."""

import atexit
import gc
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

# Before Qt is loaded; a person who wants to look sets it to xcb or another.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nothing that tests leave is found among the user's own; whoever runs beside them has another folder.
os.environ["WORKBENCH_HOME"] = tempfile.mkdtemp(prefix="workbench-tests-")
atexit.register(shutil.rmtree, os.environ["WORKBENCH_HOME"], ignore_errors=True)

OLD: Final = 50
"""Tests between two looks through all that lives."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The switch for full counts."""
    parser.addoption(
        "--long", action="store_true", help="run campaigns at their full counts, with a fresh seed"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Settle counts and seed before any test module is read."""
    calm = settings(
        deadline=None,
        database=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    settings.register_profile("share", calm, derandomize=True)
    settings.register_profile("long", calm, derandomize=False)
    settings.load_profile("long" if config.option.long else "share")
    if config.option.long:
        os.environ["WORKBENCH_LONG"] = "1"
        if config.option.hypothesis_seed is None:
            config.option.hypothesis_seed = str(random.SystemRandom().randrange(2**32))


@pytest.fixture(autouse=True)
def _widgets_end_on_their_own_thread() -> Iterator[None]:
    """Garbage is looked for between tests: in a worker it might be the end of a widget, which Qt does not bear."""
    gc.disable()
    yield
    gc.collect(1)
    if gc.get_count()[2] > OLD:
        gc.collect()


@pytest.fixture(autouse=True)
def _preferences_last_for_a_test() -> Iterator[None]:
    """Every test begins with the preferences of a new user."""
    yield
    kept = sys.modules.get("workbench.preferences")
    if kept and kept.preferences() != kept.Preferences():
        kept.reset()


def pytest_report_header(config: pytest.Config) -> str:
    """What to type for the same run again."""
    if config.option.long:
        seed = config.option.hypothesis_seed
        return f"campaigns: full counts; the same again: --long --hypothesis-seed={seed}"
    return "campaigns: a small share, the same examples in every run; all of them: --long"
