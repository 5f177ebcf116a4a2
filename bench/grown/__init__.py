"""Generated courses of any size, to find costs that grow faster than the course."""

from bench.grown.course import write_grown_course

__all__ = ["write_grown_course"]
