"""Measures how much of labelled reports is read rightly: `python -m evaluation`, or `measure` from Python.

Belongs here: labels, the rules by which what was read is held against them, and the page that is printed. Does not
belong here: any limit that a figure has to keep, and anything the reader could learn from; nothing imports this.
"""

from evaluation.measuring import Result, measure

__all__ = ["Result", "measure"]
