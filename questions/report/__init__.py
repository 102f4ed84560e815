"""What a library holds, for the people who look after it: figures, disputes, gaps, and what only a person can decide."""

from __future__ import annotations

from questions.report.figures import Figures, figures
from questions.report.gaps import Gap, gaps
from questions.report.people import Doubtful, doubtful
from questions.report.text import as_json, as_text

__all__ = ["Doubtful", "Figures", "Gap", "as_json", "as_text", "doubtful", "figures", "gaps"]
