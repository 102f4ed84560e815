"""For authors: the verbs of `marquee-questions`, which stop cleanly at any moment."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

STOPPED = 130
"""Exit code: somebody pressed Ctrl-C, or asked the process to end."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code: 0, 1 (it says no), 2 (it could not) or 130 (stopped)."""
    try:
        with stopped_alike():
            # What is imported at the head of this file would not yet be stopped cleanly, and it takes a while.
            from questions import command_line

            return command_line.run(arguments)
    except KeyboardInterrupt:
        print("marquee-questions: stopped; no file was changed", file=sys.stderr)
        return STOPPED


@contextmanager
def stopped_alike() -> Iterator[None]:
    """Take a request to end (SIGTERM) like Ctrl-C as long as this lasts."""
    try:
        before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    except ValueError:  # only the main thread hears signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


if __name__ == "__main__":
    sys.exit(main())
