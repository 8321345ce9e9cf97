"""Help and refusals of the command line speak the language of its messages."""

from __future__ import annotations

import pytest

from workbench import cli

REFUSED = [
    (["new"], "Missing: FILE, --edition.", "缺少 FILE、--edition。"),
    (
        ["new", "x.lzd", "--edition", "gold"],
        "--edition cannot be “gold”; it is one of basic, standard, advanced.",
        "--edition 不能为“gold”，可选：basic、standard、advanced。",
    ),
    (["plan"], "Missing: one of FILE, --requests.", "缺少以下之一：FILE、--requests。"),
    (
        ["plan", "a", "--requests", "b"],
        "--requests and FILE exclude each other.",
        "--requests 与 FILE 不能同时使用。",
    ),
    (["export", "a.lzd", "--to"], "--to wants a value.", "--to 需要一个值。"),
    (["check", "a", "b"], "“b” is not understood.", "无法识别“b”。"),
    (["check", "a", "--json=1"], "--json takes no value.", "--json 不接受值。"),
    ([], "Missing: COMMAND.", "缺少 COMMAND。"),
]


def said(
    arguments: list[str], locale: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    monkeypatch.setenv("LC_ALL", locale)
    assert cli.run(arguments, lambda: pytest.fail("nothing is painted")) == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "english", "chinese"), REFUSED)
def test_a_refusal_is_said_in_the_language_of_the_messages(
    arguments: list[str],
    english: str,
    chinese: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert said(arguments, "en_US.UTF-8", monkeypatch, capsys).startswith(english)
    assert said(arguments, "zh_CN.UTF-8", monkeypatch, capsys).startswith(chinese)


@pytest.mark.parametrize("command", [[], ["export"], ["import"]])
def test_help_is_in_chinese_where_messages_are(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with pytest.raises(SystemExit):
        cli.run([*command, "--help"], lambda: pytest.fail("nothing is painted"))
    shown = capsys.readouterr().out

    assert shown.startswith("用法：")
    assert not {"usage", "options", "positional", "show"} & set(shown.replace(":", " ").split())
