"""Metadata for link previews, installed apps and search engines.

If the course has an address (``html_baseurl``), each page has a canonical address and a preview
image, and there is a site map. Without one, none of these could be correct, so they are omitted.

References
----------
The Open Graph protocol, https://ogp.me; W3C, Web Application Manifest,
https://www.w3.org/TR/appmanifest/; Sitemaps XML format, https://www.sitemaps.org.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.display import progress_message

from publishing.html.drawings import card, icon

#: The web app manifest: name and icons of the installed course.
MANIFEST: Final = "manifest.webmanifest"
#: Icon sizes in the manifest; Chromium requires 192 and 512.
_ICON_SIZES: Final = (192, 512)
_MASKABLE_SHARE: Final = 0.8
_TOUCH_ICON: Final = ("_static/touch-icon.png", 180)
_SITE_MAP_SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def fill_context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Pass a page's address and preview image to the template, if the course has an address."""
    base = _base(app)
    shared = base and doctree is not None
    context["page_address"] = urljoin(base, _target(app, pagename)) if shared else ""
    context["page_card"] = urljoin(base, _card_path(pagename)) if shared else ""


def write_identity(app: Sphinx, error: Exception | None) -> None:
    """Write manifest and icons and, if there is an address, preview images and site map."""
    if error is not None or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    site = Path(app.outdir)
    _write_manifest(app, site)
    if not (base := _base(app)):
        return
    pages = sorted(app.env.found_docs)
    with progress_message("画分享卡片"):
        for page in pages:
            file = site / _card_path(page)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(card(app.env.titles[page].astext(), app.config.html_title))
    _write_site_map(site, [urljoin(base, _target(app, page)) for page in pages])
    (site / "robots.txt").write_text(
        f"User-agent: *\nAllow: /\nSitemap: {urljoin(base, 'sitemap.xml')}\n", encoding="utf-8"
    )


def _write_manifest(app: Sphinx, site: Path) -> None:
    icons = []
    for size in _ICON_SIZES:
        for purpose, share in (("any", 1), ("maskable", _MASKABLE_SHARE)):
            path = f"_static/icon-{size}-{purpose}.png"
            (site / path).write_bytes(icon(size, share=share))
            icons.append({
                "src": path,
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            })
    path, size = _TOUCH_ICON
    (site / path).write_bytes(icon(size))
    # All addresses are relative to the manifest, so that the course can be served at any path.
    manifest = {
        "name": app.config.html_title,
        "short_name": app.config.html_short_title,
        "lang": "zh-CN",
        "dir": "ltr",
        "start_url": _target(app, app.config.root_doc),
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#ffffff",
        "icons": icons,
    }
    (site / MANIFEST).write_text(
        json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def _write_site_map(site: Path, addresses: list[str]) -> None:
    urls = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    (site / "sitemap.xml").write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="{_SITE_MAP_SPACE}">\n{urls}</urlset>\n',
        encoding="utf-8",
    )


def _base(app: Sphinx) -> str:
    """Return the course's address with a trailing slash, or an empty string."""
    base = app.config.html_baseurl
    return f"{base.rstrip('/')}/" if base else ""


def _target(app: Sphinx, page: str) -> str:
    return app.builder.get_target_uri(page)


def _card_path(page: str) -> str:
    return f"_static/cards/{page.replace('/', '-')}.png"


def setup(app: Sphinx) -> None:
    """Register the writers.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    app.connect("html-page-context", fill_context)
    app.connect("build-finished", write_identity)
