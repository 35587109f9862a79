"""Orchestration: in which order things run, where they lie, and what is told about them.

No football in here. The command line (`python -m orchestration`) and Dagster (`orchestration.definitions`) call
the same functions; only `definitions` and the modules it names import Dagster.
"""
