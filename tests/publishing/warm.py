"""Work common to all builds, done once in the process that they are forked from."""

from functools import cache

import myst_nb.core.render
import sphinx.registry
import sphinx.theming
from nbformat.v4 import new_notebook

from publishing.build.freshness import machinery_hash
from publishing.build.processes import import_ahead

# The notebook format's validator is compiled on first use.
new_notebook()
machinery_hash()
# They search all installed packages, which do not change in the meantime.
myst_nb.core.render.entry_points = cache(myst_nb.core.render.entry_points)
myst_nb.core.render.entry_points()
for module, group in (
    (sphinx.theming, "sphinx.html_themes"),
    (sphinx.registry, "sphinx.builders"),
):
    module.entry_points = cache(module.entry_points)
    module.entry_points(group=group)
import_ahead()
