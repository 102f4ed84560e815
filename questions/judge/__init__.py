"""Judging a typed guess: accepted, asked back or rejected, and why; it knows what else there is."""

from questions.judge.asked import Asked, Judged, Verdict, prepared
from questions.judge.in_catalogue import InCatalogue, known_of
from questions.judge.judging import judge
from questions.judge.world import Known, Listed, World

__all__ = [
    "Asked",
    "InCatalogue",
    "Judged",
    "Known",
    "Listed",
    "Verdict",
    "World",
    "judge",
    "known_of",
    "prepared",
]
