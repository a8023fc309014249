"""The settings folder is where the system keeps settings."""

import platformdirs
import pytest

from cxworkshop.paths import APP_NAME, settings_dir


@pytest.mark.parametrize("told", [None, "", "{folder}", "{folder}/with spaces and ё", "not/absolute"])
def test_the_settings_folder_is_where_the_system_keeps_them(told, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    if told is None:
        monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CONFIG_HOME", told.format(folder=tmp_path))
    assert str(settings_dir()) == platformdirs.user_config_dir(APP_NAME, appauthor=False)
