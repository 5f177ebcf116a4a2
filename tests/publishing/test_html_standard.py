"""The W3C's checker reports nothing on any page."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SITE = ROOT / "_build" / "html"
#: For runs of seconds, Java is fastest with little compilation; the schemas need a large stack.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")
CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def faults(*where):
    java = shutil.which("java")
    if java is None:
        pytest.fail("没有 Java：请安装 Debian 的软件包 openjdk-17-jre-headless")
    checked = subprocess.run(
        [java, *QUICK, "-jar", CHECKER, "--format", "json", "--skip-non-html", *where],
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


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """Return the checker's errors on the site, and on a page that was broken on purpose."""
    page = (SITE / "book" / "c03.html").read_text(encoding="utf-8")
    broken = tmp_path_factory.mktemp("broken") / "c03.html"
    broken.write_text(page.replace("</main>", '<p role="heading">x</p></main>'), encoding="utf-8")
    found = faults(SITE, broken)
    of_broken = [fault for fault in found if str(broken) in fault]
    return [fault for fault in found if fault not in of_broken], of_broken


def test_no_page_has_a_fault(found):
    of_site, _ = found
    assert of_site == []


def test_a_fault_would_be_seen(found):
    _, of_broken = found
    assert of_broken
