"""The W3C's own checker has nothing against any page."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SITE = ROOT / "_build" / "html"
CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def faults(*where):
    java = shutil.which("java")
    if java is None:
        pytest.fail("没有 Java：请安装 Debian 的软件包 openjdk-17-jre-headless")
    checked = subprocess.run(
        [java, "-jar", CHECKER, "--format", "json", "--skip-non-html", *where],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(checked.stderr)["messages"]
    return [
        f"{message['url']}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["type"] != "info"
    ]


def test_no_page_has_a_fault():
    assert faults(SITE) == []


def test_a_fault_would_be_seen(tmp_path):
    page = (SITE / "book" / "c03.html").read_text(encoding="utf-8")
    broken = tmp_path / "c03.html"
    broken.write_text(page.replace("</main>", '<p role="heading">x</p></main>'), encoding="utf-8")
    assert faults(broken)
