"""Lighthouse scores of a page, with Lighthouse's simulated slow phone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import Final

from bench.stock.book import MODULES

CATEGORIES: Final = {
    "performance": "性能",
    "accessibility": "无障碍",
    "best-practices": "最佳实践",
    "seo": "SEO",
}


def marks(address: str) -> dict[str, float]:
    """Run Lighthouse.

    Parameters
    ----------
    address
        Address of a page on this machine.

    Returns
    -------
    dict of str to float
        Scores from 0 to 100 by category, and ``lcp`` in milliseconds, ``bytes`` and ``cls``.
    """
    command = [
        "node",
        str(MODULES / "lighthouse" / "cli" / "index.js"),
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking",
    ]
    environment = os.environ | {"CHROME_PATH": shutil.which("chromium") or ""}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    report = json.loads(done.stdout)
    figures = {name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES}
    audits = report["audits"]
    figures["lcp"] = audits["largest-contentful-paint"]["numericValue"]
    figures["bytes"] = audits["total-byte-weight"]["numericValue"]
    figures["cls"] = audits["cumulative-layout-shift"]["numericValue"]
    return figures
