"""Every page has a policy that allows only the site's own files."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "_build" / "html"
PAGES = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))
DATA = {"application/json", "application/ld+json"}


class Reader(HTMLParser):
    """Collects everything that a policy applies to."""

    def __init__(self, page):
        super().__init__()
        self.policies = []
        self.before_policy = []
        self.inline_scripts = []
        self.inline_styles = []
        self.styled = []
        self.handlers = []
        self._in_script = self._in_style = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if attributes.get("http-equiv", "").lower() == "content-security-policy":
            self.policies.append(attributes["content"])
        elif not self.policies and tag in {"script", "link", "style", "img"}:
            self.before_policy.append(tag)
        if "style" in attributes:
            self.styled.append((tag, attrs))
        self._in_style = tag == "style"
        self.handlers += [name for name in attributes if name.startswith("on")]
        self._in_script = (
            tag == "script" and "src" not in attributes and attributes.get("type") not in DATA
        )

    def handle_endtag(self, tag):
        self._in_script = self._in_style = False

    def handle_data(self, data):
        if self._in_script:
            self.inline_scripts.append(data)
        if self._in_style:
            self.inline_styles.append(data)


@pytest.fixture(params=PAGES)
def page(request):
    return Reader((SITE / request.param).read_text(encoding="utf-8"))


def directives(page):
    parts = [part.split() for part in page.policies[0].split(";")]
    return {name: sources for name, *sources in parts}


def test_a_page_has_one_policy_and_it_comes_first(page):
    assert len(page.policies) == 1
    assert page.before_policy == []


def test_nothing_is_allowed_but_what_is_named(page):
    assert directives(page)["default-src"] == ["'none'"]


def test_no_evaluation_no_outside_no_loose_inline(page):
    for name, sources in directives(page).items():
        for source in sources:
            allowed = source in {"'none'", "'self'"} or source.startswith("'sha256-")
            assert allowed or (name, source) == ("img-src", "data:"), (name, source)


@pytest.mark.parametrize("directive", ["script-src", "style-src"])
def test_what_is_inline_is_what_the_policy_names(page, directive):
    written = page.inline_scripts if directive == "script-src" else page.inline_styles
    digests = [
        "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
        for text in written
    ]
    named = [s for s in directives(page)[directive] if s.startswith("'sha256-")]
    assert sorted(digests) == sorted(named)


def test_no_element_has_a_style_or_a_handler_of_its_own(page):
    assert page.styled == []
    assert page.handlers == []


def test_no_page_asks_for_what_its_policy_refuses():
    """Firefox prefetches such links to the next page, and the policy would block the request."""
    asks = [
        page
        for page in PAGES
        if re.search(r'<link rel="(next|prefetch)"', (SITE / page).read_text())
    ]
    assert not asks
