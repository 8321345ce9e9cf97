"""What can be typed after `main.py`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from workbench.cli import NAMES
from workbench.cli.bring import bring
from workbench.cli.changes import changes
from workbench.cli.check import check
from workbench.cli.domains import domains
from workbench.cli.export import export
from workbench.cli.exposure import exposure
from workbench.cli.failures import CannotRun
from workbench.cli.forget import forget
from workbench.cli.invariants import invariants
from workbench.cli.new import new
from workbench.cli.parsing import Parser
from workbench.cli.plan import plan
from workbench.cli.reachability import ask, matrix
from workbench.cli.render import render
from workbench.cli.rules import rules
from workbench.cli.schema import schema
from workbench.cli.talk import Talk
from workbench.exporters import exporters
from workbench.patterns import patterns
from workbench.texts import Language, Text, text

Adding = Callable[[argparse.ArgumentParser, "Say"], None]
Say = Callable[[Text], str]
EDITIONS: Final = ("basic", "standard", "advanced")


def parser(language: Language) -> argparse.ArgumentParser:
    """The parser of the command line, its help in a language; the result holds `run`."""

    def say(sentence: Text) -> str:
        return sentence.said(language)

    top = Parser(
        prog="main.py",
        description=say(
            text("Designs an Alibaba Cloud landing zone. Without a command the window opens: main.py [FILE]")
        ),
        language=language,
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    for name in NAMES:
        run, summary, add = COMMANDS[name]
        one = commands.add_parser(name, help=say(summary), description=say(summary), language=language)
        one.set_defaults(run=run)
        add(one, say)
        if name not in ("export", "render"):
            one.add_argument(
                "--language",
                choices=("zh", "en"),
                help=say(text("the language of messages and plain answers")),
            )
    return top


def _new(one: argparse.ArgumentParser, say: Say) -> None:
    _file(one, say)
    one.add_argument("--edition", required=True, choices=EDITIONS, help=say(text("the edition ordered")))
    one.add_argument("--choose", choices=("network", "security"), help=say(text("what Basic covers")))
    one.add_argument(
        "--pattern",
        default="empty",
        metavar="NAME",
        help=say(text("what the design starts from: {patterns}", patterns=", ".join(patterns()))),
    )


def _import(one: argparse.ArgumentParser, say: Say) -> None:
    one.add_argument(
        "sources",
        type=Path,
        nargs="+",
        metavar="SOURCE",
        help=say(text("folders or files of configuration, or address plans as .xlsx or .csv")),
    )
    one.add_argument(
        "--into",
        required=True,
        type=Path,
        metavar="FILE",
        help=say(text("the design file; made where there is none")),
    )
    one.add_argument(
        "--account", metavar="NAME", help=say(text("the account that owns what the files describe"))
    )
    one.add_argument("--region", metavar="ID", help=say(text("the region of files that name none")))
    one.add_argument(
        "--edition", choices=EDITIONS, help=say(text("the edition of a new design file: standard"))
    )
    one.add_argument(
        "--dry-run", action="store_true", help=say(text("only say what would become of everything"))
    )
    one.add_argument(
        "--without-refused",
        action="store_true",
        help=say(text("bring in the rows of address plans that are not refused")),
    )
    _json(one, say)


def _check(one: argparse.ArgumentParser, say: Say) -> None:
    _file(one, say)
    _json(one, say)


def _plan(one: argparse.ArgumentParser, say: Say) -> None:
    what = one.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", type=Path, metavar="FILE", help=say(text("the design file")))
    what.add_argument(
        "--requests",
        type=Path,
        metavar="REQUESTS",
        help=say(text("answer a plain file of requests instead of a design")),
    )
    one.add_argument(
        "--taken",
        action="append",
        metavar="BLOCK",
        help=say(text("plan around a block that is taken elsewhere, or the ranges of a site by its id")),
    )
    one.add_argument(
        "--make-room",
        action="store_true",
        help=say(text("move what has to move so that open requests find room")),
    )
    one.add_argument(
        "--apply",
        nargs="?",
        const=1,
        type=_number,
        metavar="N",
        help=say(text("write the plan into the file; with --taken the N-th, else the first")),
    )
    _json(one, say)


def _number(typed: str) -> int:
    """The number of a plan or point, counted from 1."""
    if not typed.isascii() or not typed.isdecimal() or not 0 < int(typed) < 100:
        raise CannotRun(
            text(
                "“{typed}” is no number of a plan. Write the file before --apply, and after it a number from 1.",
                typed=typed[:60],
            )
        )
    return int(typed)


def _matrix(one: argparse.ArgumentParser, say: Say) -> None:
    one.add_argument("file", nargs="?", type=Path, metavar="FILE", help=say(text("a design file (.lzd)")))
    one.add_argument("--domains", action="store_true", help=say(text("by security domain; only of a design")))
    _network(one, say)
    _json(one, say)


def _exposure(one: argparse.ArgumentParser, say: Say) -> None:
    _file(one, say)
    _json(one, say)


def _changes(one: argparse.ArgumentParser, say: Say) -> None:
    one.add_argument("old", type=Path, metavar="OLD", help=say(text("the design file before")))
    one.add_argument("new", type=Path, metavar="NEW", help=say(text("the design file after")))
    _json(one, say)


def _ask(one: argparse.ArgumentParser, say: Say) -> None:
    _network(one, say)
    one.add_argument(
        "words",
        nargs="*",
        metavar="[FILE] FROM TO",
        help=say(text("a design file, without --network; who sends and who is sent to, or internet")),
    )
    one.add_argument("--protocol", metavar="P", help=say(text("tcp, udp or icmp")))
    one.add_argument("--port", metavar="N", help=say(text("the port that is sent to; icmp has none")))
    one.add_argument(
        "--questions",
        type=Path,
        metavar="QUESTIONS",
        help=say(text("answer a plain file of questions instead of one typed")),
    )
    _json(one, say)


def _invariants(one: argparse.ArgumentParser, say: Say) -> None:
    _file(one, say)
    one.add_argument(
        "--library",
        action="store_true",
        help=say(text("ask also what of the library fits the design; nothing is written")),
    )
    _json(one, say)


def _network(one: argparse.ArgumentParser, say: Say) -> None:
    one.add_argument(
        "--network",
        type=Path,
        metavar="NETWORK",
        help=say(text("a plain file of a bare network in place of a design")),
    )


def _domains(one: argparse.ArgumentParser, say: Say) -> None:
    one.add_argument("file", nargs="?", type=Path, metavar="FILE", help=say(text("a design file (.lzd)")))
    one.add_argument(
        "--flows",
        type=Path,
        metavar="FLOWS",
        help=say(
            text("a list of flows as CSV, or with a design as .xlsx too; without one apps and flows as JSON")
        ),
    )
    one.add_argument(
        "--apply",
        type=_number,
        metavar="POINT",
        help=say(text("work out a point of a design's curve, counted from 1")),
    )
    one.add_argument(
        "--into", type=Path, metavar="OUT", help=say(text("the new file the point is written to"))
    )
    one.add_argument(
        "--beyond",
        action="store_true",
        help=say(text("with --apply also change ACLs, boundaries and tables that stop a wanted flow")),
    )
    one.add_argument(
        "--apart",
        action="store_true",
        help=say(text("with --apply also give environments tables of their own in transit routers")),
    )
    one.add_argument(
        "--apps",
        type=Path,
        metavar="APPS",
        help=say(text("a list of apps with their attributes as CSV, beside a list of flows as CSV")),
    )
    one.add_argument(
        "--groups",
        action="store_true",
        help=say(text("with --json also the security groups, firewall policies and ACLs of every point")),
    )
    _json(one, say)


def _export(one: argparse.ArgumentParser, say: Say) -> None:
    _file(one, say)
    one.add_argument(
        "--to",
        required=True,
        metavar="LIST",
        help=say(text("targets joined by commas: {targets}", targets=",".join(exporters()))),
    )
    one.add_argument(
        "--language",
        choices=("zh", "en", "both"),
        help=say(text("the language of the files; without it the one the engagement names")),
    )
    one.add_argument(
        "--out", required=True, type=Path, metavar="DIR", help=say(text("the folder to write to"))
    )


def _render(one: argparse.ArgumentParser, say: Say) -> None:
    _file(one, say)
    one.add_argument("--sheet", required=True, metavar="NAME", help=say(text("the name or id of a sheet")))
    one.add_argument("--png", required=True, type=Path, metavar="OUT", help=say(text("the picture to write")))
    one.add_argument("--size", default="1920x1080", metavar="WxH", help=say(text("its size in pixels")))
    one.add_argument("--language", choices=("zh", "en"), help=say(text("the language of the picture")))


def _schema(_: argparse.ArgumentParser, __: Say) -> None:
    """The schema takes no arguments."""


def _rules(one: argparse.ArgumentParser, say: Say) -> None:
    _json(one, say)


def _forget(one: argparse.ArgumentParser, say: Say) -> None:
    one.add_argument("--yes", action="store_true", help=say(text("remove it, and do not only list it")))


def _file(one: argparse.ArgumentParser, say: Say) -> None:
    one.add_argument("file", type=Path, metavar="FILE", help=say(text("a design file (.lzd)")))


def _json(one: argparse.ArgumentParser, say: Say) -> None:
    one.add_argument("--json", action="store_true", help=say(text("answer as JSON on stdout")))


Run = Callable[[Any, Talk], int]
COMMANDS: Final[dict[str, tuple[Run, Text, Adding]]] = {
    "new": (new, text("make a design file"), _new),
    "import": (bring, text("bring configuration files or address plans into a design"), _import),
    "check": (check, text("list what the rules find; exit code 1 where there are errors"), _check),
    "plan": (plan, text("answer the open address requests"), _plan),
    "matrix": (matrix, text("list who reaches whom in a design, or on a bare network"), _matrix),
    "ask": (
        ask,
        text("say what becomes of a connection in a design, or of a packet on a bare network, and why"),
        _ask,
    ),
    "exposure": (
        exposure,
        text("list what the internet reaches and what reaches the internet, the worst first"),
        _exposure,
    ),
    "changes": (changes, text("list the pairs that one version of a design opens or closes"), _changes),
    "invariants": (
        invariants,
        text("prove or refute what must hold of a design; exit code 1 where something is refuted"),
        _invariants,
    ),
    "domains": (domains, text("group flows into security domains"), _domains),
    "export": (export, text("write the design as files for others"), _export),
    "render": (render, text("paint one sheet as a PNG"), _render),
    "schema": (schema, text("print the JSON Schema of design files"), _schema),
    "forget": (forget, text("list and remove what the program keeps beside the designs"), _forget),
    "rules": (rules, text("list the rules with what they ask and where it is from"), _rules),
}
