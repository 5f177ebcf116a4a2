"""The Content-Security-Policy that every page carries.

It stands in a ``meta`` element, because a folder on a stick and most learning
platforms send no headers. It holds on ``file://`` too, where ``'self'`` means
the files beside the page. What only a header can say (``frame-ancestors``) is
left to whoever serves the pages: a learning platform must be able to frame them.

References
----------
W3C, Content Security Policy Level 3, https://www.w3.org/TR/CSP3/.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from typing import Final

#: What a page may use, all of it from the site itself. Nothing else is allowed.
_ALLOWED: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # `data:` for the small marks that style sheets draw.
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}


def content_security_policy(inline_scripts: Iterable[str] = ()) -> str:
    """Compose the policy of a page.

    Parameters
    ----------
    inline_scripts
        The scripts written in the page, each exactly as between its tags; they
        are allowed by their SHA-256, and no other inline script is.

    Returns
    -------
    str
        The value of the policy.
    """
    hashes = [f"'sha256-{_digest(script)}'" for script in inline_scripts]
    allowed = _ALLOWED | {"script-src": " ".join([_ALLOWED["script-src"], *hashes])}
    return "; ".join(f"{directive} {sources}" for directive, sources in allowed.items())


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
