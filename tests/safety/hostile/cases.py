"""One hostile case: a file is bent by a seed, given to the program, and what comes of it is looked at.

`python -m tests.safety.hostile.cases FOLDER` takes lines "KIND SEED" on stdin and answers each with one line of JSON.
"""

from __future__ import annotations

import json
import shutil
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any, Final

from tests.rules.random_designs import random_design
from tests.safety.hostile.mutations import json_dump, mutated
from tests.safety.hostile.tables_bent import bent_table
from tests.safety.hostile.yaml_writing import yaml_dump, yaml_load
from workbench.cli.failures import sentence
from workbench.drawing.build import drawings
from workbench.importers.accelerator import plan_import
from workbench.importers.addresses import plan_addresses
from workbench.importers.table.plan import plan_rows
from workbench.importers.table.rows import with_pasted
from workbench.importers.table.sheet import table_in
from workbench.model.design import Design
from workbench.model.element import KINDS
from workbench.patterns import begun
from workbench.preferences import preferences
from workbench.reading import Refused as NotRead
from workbench.rules.engine import fresh_findings
from workbench.storage import places
from workbench.storage.claim import Claim, beside, claimed
from workbench.storage.clip import Clip, elements_of
from workbench.storage.files import NotSaved, open_design, save_design
from workbench.storage.format import BrokenFile, design_bytes
from workbench.storage.journal import left_behind
from workbench.storage.journal_lines import Head, base_line, head_line
from workbench.storage.opening import opened
from workbench.storage.recent import recent
from workbench.storage.sealing import Sealed
from workbench.texts import LANGUAGES, Text

ROOT: Final = Path(__file__).parents[3]
SAMPLES: Final = sorted((ROOT / "resources" / "samples").glob("*.lzd"))
ESTATE: Final = ROOT / "tests" / "importers" / "fixtures" / "estate"
Seen = dict[str, tuple[bytes, int]]


class Wrong(AssertionError):
    """The program did what it must not."""


