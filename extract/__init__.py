"""Extraction and loading: says what the sources say, and where; never what happened.

Sources are read into polars frames and written to the `raw` schema. Nothing here imports Dagster or dbt, and
nothing here counts, merges or prefers a claim so that sums come out: that is dbt's part.
"""
