"""Courses of any size, made up by a generator, to see what grows faster than the course."""

from bench.grown.course import write_grown_course

__all__ = ["write_grown_course"]