def seen(folder: Path) -> Seen:
    """Every file below a folder with content and time of change."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def look_at_sentence(said: Text, names: str = "") -> None:
    """Wrong unless it is a sentence for a person, in both languages."""
    english, chinese = (said.said(language) for language in LANGUAGES)
    for words in (english, chinese):
        if not words or "Traceback" in words or '.py"' in words or "object at 0x" in words:
            raise Wrong(f"no sentence for a person: {words[:300]}")
        if names not in words:
            raise Wrong(f"does not name {names}: {words[:300]}")
    if english == chinese or not any("\u4e00" <= letter <= "\u9fff" for letter in chinese):
        raise Wrong(f"no Chinese: {chinese[:300]}")


def survive(design: Design, folder: Path) -> None:
    """Whatever a file decoded to is checked, drawn in both languages and saved elsewhere; nothing may raise."""
    for finding in fresh_findings(design):
        for language in LANGUAGES:
            finding.message.said(language)
    for language in LANGUAGES:
        drawings(design, language)
    copy = folder.parent / "copy.lzd"
    copy.unlink(missing_ok=True)
    try:
        save_design(design, copy)
    except NotSaved as wrong:
        look_at_sentence(wrong.text, copy.name)
        if "half a character" not in wrong.text.said("en"):
            raise Wrong(f"a design that was read is not saved: {wrong.text.said('en')}") from wrong
    else:
        if open_design(copy).design != design:
            raise Wrong("the copy is another design")


def base_design(dice: Random) -> Design:
    """A design to bend: a sample, or elements of every kind put together at random."""
    if dice.random() < 0.4:
        return open_design(dice.choice(SAMPLES)).design
    return random_design(Random(dice.randrange(40)), 90)


def design_bytes_bent(dice: Random) -> bytes:
    """The content of a design file after it was bent."""
    return mutated(design_bytes(base_design(dice)), dice, json_dump, json.loads)


def design_file(folder: Path, dice: Random) -> str:
    """A design file, opened as the window opens it."""
    path = folder / "zone.lzd"
    path.write_bytes(design_bytes_bent(dice))
    before = seen(folder)
    try:
        found = opened(path)
    except BrokenFile as wrong:
        look_at_sentence(wrong.text, path.name)
        result = "refused"
    except Sealed as wrong:
        look_at_sentence(wrong.text)
        result = "sealed"
    else:
        if found.claim:
            found.claim.end()
        survive(found.design, folder)
        result = "newer" if found.read_only else "design"
    _unchanged(folder, before)
    return result


def configuration(folder: Path, dice: Random, suffixes: Sequence[str]) -> str:
    """A folder of configuration of which one file is bent, imported into an empty design or one that has it."""
    shutil.copytree(ESTATE, folder, dirs_exist_ok=True)
    path = dice.choice(sorted(path for path in folder.rglob("*") if path.suffix in suffixes))
    if path.suffix == ".json":
        path.write_bytes(mutated(path.read_bytes(), dice, json_dump, json.loads))
    else:
        path.write_bytes(mutated(path.read_bytes(), dice, yaml_dump, yaml_load))
    before, design = seen(folder), begun("empty", "standard")
    if dice.random() < 0.3:
        whole = plan_import([ESTATE], design).edit
        assert whole
        design = whole(design)
    plan = plan_import([folder], design)
    for item in plan.items:
        item.becomes.said("en")
    for item in plan.refusals:
        look_at_sentence(item.becomes)
    if plan.edit:
        survive(plan.edit(design), folder)
    elif not plan.refusals:
        raise Wrong("neither an edit nor a refusal")
    _unchanged(folder, before)
    return "refused" if plan.refusals else "design"


ASKED: Final = {
    "family": 4,
    "pools": ["10.0.0.0/16", "10.2.0.0/15"],
    "reserved": ["10.0.0.0/24"],
    "requests": [
        {"id": "a", "prefixlen": 20},
        {"id": "b", "parent": "a", "hosts": 50, "growth_pct": 20},
        {"id": "c", "min_len": 22, "max_len": 26, "pinned": "10.0.16.0/24"},
        {"id": "d", "hosts": 10, "growth_bits": 1, "pool": ["10.2.0.0/15"]},
    ],
    "options": {"reserved_per_leaf": 4},
    "previous": {"b": "10.0.32.0/26"},
}


def tables(folder: Path, dice: Random) -> str:
    """An address plan of which the bytes, a part of the package or the cells are bent."""
    name, raw = bent_table(dice)
    path = folder / name
    path.write_bytes(raw)
    before, design = seen(folder), open_design(dice.choice(SAMPLES)).design
    plan = plan_addresses([path], design)
    for item in plan.items:
        item.becomes.said("zh")
    for item in plan.refusals:
        look_at_sentence(item.becomes)
    if plan.picked:
        survive(plan.picked(plan.proposals)(design), folder)
    _unchanged(folder, before)
    return "refused" if plan.refusals else "design"


def requests(folder: Path, dice: Random) -> str:
    """A plain file of address requests, answered as the command line does."""
    from io import StringIO

    from workbench.cli.failures import CannotRun
    from workbench.cli.requests import answer_requests
    from workbench.cli.talk import Talk

    path = folder / "requests.json"
    path.write_bytes(mutated(json.dumps(ASKED, indent=1).encode(), dice, json_dump, json.loads))
    before, outs = seen(folder), (sys.stdout, sys.stderr)
    sys.stdout, sys.stderr = StringIO(), StringIO()
    try:
        answer_requests(path, Talk("zh"))
        result = "answered"
    except CannotRun as wrong:
        look_at_sentence(wrong.text, path.name)
        result = "refused"
    finally:
        sys.stdout, sys.stderr = outs
    _unchanged(folder, before)
    return result


def pasted(folder: Path, dice: Random) -> str:
    """Cells from a spreadsheet, as elements of a kind and as rows of a table."""
    kind = KINDS[dice.choice(sorted(KINDS))]
    heads = [field.name for field in kind.fields] + ["名称", "in", "name"]
    dice.shuffle(heads)
    cells = [
        "10.0.0.0/16",
        "a",
        "是",
        "Prod",
        "22/22",
        "",
        "x" * 500,
        '"',
        "\ud83d",
        "=1",
        "a,b;c",
        "1e999",
        "\x00",
        "9" * 5000,
        "10.0.0.0/" + "9" * 5000,
    ]
    lines = ["\t".join(heads[: dice.randint(1, 6)])]
    lines += ["\t".join(dice.choices(cells, k=dice.randint(0, 9))) for _ in range(dice.randint(0, 12))]
    plain = _bent(dice, "\n".join(lines))
    design = open_design(dice.choice(SAMPLES)).design
    table = table_in(plain)
    if table:
        plan = plan_rows(design, table, kind)
        for item in plan.items:
            if item.state == "refused":
                look_at_sentence(item.becomes)
            item.becomes.said("zh")
        survive(plan.edit(design), folder)
    tables = [field for field in kind.fields if field.row]
    if tables and plain.strip():
        try:
            with_pasted((), dice.choice(tables), plain, (0, 0), design)
        except NotRead as wrong:
            look_at_sentence(wrong.text)
    return "table" if table else "none"


def _bent(dice: Random, plain: str) -> str:
    raw = mutated(
        plain.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode(),
        Random(dice.random()),
        lambda value, _: str(value),
        lambda raw: raw.decode(),
    )
    return raw.decode("utf-8", dice.choice(("replace", "ignore")))


def own_files(folder: Path, dice: Random) -> str:
    """The program's own small files, and what another program put on the clipboard."""
    design = random_design(Random(dice.randrange(40)), 30)
    plain = {
        "note": json.dumps({"user": "li", "host": "desk", "since": "x", "token": "1"}).encode(),
        "recent": json.dumps(["/a.lzd", "/b.lzd"]).encode(),
        "preferences": json.dumps({"language": "zh", "scale": 125, "figures": [{"fact": "x"}]}).encode(),
        "clip": design_bytes(design),
        "journal": head_line(Head("x")) + base_line(design),
    }
    what = dice.choice(sorted(plain))
    raw = mutated(plain[what], dice, json_dump, json.loads if what != "journal" else lambda raw: raw.decode())
    return _given(what, raw, folder)


