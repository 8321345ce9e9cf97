"""Questions of the window are answered from the network that the design makes, and stop where they are told to."""

from __future__ import annotations

import pytest

from workbench.cancelled import Cancelled
from workbench.model.sketch import sketch
from workbench.progress import untold
from workbench.reachability import asker
from workbench.reachability.asked import Asked
from workbench.reachability.asking import ask
from workbench.reachability.modelled import modelled
from workbench.reachability.question import understood

DESIGN = sketch("""
hz region region_id=cn-hangzhou
  hz-h zone zone_id=cn-hangzhou-h
acc account
  vpc-a vpc region=hz blocks=10.1.0.0/16
    v1 vswitch zone=hz-h block=10.1.1.0/24
    v2 vswitch zone=hz-h block=10.1.2.0/24
    g1 security-group
      - rules direction=ingress action=accept protocol=tcp port=443/443 block=10.1.0.0/16
web application name.en=Web vswitches=v1 groups=g1
data application name.en=Data vswitches=v2 groups=g1
""")


@pytest.mark.parametrize("typed", ["Web to Data 443", "Data 到 Web 22", "v1 -> g1 icmp", "Web to Web any"])
def test_the_answer_is_that_of_the_command_line(typed: str) -> None:
    asked = understood(DESIGN, typed, "en").asked

    assert asker.ASKER is not None
    assert asked
    assert asker.ASKER(DESIGN, asked, untold) == ask(modelled(DESIGN, places=True), *asked)


def test_a_question_that_is_cancelled_ends() -> None:
    def stopping(share: float) -> None:
        raise Cancelled

    assert asker.ASKER is not None
    with pytest.raises(Cancelled):
        asker.ASKER(DESIGN, Asked("web", "data", "tcp", 443), stopping)
