"""The system's reasons in the reader's language: no English words of the system in a Russian sentence."""

from __future__ import annotations

import errno
import os
import re
import sqlite3

import pytest

from cxworkshop import reasons
from cxworkshop.errors import FileProblem, Phrase, Told
from cxworkshop.exchange.formats import export, read_bytes
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.i18n import translator
from cxworkshop.model.board import Board
from cxworkshop.store.problems import not_saved, unreadable

RU, EN = translator("ru"), translator("en")


@pytest.mark.parametrize("name", reasons._REASONS)
def test_every_known_reason_has_russian_words(name):
    number = getattr(errno, name)
    told = FileProblem("The system refused: {reason}.", reason=reasons.reason_of(OSError(number, os.strerror(number))))
    assert not re.search("[A-Za-z]", told.told(RU)), told.told(RU)
    assert reasons._REASONS[name] in told.told(EN)


@pytest.mark.parametrize("said", reasons._SQLITE)
def test_every_known_reason_of_the_database_has_russian_words(said):
    assert not re.search("[A-Za-z]", RU(reasons.reason_of(sqlite3.OperationalError(said))))


def test_an_unknown_reason_is_told_in_the_systems_own_words():
    assert reasons.reason_of(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"
    assert not isinstance(reasons.reason_of(OSError("odd {thing}")), Phrase)


def test_a_title_that_reads_like_a_marked_text_is_not_translated():
    assert FileProblem("“{name}” is a folder.", name="the disk is full").told(RU) == "«the disk is full» — это папка."


def test_the_store_tells_its_reasons_in_russian(tmp_path):
    denied = unreadable(tmp_path / "a", PermissionError(errno.EACCES, "Permission denied"))
    assert "у вас нет на это прав" in denied.told(RU)
    failed = not_saved(tmp_path / "a", sqlite3.OperationalError("disk I/O error"))
    assert "со сбоями" in failed.told(RU)


def test_an_import_source_that_cannot_be_read_is_told_in_russian(tmp_path):
    loop = tmp_path / "loop.csv"
    loop.symlink_to(loop)
    with pytest.raises(Told) as caught:
        read_bytes(loop)
    assert "замкнуты в круг" in caught.value.told(RU) and "Too many" not in caught.value.told(RU)


def test_an_export_that_the_system_refuses_is_told_in_russian(tmp_path):
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(Told) as caught:
        export(Board(), loop / "out.json", ExportOptions())
    assert "замкнуты в круг" in caught.value.told(RU)