def _given(what: str, raw: bytes, folder: Path) -> str:
    if what == "note":
        beside(folder / "zone.lzd").write_bytes(raw)
        held = claimed(folder / "zone.lzd")
        if isinstance(held, Claim):
            held.end()
    elif what == "clip":
        try:
            elements_of(Clip(raw, ""))
        except BrokenFile as wrong:
            look_at_sentence(wrong.text)
    elif what == "journal":
        (folder / "bent.lzd-journal").write_bytes(raw)
        for left in left_behind(folder):
            if left.wrong:
                look_at_sentence(left.wrong)
    else:
        place = places.recent() if what == "recent" else places.preferences()
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(raw)
        recent() if what == "recent" else _fresh_preferences()
    return what


def _fresh_preferences() -> None:
    from workbench import preferences as kept

    kept._HELD.clear()
    preferences()


def _unchanged(folder: Path, before: Seen) -> None:
    after = seen(folder)
    if after != before:
        names = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
        raise Wrong(f"changed on disk: {names}")


KINDS_OF_CASES: Final[dict[str, Callable[[Path, Random], str]]] = {
    "lzd": design_file,
    "json": lambda folder, dice: configuration(folder, dice, (".json",)),
    "yaml": lambda folder, dice: configuration(folder, dice, (".yaml", ".yml")),
    "requests": requests,
    "pasted": pasted,
    "own": own_files,
    "tables": tables,
}


def tried(kind: str, seed: int, top: Path) -> dict[str, Any]:
    """What came of a case; "wrong" holds what must not have happened."""
    folder = top / "case"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        return {"result": KINDS_OF_CASES[kind](folder, Random(f"{kind} {seed}"))}
    except Exception as fault:
        said = sentence(fault).said("en") if not isinstance(fault, Wrong) else ""
        return {
            "wrong": f"{fault!r:.300}\n{said[-200:]}\n{''.join(traceback.format_exception(fault))[-1800:]}"
        }


def main(top: Path) -> None:
    """Answers line by line."""
    print("{}", flush=True)
    for line in sys.stdin:
        kind, seed = line.split()
        print(json.dumps(tried(kind, int(seed), top)), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
