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
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 450
NAMES_OF_NO_IDEA = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}
CYRILLIC = re.compile("[\u0400-\u04ff]")


def readable(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


@cache
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("cxworkshop", include_external_packages=True, cache_dir=None)


@cache
def contracts() -> UserOptions:
    """The contracts of pyproject.toml, less the names that nobody imports or that are not written yet."""
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
    path = PACKAGE / "cli.py"
    if not path.exists():
        pytest.skip("no command line yet")
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and "open" in node.name]
    inside = {id(node) for function in functions for node in ast.walk(function)}
    elsewhere = [ast.unparse(node) for node in ast.walk(tree) if imports_the_window(node) and id(node) not in inside]
    assert not elsewhere, f"cli.py imports the window outside of open: {elsewhere}"


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
    if not (PACKAGE / "cli.py").exists():
        pytest.skip("no command line yet")
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


@pytest.mark.parametrize("path", MODULES, ids=readable)
def test_a_module_opens_by_saying_what_it_is_for(path):
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)) or (path.name == "__init__.py" and not text.strip())


@pytest.mark.parametrize("path", MODULES, ids=readable)
def test_a_module_is_short_enough_to_be_one_idea(path):
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= LONGEST_FILE, f"{lines} lines: which idea could move out?"


@pytest.mark.parametrize("path", MODULES, ids=readable)
def test_a_module_is_named_for_its_idea(path):
    name = path.parent.name if path.stem == "__init__" else path.stem
    assert not NAMES_OF_NO_IDEA & set(name.split("_"))


@pytest.mark.parametrize("path", [*MODULES, CHECKOUT / "dev.py", CHECKOUT / "hatch_build.py"], ids=readable)
def test_russian_lives_in_the_catalogues(path):
    constants = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant))
    russian = [node.lineno for node in constants if isinstance(node.value, str) and CYRILLIC.search(node.value)]
    assert not russian, f"Cyrillic text in lines {russian}: put it into resources/locale"
