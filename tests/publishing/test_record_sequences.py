"""The record under random sequences of what readers, clocks and browsers do to it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

DRIVER = Path(__file__).parent / "drive_record.mjs"
SEQUENCES, STEPS = 2_000, 30


def test_nothing_is_lost_counted_twice_or_due_for_ever():
    node = shutil.which("node")
    assert node
    done = subprocess.run(
        [node, DRIVER, str(SEQUENCES), str(STEPS)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
