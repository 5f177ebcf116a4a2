"""The trainer's report on the bank: what it covers, and how its keys are spread.

The figures are measured by the rules' own modules, so that report and check agree.
"""

from exercises.report.figures import Figures, figures
from exercises.report.text import full, short

__all__ = ["Figures", "figures", "full", "short"]
