"""Save pytest seconds at its start; listed in pyproject.toml, as it must be loaded first.

jsonschema, which the notebook plugin imports, imports a format checker for addresses that compiles
dozens of grammars. No test validates addresses.

Garbage collection takes a tenth of the time of collecting tests, and more of long runs, so its
thresholds are raised.
"""

import gc
import sys

gc.set_threshold(50_000, 20, 20)
sys.modules.setdefault("rfc3987_syntax", None)
