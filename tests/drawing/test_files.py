import pytest

from tests.drawing.sample import sample
from workbench.drawing.files import file_name, file_names, safe
from workbench.model.design import Design


def test_a_name_tells_customer_subject_version_and_language():
    assert file_name(sample(), "address-plan", "en", ".xlsx") == "Lanan-Group_address-plan_v0.7_en.xlsx"
    assert file_name(sample(), "网络总览", "zh", ".svg") == "澜岸集团_网络总览_v0.7_zh.svg"


def test_a_design_without_engagement_still_has_names():
    assert file_name(Design.of(), "drawings", "en", ".svg") == "drawings_en.svg"


def test_equal_names_are_numbered():
    assert file_names(Design.of(), ["Net", "net", "net"], "en", ".svg") == [
        "Net_en.svg",
        "net-2_en.svg",
        "net-3_en.svg",
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("a:b*c?", "a-b-c"),
        ("con", "con-"),
        ("\u202egnp.exe", "gnp-exe"),
        ("", "untitled"),
        ("...", "untitled"),
    ],
)
def test_what_a_system_refuses_is_left_out(words: str, name: str):
    assert safe(words) == name
