"""What holds for every test: hypothesis draws the same examples each time and times nothing."""

from hypothesis import settings

settings.register_profile("marquee", deadline=None, derandomize=True, database=None)
settings.load_profile("marquee")
