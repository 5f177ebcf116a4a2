"""Adding a live page takes one folder; nothing else is edited."""

import json
import subprocess
from functools import partial
from pathlib import Path

from publishing import pages
from publishing.__main__ import main
from publishing.html import theme
from tests.publishing.books import SOUND, TOC
from tests.publishing.forked import run
from tests.this_course import ROOT

FOLDER = {
    "__init__.py": """\
from publishing.pages.live_page import LivePage

PAGE = LivePage(name="attendance", without_script="签到要由浏览器里的脚本来记。")
""",
    "script.js": "document.getElementById('attendance').textContent = '签到';\n",
    "style.css": "#attendance { color: var(--ink); }\n",
    "part.js": """\
export default {
  name: 'attendance',
  entry: 'attendance:',
  of: 'item',
  schema: { type: 'object', required: ['at'], properties: { at: { type: 'number' } } },
  check: (value) => value,
  at: ({ at }) => at,
  counted: (count) => `${count} 次签到`,
};
export const MEANINGS = { title: '一次签到', properties: { at: '何时' } };
""",
}


def with_the_page(folder: Path, front_end: Path) -> int:
    pages.__path__.append(str(folder))
    pages.live_pages.cache_clear()
    theme._FRONT_END = front_end
    return main(["html"])


def test_a_folder_is_all_that_a_live_page_needs(book, tmp_path_factory):
    place = tmp_path_factory.mktemp("pages")
    (place / "attendance").mkdir()
    for name, text in FOLDER.items():
        (place / "attendance" / name).write_text(text, encoding="utf-8")
    out = tmp_path_factory.mktemp("front-end")
    build = ROOT / "publishing" / "html" / "web" / "build.mjs"
    subprocess.run(["node", build, out, place], check=True)
    book.write("_toc.yml", TOC + "  - file: book/sign\n")
    book.write("book/sign.md", "# 签到\n\n```{attendance}\n```\n")
    book.chapter(SOUND)

    done = run(partial(with_the_page, place, out), book.folder)
    assert done.code == 0, done.errors

    site = book.folder / "_build" / "html"
    page = (site / "book" / "sign.html").read_text(encoding="utf-8")
    assert '<div id="attendance"><noscript><p>签到要由浏览器里的脚本来记。' in page
    assert "_static/attendance.js" in page
    assert "#attendance{" in page
    assert '"attendance":"book/sign"' in page
    assert "签到" in (site / "_static" / "attendance.js").read_text(encoding="utf-8")
    schema = json.loads((site / "_static" / "record.schema.json").read_text(encoding="utf-8"))
    assert "attendance" in schema["properties"]


def test_the_directive_of_a_page_that_there_is_not_stops_the_build(book):
    book.chapter(f"{SOUND}\n```{{attendance}}\n```\n")
    built = book.build()
    assert built.code != 0
    assert "attendance" in built.output
