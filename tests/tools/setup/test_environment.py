"""The environment is made once, made anew when it is broken, and found at once afterwards."""

import shutil
from pathlib import Path

import pytest

from tools.setup.environment import Environment
from tools.setup.errors import SetupError


def asking_for_nothing(folder: Path) -> Environment:
    """An environment that is made in seconds and without a network."""
    (folder / "requirements.lock").write_text("# nothing\n", encoding="utf-8")
    return Environment(folder / "venv", folder / "requirements.lock")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    environment = asking_for_nothing(tmp_path_factory.mktemp("made"))
    environment.prepare()
    return environment


@pytest.fixture
def ready(made, tmp_path):
    """One that is ready, to be spoiled."""
    environment = asking_for_nothing(tmp_path)
    shutil.copytree(made.folder, environment.folder, symlinks=True)
    return environment


def test_an_interrupted_installation_is_made_anew(tmp_path):
    environment = asking_for_nothing(tmp_path)
    environment.python.parent.mkdir(parents=True)
    environment.python.write_text("half a file", encoding="utf-8")

    environment.prepare()

    assert environment.is_ready()
    assert environment.python.read_bytes()[:11] != b"half a file"


def test_a_ready_environment_is_left_alone(ready):
    mark = ready.folder / "mark"
    mark.touch()

    ready.prepare()

    assert mark.exists()


def test_a_changed_lock_is_installed_into_the_environment_that_is_there(ready):
    mark = ready.folder / "mark"
    mark.touch()
    ready.lock.write_text("# nothing else\n", encoding="utf-8")

    assert not ready.is_ready()
    ready.prepare()

    assert ready.is_ready()
    assert mark.exists()


def test_an_environment_whose_python_went_away_is_not_ready(ready):
    ready.python.unlink()

    assert not ready.is_ready()


def test_an_installation_that_fails_leaves_no_stamp_and_says_so(ready):
    ready.lock.write_text("nothing-of-this-name==1 --hash=sha256:00\n", encoding="utf-8")

    with pytest.raises(SetupError, match="pip could not install"):
        ready.prepare()

    assert not ready.stamp.exists()
