"""Measures what is fast and what is not: `python -m benchmarks`.

Belongs here: making input, taking times, printing them. Does not belong here: any limit that a time has to keep, for
a busy machine would break it, and any check of what comes out, which is the tests' matter.
"""
