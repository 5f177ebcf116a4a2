"""What an author saves is on the page a moment later, without a command."""

import signal
import socket
import threading
import urllib.error
import urllib.request

import pytest

from tests.exercises.banks import SINGLE

#: Seconds.
PATIENCE = 90


class Author:
    """Saves files, and reads what the preview says and shows."""

    def __init__(self, book):
        self.book = book
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = book.preview(self.port)

    def hear(self, words):
        said = []
        for line in self.process.stdout:
            said.append(line)
            if words in line:
                return "".join(said)
        raise AssertionError("".join(said))

    def see(self, path):
        address = f"http://127.0.0.1:{self.port}/{path}"
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.read().decode()


@pytest.fixture
def author(book):
    author = Author(book)
    # A preview that says nothing is given up.
    patience = threading.Timer(PATIENCE, author.process.kill)
    patience.start()
    yield author
    patience.cancel()
    author.process.kill()
    author.process.communicate()


def test_a_saved_item_is_on_the_page(author):
    author.hear("网页已是新的")
    assert "收官阶段" in author.see("book/c07.html")
    author.book.bank(SINGLE.replace("讲话说，十九届", "讲话指出，十九届"))
    author.hear("网页已是新的")
    assert "讲话指出，十九届" in author.see("book/c07.html")
    # No offline copy hides it.
    with pytest.raises(urllib.error.HTTPError, match="404"):
        author.see("sw.js")


def test_a_fault_is_told_and_costs_nothing(author):
    author.hear("网页已是新的")
    author.book.bank(SINGLE.replace("kind: single", "kind: sinlge"))
    said = author.hear("改错以前，网页还是原来的")
    assert "没有题型“sinlge”" in said
    assert "收官阶段" in author.see("book/c07.html")
    author.book.bank(SINGLE)
    author.hear("网页已是新的")


WATCHING = """
import sys
from pathlib import Path
from publishing.__main__ import main
from publishing.build import preview
preview._MACHINERY += (Path(sys.argv.pop()),)
sys.exit(main())
"""


def test_the_preview_starts_anew_when_the_machinery_is_saved(author, tmp_path_factory):
    author.hear("网页已是新的")
    author.process.kill()
    machinery = tmp_path_factory.mktemp("machinery")
    module = machinery / "module.py"
    module.write_text("", encoding="utf-8")
    author.process = author.book.preview(author.port, "-c", WATCHING, str(machinery))
    author.hear("网页已是新的")
    module.write_text("changed = True\n", encoding="utf-8")
    author.hear("打开 http://localhost")
    author.hear("网页已是新的")


def test_it_ends_when_it_is_told_to(author):
    author.hear("网页已是新的")
    author.process.send_signal(signal.SIGINT)
    said, _ = author.process.communicate(timeout=20)
    assert author.process.returncode == 0
    assert "Traceback" not in said


def test_a_port_in_use_is_said(author):
    author.hear("网页已是新的")
    second = author.book.preview(author.port)
    said, _ = second.communicate(timeout=60)
    assert second.returncode != 0
    assert f"端口 {author.port}" in said
    assert "Traceback" not in said
