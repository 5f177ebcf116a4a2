"""Does once what every build would do; loaded by the process of which builds are forks."""

from nbformat.v4 import new_notebook

from publishing.build.processes import import_ahead

# The format's checker is compiled when it is first asked for.
new_notebook()
import_ahead()
