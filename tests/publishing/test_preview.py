"""What an author saves appears on the page a moment later, without a command."""

import signal
import socket
import threading
import urllib.error
import urllib.request

import pytest

from tests.exercises.banks import SINGLE
from tests.publishing.books import SmallBook

#: Seconds.
PATIENCE = 90


class Author:
    """Saves files, and reads the output and pages of the preview."""

    def __init__(self, book, *program):
        self.book = book
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = book.preview(self.port, *program)

    def hear(self, words):
        # A preview without output is killed.
        patience = threading.Timer(PATIENCE, self.process.kill)
        patience.start()
        said = []
        try:
            for line in self.process.stdout:
                said.append(line)
                if words in line:
                    return "".join(said)
        finally:
            patience.cancel()
        raise AssertionError("".join(said))

    def see(self, path):
        address = f"http://127.0.0.1:{self.port}/{path}"
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.read().decode()

    def leave(self):
        self.process.kill()
        self.process.communicate()


@pytest.fixture(scope="module")
def author(tmp_path_factory):
    """Yield an author whose preview keeps running from test to test."""
    author = Author(SmallBook(tmp_path_factory.mktemp("book")))
    author.hear("网页已是新的")
    yield author
    author.leave()


def test_a_saved_item_is_on_the_page(author):
    assert "收官阶段" in author.see("book/c07.html")
    author.book.bank(SINGLE.replace("讲话说，十九届", "讲话指出，十九届"))
    author.hear("网页已是新的")
    assert "讲话指出，十九届" in author.see("book/c07.html")
    # No service worker hides it.
    with pytest.raises(urllib.error.HTTPError, match="404"):
        author.see("sw.js")


def test_a_fault_is_told_and_costs_nothing(author):
    author.book.bank(SINGLE.replace("kind: single", "kind: sinlge"))
    said = author.hear("改错以前，网页还是原来的")
    assert "没有题型“sinlge”" in said
    assert "收官阶段" in author.see("book/c07.html")
    author.book.bank(SINGLE)
    author.hear("网页已是新的")


def test_a_port_in_use_is_said(author):
    second = author.book.preview(author.port)
    said, _ = second.communicate(timeout=60)
    assert second.returncode != 0
    assert f"端口 {author.port}" in said
    assert "Traceback" not in said


WATCHING = """
import sys
from pathlib import Path
from publishing.__main__ import main
from publishing.build import preview
preview._MACHINERY += (Path(sys.argv.pop()),)
sys.exit(main())
"""


@pytest.fixture
def machinery(tmp_path_factory):
    """Return a folder that is treated as the machinery, with one module."""
    folder = tmp_path_factory.mktemp("machinery")
    (folder / "module.py").touch()
    return folder


@pytest.fixture
def watching(book, machinery):
    author = Author(book, "-c", WATCHING, str(machinery))
    yield author
    author.leave()


def test_the_preview_starts_anew_when_the_machinery_is_saved_and_ends_when_it_is_told_to(
    watching, machinery
):
    watching.hear("网页已是新的")
    (machinery / "module.py").write_text("changed = True\n", encoding="utf-8")
    watching.hear("打开 http://localhost")
    watching.hear("网页已是新的")
    watching.process.send_signal(signal.SIGINT)
    said, _ = watching.process.communicate(timeout=20)
    assert watching.process.returncode == 0
    assert "Traceback" not in said
