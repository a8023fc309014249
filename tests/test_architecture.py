"""The shape of the code: who may import whom, one idea a file, Russian only where texts live."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import grimp
import pytest
from importlinter import configuration
from importlinter.application import use_cases
from importlinter.application.rendering import render_report
from importlinter.application.user_options import UserOptions

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGE = CHECKOUT / "cxworkshop"
SOURCES = {path.relative_to(CHECKOUT).as_posix(): path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
LONGEST_FILE = 450
NAMES_OF_NO_IDEA = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}
CYRILLIC = re.compile("[\u0400-\u04ff]")


@cache
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("cxworkshop", include_external_packages=True, cache_dir=None)


@cache
def contracts() -> UserOptions:
    """The contracts of pyproject.toml, less the names that nobody imports (yet)."""
    configuration.configure()
    options = use_cases.read_user_options(str(CHECKOUT / "pyproject.toml"))
    use_cases._register_contract_types(options)
    for contract in options.contracts_options:
        for key in contract.keys() & {"allowed_importers", "protected_modules"}:
            contract[key] = [name for name in contract[key] if "*" in name or name in imports().modules]
    return options


@pytest.mark.parametrize("contract", [options["id"] for options in contracts().contracts_options])
def test_the_import_contract_is_kept(contract, capsys):
    report = use_cases.create_report(contracts(), limit_to_contracts=(contract,), cache_dir=None)
    render_report(report)
    assert not report.contains_failures, capsys.readouterr().out


def test_the_model_needs_nothing_but_the_standard_library():
    model = {"cxworkshop.model"} | imports().find_descendants("cxworkshop.model")
    imported = {name for module in model for name in imports().find_modules_directly_imported_by(module)}
    strange = imported - model - {"cxworkshop", "cxworkshop.words", "cxworkshop.errors"} - sys.stdlib_module_names
    assert not strange


@pytest.mark.parametrize("leaf", ["cxworkshop.words", "cxworkshop.errors"])
def test_a_leaf_imports_nothing_of_ours(leaf):
    ours = {name for name in imports().find_modules_directly_imported_by(leaf) if name.startswith("cxworkshop")}
    assert not ours


def test_the_command_line_reaches_for_the_window_only_where_it_opens_it():
    elsewhere = []
    for path in (PACKAGE / "cli").glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and "open" in node.name]
        inside = {id(node) for function in functions for node in ast.walk(function)}
        elsewhere += [
            f"{path.name}: {ast.unparse(node)}"
            for node in ast.walk(tree)
            if imports_the_window(node) and id(node) not in inside
        ]
    assert not elsewhere


def imports_the_window(node: ast.AST) -> bool:
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
    else:
        return False
    return any(re.match(r"cxworkshop\.(ui|app)\b|PySide6\b", name) for name in names)


@pytest.mark.parametrize("arguments", [["--help"], ["trace", "no-such-file.cxw"], ["check", "no-such-file.cxw"]])
def test_a_verb_without_a_window_never_imports_qt(arguments, tmp_path):
    code = (
        "import sys\n"
        f"sys.path.insert(0, {str(CHECKOUT)!r})\n"
        "from cxworkshop.cli import main\n"
        f"sys.argv = ['cxworkshop', *{arguments!r}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "sys.exit('PySide6' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_every_module_opens_by_saying_what_it_is_for():
    silent = [name for name, text in SOURCES.items() if text.strip() and not ast.get_docstring(ast.parse(text))]
    assert not silent


def test_every_module_is_short_enough_to_be_one_idea():
    long = {name: lines for name, text in SOURCES.items() if (lines := text.count("\n")) > LONGEST_FILE}
    assert not long, "which idea could move out?"


def test_every_module_is_named_for_its_idea():
    assert not [name for name in SOURCES if NAMES_OF_NO_IDEA & set(re.split(r"[/_.]", name))]


def test_russian_lives_in_the_catalogues():
    """Docstrings may quote it; an escape (a letter named by its number) is not a text."""
    found = [
        f"{name}:{node.lineno}"
        for name, text in SOURCES.items()
        if CYRILLIC.search(text)
        for node in strings_that_are_not_docstrings(ast.parse(text))
        if CYRILLIC.search(ast.get_source_segment(text, node) or "")
    ]
    assert not found, "put it into resources/locale"


def strings_that_are_not_docstrings(tree: ast.Module) -> list[ast.Constant]:
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [node for node in constants if id(node) not in docstrings]
