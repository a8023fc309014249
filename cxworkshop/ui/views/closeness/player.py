"""A recording played inside the window where QtMultimedia is there; it comes with PySide6-Addons, which is optional.

Nothing is played before somebody presses: a file from elsewhere is only looked at when its name is shown.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from cxworkshop.exchange.media import Media
from cxworkshop.ui.parts.buttons import IconButton
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr

_HEIGHT = 260  # pixels of a film


def can_play() -> bool:
    """Whether QtMultimedia can be imported here."""
    return _multimedia() is not None


def _multimedia() -> Any:
    try:
        return import_module("PySide6.QtMultimedia"), import_module("PySide6.QtMultimediaWidgets")
    except ImportError:
        return None


class Player(QWidget):
    """Plays a clip of a file, seconds `start` to `end` (None: to its end). `failed` says that it cannot be played."""

    failed = Signal(str)

    def __init__(self, media: Media, start: float | None, end: float | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sound, pictures = _multimedia()
        self._end = None if end is None else round(end * 1000)
        self._start = round((start or 0) * 1000)
        self._last: int | None = None  # where it stops, in milliseconds, once the length is known
        self._states = sound.QMediaPlayer.PlaybackState
        self._loading = sound.QMediaPlayer.MediaStatus.LoadingMedia
        self._no_error = sound.QMediaPlayer.Error.NoError
        self._wanted = False  # pressed while the file was still being read
        self.player = sound.QMediaPlayer(self)
        self._output = sound.QAudioOutput(self)
        self.player.setAudioOutput(self._output)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if media.is_video:
            picture = pictures.QVideoWidget()
            picture.setFixedHeight(_HEIGHT)
            self.player.setVideoOutput(picture)
            column.addWidget(picture)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Place in the recording"))
        self.time = Words(clock(start), "soft", wrap=False)
        self.button = IconButton("play", tr("Play"))
        self.button.clicked.connect(self.toggle)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.slider, 1)
        row.addWidget(self.time)
        column.addLayout(row)
        self.slider.sliderMoved.connect(self.player.setPosition)
        self.player.durationChanged.connect(self._know_length)
        self.player.positionChanged.connect(self._follow)
        self.player.playbackStateChanged.connect(self._show_state)
        self.player.mediaStatusChanged.connect(self._begin)
        self.player.errorOccurred.connect(lambda *_: self.failed.emit(self.player.errorString()))
        self.player.setSource(QUrl.fromLocalFile(str(media.path)))

    def toggle(self) -> None:
        """Play from the clip's beginning, or pause."""
        if self.player.playbackState() == self._states.PlayingState:
            self.player.pause()
        elif self.player.mediaStatus() == self._loading:  # a place given now would be forgotten, so wait
            self._wanted = not self._wanted
        else:
            self._play()

    def _play(self) -> None:
        at = self.player.position()
        if at < self._start or (self._end is not None and at >= self._end):
            self.player.setPosition(self._start)
        self.player.play()

    def _begin(self) -> None:
        """Play what was asked for before the file could be played."""
        if self._wanted and self.player.mediaStatus() != self._loading and self.player.error() == self._no_error:
            self._wanted = False
            self._play()

    def stop(self) -> None:
        """Let go of the file."""
        self.player.stop()
        self.player.setSource(QUrl())

    def _know_length(self, milliseconds: int) -> None:
        last = milliseconds if self._end is None else min(self._end, milliseconds)
        self.slider.setRange(min(self._start, last), last)
        self._last = last
        self._follow(max(self.player.position(), min(self._start, last)))
        if self.player.position() < self._start:
            self.player.setPosition(self._start)

    def _follow(self, milliseconds: int) -> None:
        if not self.slider.isSliderDown():
            self.slider.setValue(milliseconds)
        self._tell(milliseconds)
        if self._end is not None and milliseconds >= self._end:
            self.player.pause()

    def _tell(self, milliseconds: int) -> None:
        at = clock(milliseconds / 1000)
        if self._last is None:
            self.time.setText(at)
        else:
            self.time.setText(tr("{at} of {end}", at=at, end=clock(self._last / 1000)))

    def _show_state(self, state: Any) -> None:
        playing = state == self._states.PlayingState
        self.button.use_icon("pause" if playing else "play")
        self.button.say(tr("Pause") if playing else tr("Play"))


def clock(seconds: float | None) -> str:
    """Seconds as people read them off a player: 12:44, 1:02:03; "" for None."""
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
