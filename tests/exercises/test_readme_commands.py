"""Every command that the README gives does what it says; those that build or install are named."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from course import Course
from exercises import load_bank
from exercises.__main__ import main
from publishing.__main__ import main as publishing
from tests.exercises.marking.classes import final, head, right
from tests.exercises.marking.classes import written as written_table
from tests.results.classes import class_folder

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TEXT = "劝学\n\n君子曰：学不可以已。青，取之于蓝，而青于蓝。\n故木受绳则直，金就砺则利。\n"
#: Code in fences and between backticks, without the remarks of a shell.
WRITTEN = [
    line.partition("  #")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```|`([^`\n]+)`", GUIDE, re.DOTALL)
    for line in "".join(block).splitlines()
]
MAINS = {"exercises": main, "publishing": publishing}
COMMANDS = sorted({line for line in WRITTEN if any(f" -m {name}" in line for name in MAINS)})
TARGETS = sorted({line.split()[1] for line in WRITTEN if line.startswith("make ")})


pytestmark = pytest.mark.usefixtures("in_the_course")


@pytest.fixture
def in_the_course(monkeypatch):
    monkeypatch.chdir(ROOT)


def test_there_are_commands_to_try():
    assert len(COMMANDS) >= 6
    assert {"book", "test", "check-items", "papers", "preview"} <= set(TARGETS)


def marking(arguments, folder):
    """Put the paper as it is now, a class, and a folder in place of the README's."""
    paper, asked = final()
    arguments = [paper.code if word.startswith("final-7-") else word for word in arguments]
    arguments[arguments.index("--out") + 1] = str(folder / "out")
    if "--template" not in arguments:
        place = arguments.index("作答.xlsx")
        arguments[place] = str(written_table(folder, head(asked), ["甲", "", *right(asked)]))
    return arguments


@pytest.mark.parametrize("written", COMMANDS)
def test_a_command_of_the_readme_ends_well(written, tmp_path, capsys):
    command, _, _ = written.partition(" > ")
    words = shlex.split(command)
    assert words[0] in {".venv/bin/python", "python"}
    assert words[1] == "-m"
    arguments = words[3:]
    if arguments[0] == "papers":
        arguments += ["--folder", str(tmp_path)]
    if arguments[0] == "export":
        arguments += ["--out", str(tmp_path)]
    if arguments[0] == "results":
        records = class_folder(tmp_path / "records", 6)
        arguments = ["results", str(records), "--out", str(tmp_path)]
    if arguments[0] == "mark":
        arguments = marking(arguments, tmp_path)
    if arguments[0] == "new" and "--text" in arguments:
        place = arguments.index("--text") + 1
        (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
        arguments[1], arguments[place] = str(tmp_path / "made"), str(tmp_path / "text.txt")
    try:
        status = MAINS[words[2]](arguments)
    except SystemExit as ended:
        status = ended.code
    assert status == 0, capsys.readouterr().err
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("target", TARGETS)
def test_make_knows_every_target_of_the_readme(target):
    assert re.search(rf"^{re.escape(target)}:", MAKEFILE, re.MULTILINE)


def test_make_takes_the_variables_that_the_readme_sets():
    for name in re.findall(r"`make [a-z-]+ ([A-Z]+)=", GUIDE):
        assert f"$({name})" in MAKEFILE


def test_the_python_of_the_readme_runs():
    (code,) = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_papers_of_another_range_do_not_take_the_place_of_the_first(tmp_path, capsys):
    ordered = ["papers", "--seed", "7", "--items", "3", "--folder", str(tmp_path)]
    for chapters in ("c03", "c04"):
        assert main([*ordered, "--chapters", chapters]) == 0, capsys.readouterr().err
    assert len(list(tmp_path.iterdir())) == 16  # four as PDF, four for Word, of each


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="without PDF tools")
def test_the_key_tells_the_command_as_the_readme_does(tmp_path, capsys):
    given = ["papers", "--seed", "7", "--chapters", "c03", "--items", "3"]
    assert main([*given, "--folder", str(tmp_path)]) == 0, capsys.readouterr().err
    (key,) = tmp_path.glob("*-key.pdf")
    text = subprocess.run(
        ["pdftotext", "-layout", key, "-"], capture_output=True, text=True, check=True
    ).stdout
    assert f".venv/bin/python -m exercises {shlex.join(given)}" in " ".join(text.split())


@pytest.mark.parametrize(
    "command", [[], ["check"], ["report"], ["papers"], ["mark"], ["export"], ["results"]]
)
def test_help_is_in_chinese(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "用法：" in said
    own = re.sub(r"JSON|GIFT|SCORM", "", said)
    assert not re.search(r"usage|options|arguments|show this|[A-Z]{4,}", own)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["chekc"], "命令 不能是“chekc”；可写：list, check"),
        (["check", "--rul"], "--rule 后面要写一个值"),
        (["check", "--bank", "x"], "没有选项 --bank x"),
        ([], "缺少 命令"),
    ],
)
def test_a_command_written_wrong_is_told_in_chinese(command, words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(command)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1


def test_the_report_gives_each_objective_with_its_text(capsys):
    assert main(["report"]) == 0
    said = capsys.readouterr().out
    for chapter in load_bank(Course(ROOT)).chapters:
        for objective in chapter.objectives:
            assert re.search(rf"^{objective.id} .*{re.escape(objective.text)}$", said, re.MULTILINE)
