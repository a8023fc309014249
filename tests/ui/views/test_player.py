"""A recording really played: from where the clip begins to where it ends, and not on."""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

import pytest

from cxworkshop.exchange.media import Media
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.closeness.player import Player, can_play

RATE = 8_000  # samples a second

needs_sound = pytest.mark.skipif(
    not can_play(),
    reason="QtMultimedia cannot be loaded: install PySide6-Addons, on Linux also the library libpulse.so.0 (libpulse0)",
)


@pytest.fixture
def tone(tmp_path) -> Path:
    """Four seconds of a quiet tone."""
    path = tmp_path / "tone.wav"
    samples = (round(3_000 * math.sin(2 * math.pi * 440 * at / RATE)) for at in range(4 * RATE))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return path


@pytest.fixture
def play(qtbot):
    made = []

    def make(path: Path, start: float | None, end: float | None) -> Player:
        player = Player(Media(path), start, end)
        qtbot.addWidget(player)
        player.show()
        made.append(player)
        return player

    yield make
    for player in made:
        player.stop()


def is_playing(player: Player) -> bool:
    return player.button.accessibleName() == tr("Pause")


@needs_sound
def test_a_clip_plays_from_its_beginning_to_its_end_and_stops(play, tone, qtbot):
    player = play(tone, 1.0, 2.0)
    heard = []
    player.player.positionChanged.connect(heard.append)
    player.toggle()  # at once, as the page does: the file is still being read
    qtbot.waitUntil(lambda: is_playing(player) and player.slider.value() > 1_200, timeout=10_000)
    qtbot.waitUntil(lambda: not is_playing(player), timeout=10_000)
    assert 2_000 <= player.player.position() < 2_500
    assert (player.slider.minimum(), player.slider.maximum(), player.slider.value()) == (1_000, 2_000, 2_000)
    assert player.time.text() == tr("{at} of {end}", at="0:02", end="0:02")
    played = [at for at in heard if at > 0]
    assert played == sorted(played) and min(played) >= 1_000


@needs_sound
def test_after_its_end_a_clip_begins_again_and_can_be_paused(play, tone, qtbot):
    player = play(tone, 3.0, None)
    player.toggle()
    qtbot.waitUntil(lambda: is_playing(player), timeout=10_000)
    qtbot.waitUntil(lambda: not is_playing(player), timeout=10_000)
    player.button.click()
    qtbot.waitUntil(lambda: is_playing(player) and 3_000 <= player.player.position() < 3_900, timeout=10_000)
    player.button.click()
    qtbot.waitUntil(lambda: not is_playing(player), timeout=10_000)
    assert player.player.position() < 4_000


@needs_sound
def test_a_file_that_is_no_recording_is_said_to_be_none(play, tmp_path, qtbot):
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"nothing of the kind" * 100)
    player = play(broken, None, None)
    with qtbot.waitSignal(player.failed, timeout=10_000) as said:
        player.toggle()
    assert said.args[0]
