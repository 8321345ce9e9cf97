"""Missing Chinese is found, and what goes round the catalogue."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tools.checks.texts import compared, round_the_catalogue, translations, written


@pytest.fixture
def project(tmp_path):
    """A function that writes files of a project and answers with its root."""

    def make(**files: str):
        for name, content in files.items():
            path = tmp_path / name.replace("__", "/")
            path = path.with_name(path.name + (".json" if "resources" in name else ".py"))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return tmp_path

    return make


def faults(root) -> list[str]:
    english, unreadable = written(root)
    chinese, doubles = translations(root)
    return [finding.fault for finding in (*unreadable, *doubles, *compared(english, chinese))]


def test_a_sentence_with_its_chinese_is_complete(project):
    root = project(
        widgets__palette='text("Draw {kind}", kind=kind)',
        resources__texts__zh__palette=json.dumps({"Draw {kind}": "绘制{kind}"}),
    )

    assert faults(root) == []


def test_a_sentence_without_chinese_is_named_with_its_place(project):
    root = project(workbench__edits__naming='\n\ntext("Rename")')

    (finding,) = compared(written(root)[0], {})

    assert (finding.path, finding.line) == ("workbench/edits/naming.py", 3)
    assert "'Rename'" in finding.fault


def test_both_ends_of_a_choice_are_sentences(project):
    root = project(main='texts.text("Undo" if back else "Redo")')

    assert set(written(root)[0]) == {"Undo", "Redo"}


def test_a_key_stands_for_its_sentence(project):
    root = project(main='text("Save", key="save as a verb")')

    assert written(root)[0]["save as a verb"][0] == "Save"


@pytest.mark.parametrize(
    ("code", "chinese", "fault"),
    [
        (
            'text("Draw {kind}")',
            {"Draw {kind}": "绘制{type}"},
            "names the values ['kind'], its Chinese ['type']",
        ),
        ('text("Undo")', {"Undo": "撤销", "Redo": "重做"}, "nothing says 'Redo'"),
        ('text("Undo")', {"Undo": ""}, "no Chinese for 'Undo'"),
        ("text(title)", {}, "needs its English as a literal"),
    ],
)
def test_a_mismatch_is_found(project, code, chinese, fault):
    root = project(widgets__shell=code, resources__texts__zh__shell=json.dumps(chinese))

    (said,) = faults(root)

    assert fault in said


def test_a_text_that_stands_in_two_files_is_found(project):
    same = json.dumps({"Undo": "撤销"})
    root = project(main='text("Undo")', resources__texts__zh__a=same, resources__texts__zh__b=same)

    (said,) = faults(root)

    assert "'Undo' stands in another place too" in said


@pytest.mark.parametrize(
    "code",
    [
        'label.setText("Ready")',
        'QLabel("Ready")',
        'menu.addAction(icon, "Ready")',
        'box.addItems(["1", "Ready"])',
        'bar.showMessage(f"Ready {n}")',
    ],
)
def test_a_literal_that_goes_round_the_catalogue_is_found(project, code):
    root = project(widgets__bar=code)

    (finding,) = round_the_catalogue(root)

    assert "say it through text()" in finding.fault


@pytest.mark.parametrize(
    "code", ['label.setText("—")', "label.setText(name)", 'QLabel(say(text("Ready")))', 'log("Ready")']
)
def test_signs_names_and_sentences_of_the_catalogue_pass(project, code):
    root = project(widgets__bar=code)

    assert list(round_the_catalogue(root)) == []


def test_the_words_of_kinds_rules_and_commands_are_heard_when_they_are_defined():
    code = "from tools.checks.texts import declared; print(*declared()[0], sep='\\n')"
    root = Path(__file__).parents[3]

    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)

    assert {"kind.vpc", "rule.NET-001", "menu.file"} <= set(done.stdout.splitlines())
