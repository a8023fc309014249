"""Recordings' files: only local media, never opened from here; copies beside the workshop that replace nothing."""

import os
from pathlib import Path

import pytest

from cxworkshop.errors import FileProblem
from cxworkshop.exchange import media


@pytest.fixture
def workshop(tmp_path):
    own = tmp_path / "кофе.cxw"
    own.write_bytes(b"workshop")
    return own


def copied(source, workshop):
    return list(media.copy_in(source, workshop))[-1][2]


@pytest.mark.parametrize(
    "name",
    [
        "run.desktop", "run.exe", "page.html", "video.mp4.exe", "video.mp4.lnk", "video", "a.mp4\n.sh",
        "http://example.com/a.mp4", "file:///etc/a.mp4", "FILE:a.mp4", "smb://host/a.mp4",
        "data:video/mp4;base64,a.mp4",
        "\\\\server\\share\\a.mp4", "//server/share/a.mp4", "/\\server\\a.mp4", "\\a.mp4",
        "a\u202e4pm.exe.mp4", "a\u200b.mp4", "a\x00.mp4", "", "  ",
    ],
)  # fmt: skip
def test_a_hostile_name_is_refused_and_has_no_path(workshop, name):
    found = media.find(name, workshop)
    assert found.path is None and found.problem


def test_a_file_beside_the_workshop_is_found_by_its_relative_name_even_after_both_moved(workshop, tmp_path):
    source = tmp_path / "elsewhere" / "Аня.MP4"
    source.parent.mkdir()
    source.write_bytes(b"film")
    name = media.stored_name(copied(source, workshop), workshop)
    assert name == "кофе.media/Аня.MP4"
    moved = tmp_path / "moved"
    moved.mkdir()
    os.replace(workshop, moved / workshop.name)
    os.replace(media.media_folder(workshop), moved / "кофе.media")
    found = media.find(name, moved / workshop.name)
    assert found.problem == "" and found.path.read_bytes() == b"film" and found.is_video
    assert media.find("кофе.media\\Аня.MP4", moved / workshop.name).problem == "", "as Windows would have written it"


def test_a_file_far_away_is_linked_by_its_whole_path(workshop, tmp_path):
    assert media.stored_name(Path("/no/such/a.mp3"), workshop) == str(Path("/no/such/a.mp3").resolve())
    assert media.find("/no/such/a.mp3", workshop).problem == media.MISSING


def test_a_copy_never_replaces_a_file_that_is_there(workshop, tmp_path):
    source = tmp_path / "a.mp4"
    source.write_bytes(b"new")
    folder = media.media_folder(workshop)
    folder.mkdir()
    (folder / "a.mp4").write_bytes(b"old")
    assert copied(source, workshop).name == "a 2.mp4"
    assert (folder / "a.mp4").read_bytes() == b"old" and source.read_bytes() == b"new"


def test_a_copy_stopped_in_the_middle_leaves_nothing_behind(workshop, tmp_path):
    source = tmp_path / "a.mp4"
    source.write_bytes(b"x" * 9_000_000)
    copying = media.copy_in(source, workshop)
    done, whole, target = next(copying)
    assert 0 < done < whole == 9_000_000 and target.exists()
    copying.close()
    assert not target.exists() and source.exists()


def test_what_is_no_media_is_not_copied_and_a_gone_source_is_told(workshop, tmp_path):
    (tmp_path / "a.sh").write_text("rm")
    for name in ("a.sh", "gone.mp4"):
        with pytest.raises(FileProblem):
            copied(tmp_path / name, workshop)
    assert not media.media_folder(workshop).exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_to_something_else_or_to_the_workshop_is_refused(workshop, tmp_path):
    script = tmp_path / "evil.sh"
    script.write_text("rm")
    (tmp_path / "a.mp4").symlink_to(script)
    (tmp_path / "b.mp4").symlink_to(tmp_path / "b.mp4")
    os.link(workshop, tmp_path / "c.mp4")
    os.mkfifo(tmp_path / "d.mp4")
    (tmp_path / "e.mp4").mkdir()
    problems = [media.find(f"{sign}.mp4", workshop).problem for sign in "abcde"]
    assert problems == [media.NO_MEDIA, media.MISSING, media.NO_MEDIA, media.NO_MEDIA, media.NO_MEDIA]
