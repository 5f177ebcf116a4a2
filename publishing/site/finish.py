"""The last touch to a built site, when every page and file is there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Final

from course import Settings
from publishing.html.sharing import MANIFEST
from publishing.site.front_door import write_front_door
from publishing.site.offline import write_worker

#: The learner's handout, as the site offers it.
HANDOUT: Final = "handout.pdf"


def finish_site(site: Path, handout: Path, settings: Settings) -> None:
    """Add to a built site what only its whole can tell.

    Parameters
    ----------
    site
        Folder of the built pages.
    handout
        The learner's PDF; where there is none yet, the site goes without.
    settings
        The course's settings.
    """
    (site / HANDOUT).unlink(missing_ok=True)
    if handout.exists():
        shutil.copyfile(handout, site / HANDOUT)
    manifest = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
    write_front_door(site, manifest["name"], manifest["start_url"])
    write_worker(site, settings)
