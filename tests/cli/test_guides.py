"""Every command of the consultant's guides does what it says, in the order in which a reader types them."""

import json
import re
import shlex
import sqlite3
from pathlib import Path

import pytest

from cxworkshop.cli import main
from cxworkshop.paths import SESSIONS

GUIDES = Path(__file__).parents[2] / "docs" / "guides"
TABLES = {"en": ("touchpoints.csv", "processes.csv"), "ru": ("точки.csv", "процессы.csv")}
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(language, kind):
    text = (GUIDES / f"consultant.{language}.md").read_text("utf-8")
    return [found[2] for found in BLOCK.finditer(text) if found[1] == kind]


def commands(language):
    """The words of each command; what a shell does with its output is left out, and so is the long demo."""
    for line in "".join(blocks(language, "sh")).splitlines():
        if line.startswith("cxworkshop "):
            words = shlex.split(line, comments=True)[1:]
            end = next((number for number, word in enumerate(words) if word in (">", "|")), len(words))
            if words[0] != "demo":
                yield words[:end]


@pytest.fixture(params=["en", "ru"])
def guide(request, tmp_path, monkeypatch):
    """A folder with what the reader of the guide has at hand; gives its language."""
    language = request.param
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "C.UTF-8")
    touchpoints, processes = TABLES[language]
    (table,) = blocks(language, "")[:1]
    Path(processes).write_text(table, "utf-8")
    Path(touchpoints).write_text("Этап;Точка контакта\nЗаказ;Касса\n", "utf-8")
    assert main(["import", "coffee.cxw", str(SESSIONS / f"coffee.{language}.json")]) == 0
    return language


def test_every_command_of_the_guide_works(guide, capsys):
    typed = list(commands(guide))
    assert {words[0] for words in typed} == {
        *("new", "import", "trace", "check", "analyse", "export", "next-cycle", "compare")
    }
    for words in typed:
        status = main(words)
        assert status == (1 if words[0] == "check" else 0), (words, capsys.readouterr().err)


def test_the_json_and_the_queries_of_the_guide_work(guide):
    (document,) = (json.loads(block) for block in blocks(guide, "json"))
    Path("more.json").write_text(json.dumps(document), "utf-8")
    assert main(["import", "coffee.cxw", "more.json"]) == 0
    (queries,) = blocks(guide, "sql")
    with sqlite3.connect("file:coffee.cxw?mode=ro", uri=True) as file:
        for query in filter(str.strip, queries.split(";\n")):
            assert file.execute(query).fetchall(), query
