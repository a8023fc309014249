"""The benchmark of the backward map is a program people run: it works, and every library finds the same distances."""

import subprocess
import sys

import pytest


@pytest.mark.slow
def test_the_quick_benchmark_prints_its_tables_and_finds_the_same_distances_everywhere(checkout):
    pytest.importorskip("rustworkx")
    script = checkout / "tests" / "benchmarks" / "bench_backward_map.py"
    done = subprocess.run([sys.executable, script, "--quick"], capture_output=True, encoding="utf-8", timeout=100)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("the same from every way") == 2
    assert done.stdout.count("| networkx `single_source_shortest_path_length` a need |") == 2


@pytest.mark.slow
def test_the_quick_benchmark_of_the_live_map_finds_it_right_after_every_kind_of_edit(checkout):
    pytest.importorskip("rustworkx")
    script = checkout / "tests" / "benchmarks" / "bench_live_map.py"
    done = subprocess.run([sys.executable, script, "--quick"], capture_output=True, encoding="utf-8", timeout=100)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("the same as afresh, and as networkx") == 2
