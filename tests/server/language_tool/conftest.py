from __future__ import annotations

from pathlib import Path

import pytest

from checker.server.bench import Bench


@pytest.fixture(scope="package")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """That of an office that tells its place."""
    config = Path(tmp_path_factory.mktemp("office"), "soat.yml")
    config.write_text("locality: phường Nhị Chiểu, thành phố Hải Phòng\n", encoding="utf-8")
    return Bench(config)
