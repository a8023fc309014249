"""From a JSON document through the file and the command line: the traced map equals an independent computation."""

from __future__ import annotations

import json

import pytest

from cxworkshop.cli import main
from tests.analysis.test_backward_map_against_networkx import Naively
from tests.cli.test_command_line import as_sets
from tests.random_workshops import random_workshop

SIZES = [50, 300, 1200, pytest.param(5000, marks=pytest.mark.slow)]


@pytest.fixture(params=SIZES, ids=lambda processes: f"{processes}-processes")
def workshop(request, tmp_path):
    document = random_workshop(
        seed=request.param, processes=request.param, needs=min(request.param // 5, 150), loops=20
    )
    source, file = tmp_path / "source.json", tmp_path / "w.cxw"
    source.write_text(json.dumps(document), "utf-8")
    assert main(["import", str(file), str(source)]) == 0
    return document, file, tmp_path


def test_trace_equals_an_independent_computation(workshop, capsys):
    document, file, _ = workshop
    capsys.readouterr()
    assert main(["trace", str(file), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    naive = Naively(document)
    assert {need["id"]: {own["id"]: own["distance"] for own in need["processes"]} for need in found["needs"]} == (
        naive.distance
    )
    assert {frozenset(loop) for loop in found["loops"]} == naive.loops()
    for need in found["needs"]:
        order = [(own["distance"], own["title"]) for own in need["processes"]]
        assert order == sorted(order)
        assert need["opportunity"] == pytest.approx(naive.opportunity(need["id"]))


def test_export_gives_back_what_was_imported(workshop):
    document, file, folder = workshop
    out = folder / "out.json"
    assert main(["export", str(file), str(out)]) == 0
    assert as_sets(json.loads(out.read_text("utf-8"))) == as_sets(document)
