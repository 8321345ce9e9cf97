"""Flow lists as spreadsheets save them, and the cell that each fault is told by."""

import pytest

from planners.addresses import parse_block
from planners.domains import App, BadFlows, Flow
from planners.domains.flows_table import BadTable, read_tables

FLOWS = 'source,target,protocol,port,count\nweb,db,tcp,3306,4\nweb,cache,udp,"53,8000-8010",\n'


def read(flows, apps=None, warn=None, encoding="utf-8"):
    def refuse(told):
        raise AssertionError(told)

    return read_tables(flows.encode(encoding), apps and apps.encode(encoding), warn or refuse)


def test_a_flow_list_is_read_row_by_row():
    problem = read(FLOWS)

    assert problem.flows == (
        Flow("web", "db", "tcp", (3306, 3306), 4),
        Flow("web", "cache", "udp", (53, 53)),
        Flow("web", "cache", "udp", (8000, 8010)),
    )
    assert problem.apps == (App("web"), App("db"), App("cache"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_headings_may_be_chinese_in_any_usual_encoding_and_delimiter(encoding, delimiter):
    rows = [
        ["源", "目标", "协议", "端口"],
        ["网关", "数据库", "TCP", "3306"],
        ["网关", "数据库", "ICMP", "-1/-1"],
        [],
    ]
    text = "\r\n".join(delimiter.join(row) for row in rows)

    assert read(text, encoding=encoding).flows == (
        Flow("网关", "数据库", "tcp", (3306, 3306)),
        Flow("网关", "数据库", "icmp"),
    )


def test_a_list_of_apps_gives_hard_and_soft_attributes_and_addresses():
    apps = "App,Environment,Tier,Data class,Address,team\nweb,prod,front,public,10.0.0.0/28,shop\ndb,prod,,secret,,\ncache,,,,,\n"

    assert read(FLOWS, apps).apps == (
        App(
            "web",
            (("environment", "prod"), ("tier", "front")),
            (("team", "shop"),),
            "public",
            parse_block("10.0.0.0/28"),
        ),
        App("db", (("environment", "prod"),), (), "secret"),
        App("cache"),
    )


def test_columns_that_mean_nothing_are_told_and_left_out():
    told = []

    read("source,target,remark\na,b,=1+1\n", warn=told.append)

    assert told == ["C1: unknown column, ignored"]


def test_every_bad_row_is_told_by_its_cell():
    text = "source,target,protocol,ports\na,b,tcp,80\n\n,b,,\na,,,\na,b,carrier pigeon,\na,b,tcp,99999\na,b,icmp,7\na,b,,http\n"

    with pytest.raises(BadTable) as refused:
        read(text)

    assert [str(told) for told in refused.value.all_told] == [
        "A4: is missing",
        "B5: is missing",
        "C6: carrier pigeon is none of tcp, udp, icmp, icmpv6, gre, all",
        "D7: 99999 to 99999 are no ports from 0 to 65535",
        "D8: icmp has no ports",
        "D9: http is no list of ports; write it like 80,443,8000-8010",
    ]


def test_reading_ends_after_twenty_faults():
    with pytest.raises(BadTable) as refused:
        read("source,target\n" + "a,\n" * 99)

    assert len(refused.value.all_told) == 20


@pytest.mark.parametrize(
    ("flows", "apps", "told", "is_apps"),
    [
        ("", None, "A1: has no column source", False),
        ("source,port\na,1\n", None, "A1: has no column target", False),
        ("source,target,count\na,b,-1\n", None, "C2: -1 is not a whole number from 0", False),
        ('source,target\n"a,b\n', None, "A2: cannot be read: unexpected end of data", False),
        ("source,target\na,b\n", "id\na\n", "B2: there is no app b", False),
        ("source,target\n", "id\na\na\n", "A3: a is used twice; ids are unique", True),
        ("source,target\n", "id,cidr\na,10.0.0.1/8\n", "B2: 10.0.0.1/8 is not a block; did you mean 10.0.0.0/8?", True),
        ("source,target\n", "env\nprod\n", "A1: has no column id", True),
    ],
)  # fmt: skip
def test_a_bad_table_is_refused_with_the_cell_and_the_reason(flows, apps, told, is_apps):
    with pytest.raises(BadTable) as refused:
        read(flows, apps)

    assert [str(one) for one in refused.value.all_told] == [told]
    assert refused.value.is_apps == is_apps


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(BadFlows, match="neither UTF-8 nor GB 18030"):
        read_tables(b"\xff\xff\xff\xff,\x80", None, lambda _: None)
