"""How the tests start Chromium."""

from __future__ import annotations

import shutil

import pytest

#: Of Playwright's own list, which ours replaces, what has a bearing on these tests; and what else
#: a test has no use for: Chromium would load the pages of its address bar's pop-ups for each new
#: reader, which takes longer than a page of the course.
_WITHOUT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
    "AimEnabled",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
)


#: Chromium without its own windows: a third of a visit's work is theirs.
SHELL = "chromium-headless-shell"


def launch_options() -> dict[str, object]:
    """Give what Playwright's ``chromium.launch`` is to be called with."""
    executable = shutil.which(SHELL)
    if executable is None:
        pytest.fail(f"没有 Chromium：请安装 Debian 的软件包 {SHELL}（apt-get install {SHELL}）")
    return {
        "executable_path": executable,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            # No page comes to any other host.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
            f"--disable-features={','.join(_WITHOUT)}",
        ],
    }
