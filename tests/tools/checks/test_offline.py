"""Nothing of the program may import what opens connections."""

import pytest

from tools.checks.offline import in_code


@pytest.mark.parametrize(
    "code",
    [
        "import socket",
        "from PySide6.QtNetwork import QTcpSocket",
        "from PySide6 import QtNetwork",
        "import urllib.request as r",
        "def late():\n    from http import client",
    ],
)
def test_what_could_reach_for_the_network_is_found(code):
    (finding,) = in_code(code, "workbench/x.py")

    assert "could reach" in finding.fault


@pytest.mark.parametrize(
    "code",
    [
        "import json",
        "from socket import inet_ntop",
        "from urllib.parse import quote",
        "import httpology",
        "socket = 1",
    ],
)
def test_anything_else_passes(code):
    assert list(in_code(code, "workbench/x.py")) == []
