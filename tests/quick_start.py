"""Spares pytest seconds at its start; named in pyproject.toml, for it must come before all else.

jsonschema, which the notebooks' plugin loads, asks for a checker of addresses that compiles dozens
of grammars when it is loaded. No test has addresses checked.
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)
