"""Steps after a build that need the complete site."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Final

from course import Settings
from publishing.html.sharing import MANIFEST
from publishing.site.front_door import write_front_door
from publishing.site.offline import write_worker

#: File name of the learner's handout in the site.
HANDOUT: Final = "handout.pdf"


def finish_site(site: Path, handout: Path, settings: Settings) -> None:
    """Add to a built site what depends on all of it.

    Parameters
    ----------
    site
        Folder of the built pages.
    handout
        The learner's PDF; it may not exist yet, then the site has none.
    settings
        The course's settings.
    """
    (site / HANDOUT).unlink(missing_ok=True)
    if handout.exists():
        shutil.copyfile(handout, site / HANDOUT)
    manifest = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
    write_front_door(site, manifest["name"], manifest["start_url"])
    write_worker(site, settings)
