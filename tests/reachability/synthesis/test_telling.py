"""What a move opens and closes in a few lines."""

from __future__ import annotations

from workbench.model.sketch import sketch
from workbench.reachability.synthesis.telling import is_refused, joined, told
from workbench.reachability.synthesis.what_if import what_if
from workbench.texts import Language

LINES = """
shop security-domain name.en=Shop name.zh=商城
  web application name.en=Web name.zh=网站
bank security-domain name.en=Bank name.zh=银行
""" + "".join(
    f"office-{n} data-centre\nf{n} flow source=web target=office-{n} port={n}/{n}\n" for n in range(1, 8)
)


def said(lines: str, domain: str | None, language: Language = "en") -> list[str]:
    """The lines that are told."""
    design = sketch(lines)
    return joined(told(what_if(design, "web", domain), design)).said(language).splitlines()


def test_what_opens_and_closes_is_told_in_few_lines_with_the_number_of_those_left_out() -> None:
    assert said(LINES, "bank") == [
        "Web into Bank",
        "Opens:",
        "+ Web ↔ Bank: everything",
        "+ Bank → office-1: 1",
        "+ Bank → office-2: 2",
        "+ Bank → office-3: 3",
        "+ 4 more",
        "Closes:",
        "− Web ↔ Shop: everything",
        "− Shop → office-1: 1",
        "− Shop → office-2: 2",
        "− Shop → office-3: 3",
        "− 4 more",
    ]


def test_it_is_told_in_chinese_too() -> None:
    assert said(LINES, "bank", "zh")[:3] == ["把网站移入银行", "放行：", "+ 网站 ↔ 银行：全部"]


def test_what_a_flow_refuses_comes_first_and_is_said_to_be_refused() -> None:
    lines = LINES + "no flow source=bank target=office-7 protocol=all wanted=deny\n"

    assert said(lines, "bank")[2] == "+ Bank → office-7: 7, refused by a flow"
    assert is_refused(what_if(sketch(lines), "web", "bank"))
    assert not is_refused(what_if(sketch(LINES), "web", "bank"))


def test_where_nothing_changes_that_is_told() -> None:
    assert said(LINES, "shop")[1:] == ["Nothing opens and nothing closes."]
    assert said(LINES, None)[0] == "Web out of its security domain"
