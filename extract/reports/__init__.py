"""Match reports: prose in, claims out.

`extract_claims` is the one door. It is a pure function of its arguments: no files, no state, no order of documents
matters, so that it runs in a notebook, in a batch of a load, or on many machines alike. Belongs here: the order of the
steps. Does not belong here: any step (a module each), and any judgement (dbt's).
"""

from extract.reports.assemble import extract_claims

__all__ = ["extract_claims"]
