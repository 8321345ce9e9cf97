"""Flow lists of customers are matched to a design; what cannot be matched is told by its cell."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from workbench.importers.flows import FlowList, flows_in
from workbench.importers.plan import Refused
from workbench.model.sketch import sketch
from workbench.reachability.synthesis import Listed

DESIGN = sketch("""
world internet
shop security-domain name.en=Shop name.zh=商城
  web application name.en=Website name.zh=官网
  cart application name.en=Cart name.zh=购物车
pay application name.en=Payment name.zh=支付
twin-1 application name.en=Twin
twin-2 application name.en=Twin
""")


def read(tmp_path: Path, content: str, encoding: str = "utf-8") -> FlowList:
    """What is read of a CSV file."""
    path = tmp_path / "flows.csv"
    path.write_bytes(content.encode(encoding))
    return flows_in(path, DESIGN)


def test_ends_are_known_by_id_and_by_name_in_either_language(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "source,target,protocol,ports,seen\nweb,支付,tcp,443,7\nWebsite,pay,udp,53,1\n官网,Internet,,,\n",
    )

    assert found.flows == (
        Listed("web", "pay", "tcp", (443, 443), 7),
        Listed("web", "pay", "udp", (53, 53), 1),
        Listed("web", "world", "tcp", None, 1),
    )
    assert found.unmatched == ()


def test_chinese_heads_further_down_and_several_ports_are_read(tmp_path: Path) -> None:
    found = read(tmp_path, '流量清单,,\n\n源应用,目标应用,端口\n官网,支付,"80、8000-8010"\n', "gb18030")

    assert [one.ports for one in found.flows] == [(80, 80), (8000, 8010)]


def test_a_security_domain_means_its_applications(tmp_path: Path) -> None:
    found = read(tmp_path, "source,target,port\n商城,pay,443\n")

    assert {(one.source, one.target) for one in found.flows} == {("cart", "pay"), ("web", "pay")}


@pytest.mark.parametrize(
    ("row", "cell", "says"),
    [
        ("nobody,pay,tcp,80", "A2", "Nothing here is called nobody."),
        ("Websit,pay,tcp,80", "A2", "Nothing here is called Websit. Near: Website."),
        ("web,Twin,tcp,80", "B2", "Twin may be twin-1, twin-2; write the id."),
        ("web,,tcp,80", "B2", "is missing"),
        ("web,pay,gre,", "C2", "A design draws no flow of gre."),
        ("web,pay,tcp,abc", "D2", "abc is no list of ports; write it like 80,443,8000-8010"),
        ("web,pay,tcp,443-80", "D2", "443 to 80 are no ports from 0 to 65535"),
        ("web,pay,udp,65536", "D2", "65536 to 65536 are no ports from 0 to 65535"),
        ("web,pay,smtp,25", "C2", "smtp is none of tcp, udp, icmp, icmpv6, gre, all"),
    ],
)
def test_a_row_that_cannot_be_matched_is_left_out_and_told_by_its_cell(
    tmp_path: Path, row: str, cell: str, says: str
) -> None:
    found = read(tmp_path, f"source,target,protocol,port\n{row}\nweb,pay,tcp,1\n")

    assert [(one.cell, one.says.said("en")) for one in found.unmatched] == [(cell, says)]
    assert (found.rows, len(found.flows)) == (2, 1)


def test_workbooks_are_read_sheet_by_sheet_with_the_sheet_in_the_cell(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Flows"
    for row in (["源", "目标", "端口"], ["官网", "支付", 443], ["官网", "无此应用", 80]):
        sheet.append(row)
    book.create_sheet("Notes").append(["nothing", "here"])
    book.save(tmp_path / "flows.xlsx")
    found = flows_in(tmp_path / "flows.xlsx", DESIGN)

    assert found.flows == (Listed("web", "pay", "tcp", (443, 443)),)
    assert [one.cell for one in found.unmatched] == ["Flows!B3"]


def test_a_file_without_the_heads_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="source and target"):
        read(tmp_path, "a,b\n1,2\n")
