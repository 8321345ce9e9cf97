"""Answers in words: what stands where, which way is gone, and the internet whatever its id is."""

from __future__ import annotations

from planners.reachability import network
from tests.reachability.answering import answers
from tests.reachability.asking import DESIGN
from workbench.model.elements.internet import Internet
from workbench.progress import untold
from workbench.reachability.answer import Passage, PathAnswer, PathHop
from workbench.reachability.asked import Asked
from workbench.reachability.told import (
    INTERNET,
    called,
    place,
    plain_text,
    standing_for,
    stop_of,
    symbol_of,
    way_of,
)
from workbench.texts import text

YES = Passage(True, text("outside"))


def test_a_place_is_the_block_the_vpc_and_the_region() -> None:
    assert place(DESIGN, "app-h").said("en") == "10.1.4.0/24 · vpc-a · hz"
    assert place(DESIGN, "group").said("en") == "vpc-a · hz"
    assert place(DESIGN, "hr").said("zh") == "生产"
    assert place(DESIGN, "gone").said("en") == "no longer in the design"


def test_the_internet_of_an_answer_is_that_of_the_design() -> None:
    assert standing_for(DESIGN, "internet") == "inet"
    assert called(DESIGN, "internet").said("zh") == "互联网"
    without = DESIGN.removing(["inet"])
    assert called(without, "internet").said("en") == "Internet"
    assert (symbol_of(without, "internet"), place(without, "internet").said("en")) == ("internet", "outside")
    assert not without.of_kind(Internet)


def test_the_internet_is_called_as_the_engine_calls_it() -> None:
    assert INTERNET == network.INTERNET


def test_the_request_ends_where_it_is_stopped_and_has_no_way_back() -> None:
    answer = answers(DESIGN, Asked("dev", "hr", "tcp", 22), untold)

    assert way_of(answer, back=False) == (((1, "web-2"), (2, "vpc-b"), (3, "group")), "group")
    assert way_of(answer, back=True) == ((), None)


def test_the_answer_begins_at_the_target_and_keeps_the_numbers_of_the_hops() -> None:
    answer = answers(DESIGN, Asked("hr", "nj", "tcp", 8443), untold)

    assert way_of(answer, back=False) == (((1, "hr"), (2, "app-h"), (3, "nj")), None)
    assert way_of(answer, back=True) == (((3, "nj"), (2, "app-h")), "app-h")


def test_a_blocked_path_ends_at_what_stops_it_even_where_no_rule_says_so() -> None:
    hops = (PathHop("inet", YES, None),)
    answer = PathAnswer("inet", "hr", "tcp", 443, "deny", text("outside"), "inet", hops)

    assert stop_of(answer) == "inet"
    assert way_of(answer, back=False) == (((1, "inet"),), "inet")


def test_the_plain_text_has_a_line_for_each_way_of_each_hop() -> None:
    answer = answers(DESIGN, Asked("other", "sap", "all", 0), untold)

    assert plain_text(DESIGN, answer, "en").splitlines() == [
        "Partner cloud → SAP, any protocol",
        "Not known yet. The way back is not stated.",
        "1. Partner cloud (172.16.0.0/16)",
        "   ▼ request: leaves its own network",
        "   ▲ answer: does not come here",
        "To be stated first",
        "- The routes of Partner cloud are not stated.",
        "Rests on 1 reading",
        "- An unstated route leads nowhere.",
    ]
