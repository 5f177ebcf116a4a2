"""The trainer's report on the bank: what it covers, and how its keys are distributed.

The figures are computed by the modules of the rules, so that report and check agree.
"""

from exercises.report.figures import Figures, figures
from exercises.report.text import full, short

__all__ = ["Figures", "figures", "full", "short"]
