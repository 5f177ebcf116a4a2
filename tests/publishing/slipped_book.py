"""Builds of the small course with a mistake in it, each in a forked process."""

from __future__ import annotations

from functools import partial

from publishing.__main__ import main
from tests.exercises.slipped import Slipped
from tests.publishing.forked import Ran, run

_STOPPED = "课程没有生成："


class SlippedBook(Slipped):
    """A copy of the small course that can be built."""

    def build(self, task: str = "html") -> Ran:
        """Build it like ``python -m publishing``."""
        command = [task, "--quiet", "--course", str(self.folder)]
        return run(partial(main, command), self.folder)

    def error(self) -> str:
        """Build it, which must fail; return the message, which must be the only output."""
        ran = self.build()
        before, _, error = ran.errors.partition(_STOPPED)
        assert ran.code == 1, ran.errors
        assert not (ran.output + before).strip(), ran
        assert _STOPPED not in error, ran.errors
        return error.strip()
