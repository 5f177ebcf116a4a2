"""Spares pytest seconds at its start; named in pyproject.toml, for it must come before all else.

jsonschema, which the notebooks' plugin loads, asks for a checker of addresses that compiles dozens
of grammars when it is loaded. No test has addresses checked.

Looking for garbage takes a tenth of the time of collecting tests, and more of many tests: it is
done after so many new objects, and in older ones after so many passes.
"""

import gc
import sys

gc.set_threshold(50_000, 20, 20)
sys.modules.setdefault("rfc3987_syntax", None)
