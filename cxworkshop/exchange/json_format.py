"""Interchange JSON, in and out, lossless (DESIGN section 3). Knows bytes and boards; decides nothing about cards."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from cxworkshop.exchange.adding import LISTS, plan_addition
from cxworkshop.exchange.contract import given_back
from cxworkshop.exchange.importing import ImportPlan, source_problem
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.model.board import Board
from cxworkshop.model.records import CARD, LINK, OUTSIDE, WORKSHOP
from cxworkshop.words import N_

FORMAT, VERSION = "cxworkshop", 1
LARGEST = 200_000_000  # bytes
LONGEST_NUMBER = 300  # digits of a whole number; beyond that it fits no float and no column


def to_document(board: Board) -> dict[str, Any]:
    """The whole board as interchange JSON: what is absent stays absent, unknown fields are given back."""
    outside = board.get(WORKSHOP, OUTSIDE)
    workshop = given_back(WORKSHOP, board.workshop)
    document: dict[str, Any] = {"format": FORMAT, "version": VERSION, "workshop": workshop}
    document["cards"] = [_card(row.key, row.fields) for row in board.records(CARD)]
    document["links"] = [given_back(LINK, row.fields) for row in board.records(LINK)]
    for table, name in LISTS.items():
        rows = sorted(board.records(table), key=lambda row: row.key)
        document[name] = [given_back(table, row.fields) for row in rows]
    return {**document, **(outside.fields if outside else {})}


def _card(card_id: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    first = {"id": card_id, "kind": fields["kind"]}
    return {**first, **({"title": fields["title"]} if "title" in fields else {}), **given_back(CARD, fields)}


def write(board: Board, target: Path | BinaryIO) -> None:
    """Write the board as UTF-8 JSON, one card, link and record a line, to a path or a binary stream."""
    data = "".join(_lines(to_document(board))).encode("utf-8")
    if isinstance(target, Path):
        target.write_bytes(data)
    else:
        target.write(data)


def _lines(document: Mapping[str, Any]) -> Iterator[str]:
    yield "{\n"
    for number, (name, value) in enumerate(document.items()):
        comma = ",\n" if number else ""
        if isinstance(value, list) and value and all(isinstance(row, dict) for row in value):
            rows = ",\n".join(f"  {_text(row)}" for row in value)
            yield f"{comma} {_text(name)}: [\n{rows}\n ]"
        else:
            yield f"{comma} {_text(name)}: {_text(value)}"
    yield "\n}\n"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def read_document(data: bytes, source: str = "JSON") -> dict[str, Any]:
    """The interchange document in `data` (UTF-8 or UTF-16, with or without BOM).

    SourceProblem, naming `source`, for anything else: too large, not JSON, NaN, a name twice in one object, another
    format, a newer version.
    """
    if len(data) > LARGEST:
        raise source_problem(N_("The file is larger than {most} MB."), source, most=LARGEST // 1_000_000)
    document = _parse(_decode(data, source), source)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        todo = N_('A workshop in JSON begins with {{"format": "cxworkshop", …}}; export one to see how it is written.')
        raise source_problem(N_("This JSON is not a workshop."), source, todo)
    _check_version(document.get("version"), source)
    return document


def _check_version(version: Any, source: str) -> None:
    if isinstance(version, bool) or not isinstance(version, int | float) or version < 1:
        raise source_problem(N_("The workshop's JSON does not say which version of the format it is."), source)
    if version > VERSION:
        todo = N_("Install a newer cxworkshop and import it again.")
        what = N_("This JSON was written by a newer cxworkshop (version {version} of the format).")
        raise source_problem(what, source, todo, version=str(version)[:20])


def _decode(data: bytes, source: str) -> str:
    try:
        if data.startswith(codecs.BOM_UTF8):
            return data.decode("utf-8-sig")
        return data.decode(json.detect_encoding(data))
    except UnicodeDecodeError as problem:
        what = N_("The text is not UTF-8 or UTF-16 (byte {position}).")
        raise source_problem(
            what, source, N_("Save it as UTF-8 and import it again."), position=problem.start
        ) from None


class _DoubledError(ValueError):
    """A name stands twice in one object, so that one of the two values would be lost."""


def _parse(text: str, source: str) -> Any:
    if not text.strip():
        raise source_problem(N_("The file is empty."), source)
    try:
        return json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_constant, parse_int=_whole)
    except _DoubledError as problem:
        what = N_("The name “{name}” stands twice in one object, so one of the values would be lost.")
        raise source_problem(what, source, name=str(problem)[:60]) from None
    except json.JSONDecodeError as problem:
        what = N_("This is not JSON: line {line}, column {column}.")
        raise source_problem(what, source, line=problem.lineno, column=problem.colno) from None
    except RecursionError:
        raise source_problem(N_("The JSON is nested too deeply."), source) from None
    except ValueError:
        raise source_problem(
            N_("The JSON holds a number that is too long or not a number (NaN, Infinity)."), source
        ) from None


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        raise _DoubledError(next(name for name, _ in pairs if name in seen or seen.add(name)))  # type: ignore[func-returns-value]
    return made


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(digits[:20])
    return int(digits)


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def plan(document: Mapping[str, Any], board: Board, source: str = "JSON") -> ImportPlan:
    """What adding `document` to `board` would do (see `adding`). Raises SourceProblem; changes nothing."""
    return plan_addition(document, board, source)


def export(board: Board, path: Path, options: ExportOptions) -> None:
    """Write the board to a path; JSON has no language of its own."""
    write(board, path)


def import_bytes(
    data: bytes, board: Board, *, source: str, as_kind: str | None = None, language: str = "en"
) -> ImportPlan:
    """What importing this JSON would do; its cards say their kinds themselves."""
    return plan(read_document(data, source), board, source)
