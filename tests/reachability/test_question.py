"""What a line asks: names in both languages and any order, a port, and what is said while something is missing."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from tests.reachability.asking import DESIGN, asks, lacks, pieces, read
from tools.samples.generated import SIZES, generated
from workbench.model.elements.application import Application
from workbench.model.sketch import sketch
from workbench.reachability.headings import coded
from workbench.reachability.named import names_of
from workbench.reachability.question import completions, swapped, understood, wording_for
from workbench.words import Words

HR_TO_SAP = ("hr", "sap", "tcp", 443)


@pytest.mark.parametrize(
    "typed",
    [
        "HR portal to SAP on 443",
        "人力系统 到 核算平台 443",
        "HR portal 到 SAP 的 443 端口",
        "hr > sap https",
        "SAP <- HR 443/tcp",
        "443 from HR to SAP",
        "to SAP from HR tcp/443",
        "从人力系统到核算平台443端口",
        "核算平台 能否被 人力系统 访问 https",
        "can the HR portal reach SAP on port 443?",
        "can SAP be reached from HR over https?",
        "between HR and SAP: tcp443",
        "ＨＲ　→　ＳＡＰ　４４３",
        "rlxt -> hspt 443",
        "renlixitong to hesuan 443",
        "HR SAP 443",
    ],
)
def test_one_question_may_be_asked_in_many_ways(typed: str) -> None:
    assert asks(typed) == HR_TO_SAP


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("can dev reach prod on tcp 22?", ("dev", "prod", "tcp", 22)),
        ("开发能否访问生产 22", ("dev", "prod", "tcp", 22)),
        ("生产访问互联网https", ("prod", "inet", "tcp", 443)),
        ("公网 到 跳板机 ssh", ("inet", "jump", "tcp", 22)),
        ("Jump to web group rdp", ("jump", "group", "tcp", 3389)),
        ("partner cloud -> front http", ("other", "front", "tcp", 80)),
        ("data centre -> load balancer 8443", ("nj", "front", "tcp", 8443)),
        ("HR to SAP dns", ("hr", "sap", "udp", 53)),
        ("HR to SAP dns tcp", ("hr", "sap", "tcp", 53)),
        ("SAP <- HR 514/udp", ("hr", "sap", "udp", 514)),
        ("ping SAP from dev", ("dev", "sap", "icmp", 0)),
        ("开发 到 生产 任意", ("dev", "prod", "all", 0)),
    ],
)
def test_every_kind_of_end_and_of_traffic_is_understood(typed: str, asked: tuple[str, str, str, int]) -> None:
    assert asks(typed) == asked


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("10.1.4.18 to 10.200.8.40 443", ("app-h", "nj", "tcp", 443)),
        ("172.16.3.0/24 -> 10.2.5.9:22", ("other", "web-2", "tcp", 22)),
        ("HR to 8.8.8.8 https", ("hr", "inet", "tcp", 443)),
        ("app-h to web-2 22", ("app-h", "web-2", "tcp", 22)),
    ],
)
def test_addresses_and_ids_name_what_holds_them(typed: str, asked: tuple[str, str, str, int]) -> None:
    assert asks(typed) == asked


def test_names_may_hold_words_that_join_digits_and_services() -> None:
    assert asks("Log to archive to SAP 443") == ("archive", "sap", "tcp", 443)
    assert asks("log to arch > app 12 22") == ("archive", "app12", "tcp", 22)
    assert asks("App 12 to Log to archive on 12") == ("app12", "archive", "tcp", 12)
    assert asks("HR to MySQL mysql") == ("hr", "sqlapp", "tcp", 3306)
    assert pieces("App 12 to SAP 443", "source") == ["App 12"]


def test_each_piece_is_told_where_it_was_typed() -> None:
    typed = "can  HR portal\treach 核算平台 on tcp ４４３?"

    assert pieces(typed, "source") == ["HR portal"]
    assert pieces(typed, "target") == ["核算平台"]
    assert pieces(typed, "protocol") == ["tcp"]
    assert pieces(typed, "port") == ["４４３"]
    assert pieces(typed, "joiner") == ["can", "reach", "on", "?"]


def test_what_is_missing_is_said() -> None:
    assert lacks("") == "Type two names and a port."
    assert lacks("443") == "Name both ends: who asks, and who is asked."
    assert lacks("HR") == "Name the other end, too: who is to be reached?"
    assert lacks("to SAP") == "Name the other end, too: who begins?"
    assert lacks("HR to SAP").startswith("Which port?")
    assert lacks("HR to SAP 80 443") == "One at a time: 443, 80 stand here."
    assert lacks("HR to SAP icmp 443") == "ICMP has no ports. Leave one of the two out."
    assert lacks("HR to SAP 70000") == "70000 is no port. Ports go from 1 to 65535."
    assert lacks("10.9.9.9 to SAP 22") == "No vSwitch and no site here holds 10.9.9.9."
    assert lacks("10.300.0.1 to SAP 22") == "10.300.0.1 is no address, such as 10.0.1.20."
    assert lacks("HR to SAP 443 quickly") == "Nothing here is called “quickly”."


def test_a_name_of_several_is_asked_about_with_what_tells_them_apart() -> None:
    found = read("web to SAP 443")

    assert found.asked is None
    assert set(found.near) >= {"web-1", "web-2"}
    assert lacks("web to SAP 443") == "“web” may be web (web-1), web (web-2)."


def test_a_name_written_out_is_meant_though_others_begin_with_it() -> None:
    design = sketch("a application name.en=Pay\nb application name.en=Payroll\nc application name.en=Shop")

    asked = understood(design, "pay to shop 443", "en").asked
    assert asked == ("a", "c", "tcp", 443)
    assert understood(design, "payr to shop 443", "en").asked == ("b", "c", "tcp", 443)


def test_a_name_that_is_nearly_right_is_told() -> None:
    found = read("HR to Develpment 22")

    assert found.near == ("dev",)
    assert found.missing is not None
    assert found.missing.said("en") == "Nothing here is called “Develpment”. Near: Development."
    assert found.missing.said("zh") == "这里没有名为“Develpment”的元素。相近：开发。"


def test_the_two_names_change_places() -> None:
    for typed in ("HR portal to SAP on 443", "SAP <- HR portal 443", "人力系统到SAP 443"):
        turned = swapped(typed, read(typed))
        source, target, *passing = asks(typed)
        assert asks(turned) == (target, source, *passing)
        assert swapped(turned, read(turned)) == typed
    assert swapped("HR to", read("HR to")) == "HR to"


def test_a_piece_of_a_name_may_become_one_that_means_nothing_else() -> None:
    piece, ids = completions(DESIGN, "HR to we on 443", len("HR to we"))

    assert (piece.start, piece.stop) == (6, 8)
    assert set(ids) == {"web-1", "web-2", "group"}
    assert wording_for(DESIGN, "web-1", "en") == "web-1"
    assert wording_for(DESIGN, "group", "en") == "Web group"
    assert completions(DESIGN, "HR to ", 6)[1] == ()
    assert completions(DESIGN, "HR to Develpment", 16)[1] == ("dev",)


NAMES = {"HR portal": "hr", "人力系统": "hr", "SAP": "sap", "Log to archive": "archive", "App 12": "app12"}
NAMES |= {"开发": "dev", "Development": "dev", "10.200.1.1": "nj", "internet": "inet", "网页组": "group"}
PORTS = {"443": ("tcp", 443), "udp 53": ("udp", 53), "53/udp": ("udp", 53), "https": ("tcp", 443)}
PORTS |= {"ping": ("icmp", 0), "on tcp 22": ("tcp", 22), "的 8080 端口": ("tcp", 8080)}
FORMS = ("{a} to {b} {p}", "{p} {a} -> {b}", "{b} <- {a} {p}", "from {a} to {b} {p}", "to {b} from {a} {p}")
FORMS += ("从 {a} 到 {b} {p}", "{a} 能否访问 {b} {p}", "{b} {p} 被 {a} 访问", "{p}: can {a} reach {b}?")


@settings(max_examples=share(2_000, least=150))
@given(
    st.sampled_from(sorted(NAMES)),
    st.sampled_from(sorted(NAMES)),
    st.sampled_from(sorted(PORTS)),
    st.sampled_from(FORMS),
)
def test_any_order_of_names_and_port_is_the_same_question(a: str, b: str, port: str, form: str) -> None:
    assert asks(form.format(a=a, b=b, p=port)) == (NAMES[a], NAMES[b], *PORTS[port])


ODD = st.one_of(
    st.text(max_size=120),
    st.lists(
        st.sampled_from(
            [*NAMES, *PORTS, "->", "<-", "到", "🚀", "\u202e", "\ud800", "ß", "İ", "שלום", "::", "1."]
        )
    ).map(" ".join),
    st.sampled_from(
        ["x" * 500, "生" * 500, "🚀" * 500, "HR " * 400, "\x00", "\u200d" * 50, "10.1.4.18/" * 100]
    ),
)


@settings(max_examples=share(5_000, least=200))
@given(ODD)
def test_whatever_is_typed_is_told_piece_by_piece_without_a_fault(typed: str) -> None:
    found = read(typed)

    assert (found.asked is None) != (found.missing is None)
    end = 0
    for token in found.tokens:
        assert end <= token.start < token.stop <= len(typed)
        end = token.stop
    assert completions(DESIGN, typed, len(typed))[0].stop == len(typed)
    swapped(typed, found)


@settings(max_examples=share(500, least=40))
@given(st.text(min_size=1, max_size=500), st.sampled_from(["到", " to ", "->"]))
def test_any_name_written_out_is_found_whatever_it_holds(name: str, joiner: str) -> None:
    design = DESIGN.adding(Application(id="odd", name=Words(en=name)))
    found = names_of(design)

    if found.called(name) == ("odd",):
        read = understood(design, f"{name}{joiner}SAP 443", "en")
        assert "odd" in {token.element for token in read.tokens}


def test_hostile_lines_are_read_quickly_in_a_large_design() -> None:
    apps = (
        Application(id=f"x{n}", name=Words(en=f"Application {n}", zh=f"业务系统{n}")) for n in range(2_000)
    )
    design = generated(SIZES["L"]).adding(*apps)
    names_of(design).ready()

    lines = ("a " * 1_000, "业务" * 1_000, "application " * 200, ":" * 2_000, "1." * 1_000, "🚀" * 2_000)
    for typed in (*lines, "zz yy xx ww vv uu", "yewu xitong to xt 1 443", "> " * 1_000):
        begun = time.thread_time()
        understood(design, typed, "en")
        assert time.thread_time() - begun < 0.25, typed[:20]


def test_the_codes_at_the_heads_of_the_matrix_name_parties_as_they_stand_there() -> None:
    assert asks("HRP to SAP 443") == HR_TO_SAP
    assert asks("从 LOG 到 FRO 443") == ("archive", "front", "tcp", 443)
    assert pieces("HRP to SAP 443", "source") == ["HRP"]


def test_a_code_in_small_letters_is_none() -> None:
    two = sketch("""
    one application name.en=Portal
    other application name.en="Portal of partners"
    sap application name.en=SAP
    """)

    assert understood(two, "POR to SAP 443", "en").asked == ("one", "sap", "tcp", 443)
    assert understood(two, "PO0 to SAP 443", "en").asked is None
    assert understood(two, "PON to SAP 443", "en").asked is None
    second = coded(two)
    (code,) = [code for code, ids in second.items() if ids == ("other",)]
    assert understood(two, f"{code} to SAP 443", "en").asked == ("other", "sap", "tcp", 443)
    small = understood(two, "por to SAP 443", "en")
    assert small.asked is None
    assert small.near == ("one", "other")


def test_a_code_that_two_groupings_give_to_two_may_be_either() -> None:
    both = sketch("""
    prod security-domain name.en=Production
      web application name.en=Website
    buy application name.en=Procurement
    sap application name.en=SAP
    """)

    said = understood(both, "PRO to SAP 443", "en")

    assert said.asked is None
    assert set(said.near) == {"prod", "buy"}


def test_a_word_that_is_a_protocol_or_leads_on_is_that_rather_than_a_code() -> None:
    odd = sketch("""
    one application name.en="Tcpdump collector"
    two application name.en="Canteen"
    sap application name.en=SAP
    """)

    assert understood(odd, "CAN Canteen reach SAP on TCP 443", "en").asked == ("two", "sap", "tcp", 443)


def test_the_internet_that_nobody_drew_has_a_code_at_the_matrix_and_none_in_a_question() -> None:
    leaving = sketch("""
    vpc-a vpc
      a-1 vswitch block=10.0.0.0/24
      nat nat-gateway vswitch=a-1
    one application name.en=Portal
    other application name.en=Intranet
    """)

    assert coded(leaving)["INT"] == ("other",)
    assert understood(leaving, "POR to INT 443", "en").asked == ("one", "other", "tcp", 443)


def test_chinese_codes_name_parties_where_no_name_begins_so() -> None:
    two = sketch("""
    one application name.en=订单管理
    other application name.en=订单中心
    sap application name.en=SAP
    """)
    codes = {ids[0]: code for code, ids in coded(two).items()}

    assert codes["one"] == "订单"
    assert understood(two, "订单 到 SAP 443", "zh").asked is None
    assert understood(two, f"{codes['other']} 到 SAP 443", "zh").asked == ("other", "sap", "tcp", 443)
