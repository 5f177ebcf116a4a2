"""Commands work in a course's folder that contains a folder with the name of a package."""

import os
import subprocess
import sys


def test_a_courses_folder_of_items_hides_no_package(tmp_path):
    (tmp_path / "exercises" / "bank").mkdir(parents=True)
    told = subprocess.run(
        [sys.executable, "-c", "import exercises; print(bool(exercises.load_bank))"],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout == "True\n", told.stderr
