"""What is saved at one place of a browser is not seen, and not removed, at another."""

from __future__ import annotations

import json
import subprocess
from itertools import permutations
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CALLER = Path(__file__).with_name("call_storage.mjs")
NAMES = ["exercise:c01-a", "review:c01-a", "note:p01-s01", "display", "place", "test:sitting"]
#: Courses and editions that share a storage: those on one host, and all that are opened as files.
SHARING = {
    "paths": [("a", "https://x.cn/2022/"), ("a", "https://x.cn/2023/"), ("a", "https://x.cn/20/")],
    "nested paths": [("a", "https://x.cn/"), ("a", "https://x.cn/2023/")],
    "ids": [("a", "https://x.cn/book/"), ("a-b", "https://x.cn/book/"), ("b", "https://x.cn/book/")],
    "files": [("a", "file:///课程 2022/"), ("a", "file:///C:/课程/"), ("a", "file:///C:/课程/a/"),
              ("a", "file://host/课程/"), ("b", "file:///C:/课程/")],
}  # fmt: skip
PAIRS = [pair for places in SHARING.values() for pair in permutations(places, 2)]
#: Who may ask the browser itself: `platform/` runs in no page of the site.
ASKING = {
    "exercises/web/src/course-storage.js",
    "publishing/html/web/src/frame/take-over.js",
    "publishing/html/web/src/record/earlier.js",
}


@pytest.fixture(scope="module")
def found():
    asked = json.dumps({"browsers": PAIRS, "names": NAMES})
    done = subprocess.run(["node", CALLER], input=asked, capture_output=True, text=True, check=True)
    return dict(zip(PAIRS, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: " ".join(" ".join(one) for one in pair))
def test_a_place_has_its_own_and_nothing_else(found, pair):
    one, other = [dict.fromkeys(NAMES, " ".join(place)) for place in pair]
    assert found[pair] == {"before": [one, other], "after": [{}, other]}


def test_nothing_else_asks_the_browser():
    scripts = [
        file.relative_to(ROOT).as_posix()
        for folder in ("exercises", "publishing")
        for file in (ROOT / folder).rglob("*.js")
        if "dist" not in file.parts and "localStorage" in file.read_text(encoding="utf-8")
    ]
    assert {name for name in scripts if "/platform/" not in name} == ASKING
