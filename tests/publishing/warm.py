"""Does once what every build would do; loaded by the process of which builds are forks."""

from functools import cache

import myst_nb.core.render
import sphinx.registry
import sphinx.theming
from nbformat.v4 import new_notebook

from publishing.build.freshness import machinery_hash
from publishing.build.processes import import_ahead

# The format's checker is compiled when it is first asked for.
new_notebook()
machinery_hash()
# They look through all installed packages, of which none comes meanwhile.
myst_nb.core.render.entry_points = cache(myst_nb.core.render.entry_points)
myst_nb.core.render.entry_points()
for module, group in (
    (sphinx.theming, "sphinx.html_themes"),
    (sphinx.registry, "sphinx.builders"),
):
    module.entry_points = cache(module.entry_points)
    module.entry_points(group=group)
import_ahead()
