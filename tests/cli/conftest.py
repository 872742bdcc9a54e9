from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import seed
from tests.reading.documents import plan_docx


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The Nhị Chiểu plan as a Word file, alone in its folder."""
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(plan_docx(seed("nhi-chieu")))
    return path
